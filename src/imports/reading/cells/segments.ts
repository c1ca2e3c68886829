/** A piece of a cell that lists several things, with the ordinal in front of it. */
export interface Segment {
  readonly ordinal?: number;
  readonly text: string;
}

const OPENING = '《〈“‘（([【';
const CLOSING = '》〉”’）)]】';
const ORDINAL = /(?:(\d{1,2})\s*[.．、](?!\d)|([①②③④⑤⑥⑦⑧⑨⑩])|[（(](\d{1,2})[)）])\s*/y;
const BEFORE_TITLE = /[；;。，,、\n》）)条款项”’]\s*(?:和|及|以及|与)?\s*$/u;
/** How far back a separator is looked for: patterns that end in $ must not scan a whole cell for each title. */
const LOOK_BACK = 12;

/**
 * Splits at ordinals that stand outside brackets and quotations, with or without a separator before them ("…”2.《…"); where
 * there is none, at each 《 that begins another title. Ordinals are kept as written: 1, 2, 2 occurs.
 */
export function splitSegments(text: string): Segment[] {
  const ordinals: { at: number; end: number; ordinal: number }[] = [];
  const titles: number[] = [];
  let depth = 0;
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i]!;
    if (depth === 0) {
      const found = ordinalAt(text, i);
      if (found) {
        ordinals.push({ at: i, ...found });
        i = found.end - 1;
        continue;
      }
      if (character === '《') titles.push(i);
    }
    // A bracket that is never closed ends with its line, or it would swallow the rest.
    if (character === '\n') depth = 0;
    else if (OPENING.includes(character)) depth += 1;
    else if (CLOSING.includes(character)) depth = Math.max(0, depth - 1);
  }
  const segments = ordinals.length > 0 ? byOrdinals(text, ordinals) : byTitles(text, titles);
  return segments.filter((segment) => segment.text !== '');
}

function ordinalAt(text: string, at: number): { end: number; ordinal: number } | null {
  if (/[\d.．第〔]/.test(text[at - 1] ?? '')) return null;
  ORDINAL.lastIndex = at;
  const match = ORDINAL.exec(text);
  if (!match || ORDINAL.lastIndex >= text.length) return null;
  // （1） is a list's number only where a list can begin; after an article it counts a paragraph.
  if (match[3] && !/(?:^|[；;。\n])[ \u3000]*$/u.test(text.slice(Math.max(0, at - LOOK_BACK), at))) return null;
  const ordinal = match[2] ? '①②③④⑤⑥⑦⑧⑨⑩'.indexOf(match[2]) + 1 : Number(match[1] ?? match[3]);
  return { end: ORDINAL.lastIndex, ordinal };
}

function byOrdinals(text: string, marks: readonly { at: number; end: number; ordinal: number }[]): Segment[] {
  const before = trimmed(text.slice(0, marks[0]!.at));
  const listed = marks.map(({ end, ordinal }, i) => ({ ordinal, text: trimmed(text.slice(end, marks[i + 1]?.at)) }));
  return before ? [{ text: before }, ...listed] : listed;
}

function byTitles(text: string, titles: readonly number[]): Segment[] {
  const starts = titles.filter((at, i) => i > 0 && BEFORE_TITLE.test(text.slice(Math.max(0, at - LOOK_BACK), at)));
  const cuts = [0, ...starts, text.length];
  return cuts
    .slice(0, -1)
    .map((cut, i) => ({ text: trimmed(text.slice(cut, cuts[i + 1]).replace(/(?<=[》）)条款项”、])(?:和|及|以及|与)\s*$/u, '')) }));
}

/** Without the separators at its end; a full stop that was the first of them stays. */
function trimmed(text: string): string {
  const whole = text.trim();
  let end = whole.length;
  while (end > 0 && /[；;，,、。\s]/.test(whole[end - 1]!)) end -= 1;
  return whole[end] === '。' ? whole.slice(0, end + 1) : whole.slice(0, end);
}
