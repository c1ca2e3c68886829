import { isWeekend, shifted, weekdaysBetween, yearOf, type Day } from './days.js';

/** What a notice says of a day: off although it may be a weekday, or worked although it is a weekend. */
export interface MarkedDay {
  readonly kind: 'off' | 'work';
  readonly name: string;
}

/** The years that somebody entered, and their marked days. */
export interface Calendar {
  readonly years: ReadonlySet<number>;
  readonly days: ReadonlyMap<Day, MarkedDay>;
}

/** One day of a computation, as it can be explained. */
export interface DayStep {
  readonly day: Day;
  /** Whether it is a working day. */
  readonly counts: boolean;
  readonly why: 'weekend' | 'holiday' | 'moved' | 'working';
  /** The holiday that it belongs to, or for which it was moved. */
  readonly name?: string;
  /** The how-manieth working day it is; absent where it does not count. */
  readonly ordinal?: number;
  /** Nobody entered its year: only weekends are known. */
  readonly assumed?: true;
}

/** A deadline with its computation. */
export interface Due {
  readonly dueOn: Day;
  /** Counted over days of a year that nobody entered; to be computed again when it is. */
  readonly provisional: boolean;
  /** Every day from the one after the start to the deadline; none for a fixed date. */
  readonly steps: readonly DayStep[];
  /** A fixed date that is no working day stays where it is; this says so early. */
  readonly warning: FixedDateWarning | null;
}

export interface FixedDateWarning {
  readonly why: 'weekend' | 'holiday';
  readonly name?: string;
  /** The last working day before it. */
  readonly lastWorkingDay: Day;
}

/** What a day is. In a year that nobody entered only weekends are told apart, and the answer says so. */
export function lookAt(calendar: Calendar, day: Day): Omit<DayStep, 'ordinal'> {
  const marked = calendar.days.get(day);
  if (marked?.kind === 'off') return { day, counts: false, why: 'holiday', name: marked.name };
  if (marked) return { day, counts: true, why: 'moved', name: marked.name };
  const weekend = isWeekend(day);
  const assumed = calendar.years.has(yearOf(day)) ? {} : { assumed: true as const };
  return { day, counts: !weekend, why: weekend ? 'weekend' : 'working', ...assumed };
}

export function isWorkingDay(calendar: Calendar, day: Day): boolean {
  return lookAt(calendar, day).counts;
}

/**
 * The n-th working day after a day. The start is not counted (domain.md §7: 民法典 201 by analogy).
 *
 * @throws RangeError unless `count` is a whole number from 1
 */
export function addWorkingDays(calendar: Calendar, from: Day, count: number): Due {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`${count} working days`);
  const steps: DayStep[] = [];
  let day = from;
  for (let ordinal = 0; ordinal < count;) {
    day = shifted(day, 1);
    const step = lookAt(calendar, day);
    if (step.counts) ordinal += 1;
    steps.push(step.counts ? { ...step, ordinal } : step);
  }
  return { dueOn: day, provisional: steps.some(({ assumed }) => assumed), steps, warning: null };
}

/** A fixed date is what was said; it does not move to another day, and is never provisional (domain.md §7). */
export function fixedDate(calendar: Calendar, dueOn: Day): Due {
  const { counts, why, name } = lookAt(calendar, dueOn);
  if (counts) return { dueOn, provisional: false, steps: [], warning: null };
  let lastWorkingDay = shifted(dueOn, -1);
  while (!isWorkingDay(calendar, lastWorkingDay)) lastWorkingDay = shifted(lastWorkingDay, -1);
  const warning = { why: why as FixedDateWarning['why'], ...(name !== undefined && { name }), lastWorkingDay };
  return { dueOn, provisional: false, steps: [], warning };
}

/**
 * Working days after `from` up to and with `to`; the same below zero when `to` is before `from`. Counted by weeks and marked days, not day by
 * day: a board asks it of thousands of deadlines.
 */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): number {
  if (to < from) return -workingDaysBetween(calendar, to, from) || 0;
  let count = weekdaysBetween(from, to);
  for (const [day, { kind }] of calendar.days) {
    if (day <= from || day > to) continue;
    if (kind === 'work' && isWeekend(day)) count += 1;
    if (kind === 'off' && !isWeekend(day)) count -= 1;
  }
  return count;
}
