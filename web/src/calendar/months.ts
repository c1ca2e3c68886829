/** A day as the server writes it: `2026-11-21`. */
export type Day = string;

export interface MarkedDay {
  readonly day: Day;
  readonly kind: 'off' | 'work';
  readonly name: string;
}

const MS_PER_DAY = 86_400_000;

export function shifted(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * MS_PER_DAY).toISOString().slice(0, 10);
}

/** 0 is Monday. */
export function weekdayOf(day: Day): number {
  return (new Date(day).getUTCDay() + 6) % 7;
}

export const isWeekend = (day: Day): boolean => weekdayOf(day) > 4;

const two = (number: number): string => String(number).padStart(2, '0');

/** The day of these numbers, or null when there is none. */
export function dayOf(year: number, month: number, day: number): Day | null {
  const text = `${year}-${two(month)}-${two(day)}`;
  const at = Date.parse(text);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text) ? text : null;
}

/** A month as weeks of seven, Monday first; null where another month's days are. */
export function weeksOf(year: number, month: number): (Day | null)[][] {
  const first = `${year}-${two(month)}-01`;
  const days: (Day | null)[] = Array.from({ length: weekdayOf(first) }, () => null);
  for (let day = first; day.slice(0, 7) === first.slice(0, 7); day = shifted(day, 1)) days.push(day);
  while (days.length % 7 !== 0) days.push(null);
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
}

/** Days in a row that are marked alike. */
export interface Span {
  readonly first: Day;
  readonly last: Day;
  readonly kind: 'off' | 'work';
  readonly name: string;
}

export function spansOf(days: readonly MarkedDay[]): Span[] {
  const spans: Span[] = [];
  for (const { day, kind, name } of [...days].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    const before = spans[spans.length - 1];
    if (before && before.kind === kind && before.name === name && shifted(before.last, 1) === day)
      spans[spans.length - 1] = { ...before, last: day };
    else spans.push({ first: day, last: day, kind, name });
  }
  return spans;
}

export interface YearCount {
  readonly off: number;
  readonly moved: number;
  readonly working: number;
}

/** How many days are marked, and how many are worked. */
export function countOf(year: number, days: readonly MarkedDay[]): YearCount {
  const marked = new Map(days.map(({ day, kind }) => [day, kind]));
  let working = 0;
  for (let day = `${year}-01-01`; day.startsWith(`${year}-`); day = shifted(day, 1)) {
    const kind = marked.get(day);
    if (kind === 'work' || (kind === undefined && !isWeekend(day))) working += 1;
  }
  const off = days.filter(({ kind }) => kind === 'off').length;
  return { off, moved: days.length - off, working };
}

/** What is otherwise than before. */
export interface Change {
  readonly day: Day;
  readonly before: MarkedDay | null;
  readonly after: MarkedDay | null;
}

export function changesOf(before: readonly MarkedDay[], after: readonly MarkedDay[]): Change[] {
  const old = new Map(before.map((one) => [one.day, one]));
  const now = new Map(after.map((one) => [one.day, one]));
  return [...new Set([...old.keys(), ...now.keys()])]
    .sort()
    .map((day) => ({ day, before: old.get(day) ?? null, after: now.get(day) ?? null }))
    .filter(({ before: a, after: b }) => a?.kind !== b?.kind || a?.name !== b?.name);
}
