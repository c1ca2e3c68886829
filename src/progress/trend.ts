import type { TrendPoint } from './progress.views.js';

/** By how many each state grew or shrank on a day. */
export interface Moves {
  readonly day: string;
  readonly deltas: Readonly<Record<string, number>>;
}

const DONE = ['fulfilled', 'doneOutside'];
const OPEN = ['open', 'overdue'];

/** How far it was at the end of each day on which something moved, and today. What was withdrawn is in no number. */
export function trendOf(moves: readonly Moves[], today: string): TrendPoint[] {
  const standing = new Map<string, number>();
  const sum = (states: readonly string[]) => states.reduce((total, state) => total + (standing.get(state) ?? 0), 0);
  const pointOf = (day: string): TrendPoint => ({
    day,
    bodies: sum([...DONE, ...OPEN, 'exempted']),
    done: sum(DONE),
    exempted: sum(['exempted']),
    overdue: sum(['overdue']),
    open: sum(OPEN),
  });
  const points = moves.map(({ day, deltas }) => {
    for (const [state, delta] of Object.entries(deltas)) standing.set(state, (standing.get(state) ?? 0) + Number(delta));
    return pointOf(day);
  });
  const last = points.at(-1);
  return last === undefined || last.day === today ? points : [...points, pointOf(today)];
}
