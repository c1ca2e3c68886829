import { refuse } from '../commands/index.js';
import type { PeriodQuery } from './period.dto.js';

const DAY_MS = 86_400_000;
const CHINA_MS = 8 * 3_600_000;

/** The first moment of the period, and the first one after it. @throws ProblemError 422 when it ends before it begins */
export function periodOf({ from, to }: PeriodQuery): { from: string; to: string } {
  if (to < from) throw refuse.past('period.backwards');
  const begins = new Date(`${from}T00:00:00+08:00`);
  const ends = new Date(Date.parse(`${to}T00:00:00+08:00`) + DAY_MS);
  return { from: begins.toISOString(), to: ends.toISOString() };
}

/** The days of China that a period goes from and to, as it is called: `periodOf` told backwards. */
export function daysOf({ from, to }: { readonly from: string; readonly to: string }): string {
  const day = (at: number) => new Date(at + CHINA_MS).toISOString().slice(0, 10);
  return `${day(Date.parse(from))} — ${day(Date.parse(to) - DAY_MS)}`;
}
