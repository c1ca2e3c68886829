/** An event of the version itself. */
interface Step {
  readonly seq: number;
  readonly to: string | null;
}

/** A stretch of the log in which the version was in one state. */
export interface Stage {
  readonly state: string;
  readonly from: number;
  readonly until: number;
  /** Of the whole log, from 0 to 1. */
  readonly share: number;
}

/** The stages that a version went through, from its own events; `last` is the end of the log. */
export function stagesOf(steps: readonly Step[], last: number): readonly Stage[] {
  const begun: { state: string; from: number }[] = [];
  for (const { seq, to } of steps) {
    if (!to || to === begun[begun.length - 1]?.state) continue;
    begun.push({ state: to, from: seq });
  }
  return begun.map(({ state, from }, index) => {
    const until = (begun[index + 1]?.from ?? last + 1) - 1;
    return { state, from, until, share: (until - from + 1) / Math.max(1, last) };
  });
}
