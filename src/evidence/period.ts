import { refuse } from '../commands/index.js';
import type { PeriodQuery } from './period.dto.js';

const DAY_MS = 86_400_000;

/** The first moment of the period, and the first one after it. @throws ProblemError 422 when it ends before it begins */
export function periodOf({ from, to }: PeriodQuery): { from: string; to: string } {
  if (to < from) throw refuse.past('period.backwards');
  const begins = new Date(`${from}T00:00:00+08:00`);
  const ends = new Date(Date.parse(`${to}T00:00:00+08:00`) + DAY_MS);
  return { from: begins.toISOString(), to: ends.toISOString() };
}
