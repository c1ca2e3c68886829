import type { Purpose } from './reports';

const YEARS = 5;
const QUARTERS = 8;

/** The periods that have begun by a day and that one may still want to report on, the newest first. */
export function periodsOf(purpose: Purpose, today: string): string[] {
  const year = Number(today.slice(0, 4));
  if (purpose !== 'quarterlyProgress') return Array.from({ length: YEARS }, (_, back) => String(year - back));
  const now = year * 4 + Math.ceil(Number(today.slice(5, 7)) / 3) - 1;
  return Array.from({ length: QUARTERS }, (_, back) => `${Math.floor((now - back) / 4)}-Q${((now - back) % 4) + 1}`);
}
