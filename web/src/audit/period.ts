/** Two days, both included, such as `2026-01-01`. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const dayIn = (value: unknown): string | undefined => (typeof value === 'string' && DAY.test(value) ? value : undefined);

/** What the address asks for, or its year until today. */
export function periodIn(query: Readonly<Record<string, unknown>>, today: string): Period {
  const to = dayIn(query['to']) ?? today;
  return { from: dayIn(query['from']) ?? `${to.slice(0, 4)}-01-01`, to };
}

/** Periods that one asks for often. */
export function usualPeriods(today: string): { readonly thisYear: Period; readonly lastYear: Period; readonly month: Period } {
  const before = String(Number(today.slice(0, 4)) - 1);
  const monthAgo = new Date(Date.parse(today) - 29 * 86_400_000).toISOString().slice(0, 10);
  return {
    thisYear: { from: `${today.slice(0, 4)}-01-01`, to: today },
    lastYear: { from: `${before}-01-01`, to: `${before}-12-31` },
    month: { from: monthAgo, to: today },
  };
}
