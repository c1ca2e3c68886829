/** A mark that says yes: ticks, filled or crossed boxes, the letters that symbol fonts leave behind. */
export function isTick(text: string): boolean {
  return /^(?:[√✓✔☑■●þ☒Vv]|是)/.test(text.trim());
}

/** What stands beside the tick: √ 学生家长. */
export function besideTick(text: string): string {
  return text
    .trim()
    .replace(/^(?:[√✓✔☑■●þ☒]|[Vv](?![A-Za-z])|是)\s*/, '')
    .trim();
}

/** An empty box or a dash says no. */
export function isUnticked(text: string): boolean {
  return /^(?:[□☐○×✗✕—\-/]|否|无)*$/.test(text.trim());
}
