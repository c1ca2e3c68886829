import { addWorkingDays, type Calendar } from '../calendar/index.js';
import type { DueRule } from '../commands/index.js';

/** A deadline as somebody sets it: a day, or so many working days from today. */
export interface AskedDue {
  readonly dueOn?: string;
  readonly workingDays?: number;
}

/** A deadline that was set, by which rule. */
export interface SetDue {
  readonly dueOn: string;
  readonly rule: DueRule;
  /** Counted over a year whose calendar nobody entered. */
  readonly provisional: boolean;
}

/** By when something is to be done; null where that is not said, or said twice. */
export function dueOf({ dueOn, workingDays }: AskedDue, today: string, calendar: Calendar): SetDue | null {
  if ((dueOn === undefined) === (workingDays === undefined)) return null;
  if (dueOn !== undefined) return { dueOn, rule: { kind: 'FIXED', dueOn }, provisional: false };
  const due = addWorkingDays(calendar, today, workingDays!);
  return { dueOn: due.dueOn, rule: { kind: 'WORKDAYS_AFTER', from: today, days: workingDays! }, provisional: due.provisional };
}
