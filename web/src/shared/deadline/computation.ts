import { answerOf, api } from '../../api/client';
import type { components } from '../../api/schema';

/** A deadline with the days that it was counted over. */
export type Computation = components['schemas']['DeadlineView'];

/** How a deadline came about: `{kind: 'FIXED'}`, or so many working days after a day. */
export interface DueRule {
  readonly kind: string;
  readonly from?: string;
  readonly days?: number;
}

/** The computation of a rule by the calendar in force; of the date alone where none was counted. */
export function compute(dueOn: string, rule?: DueRule | null): Promise<Computation> {
  const counted = rule?.kind === 'WORKDAYS_AFTER' && rule.from !== undefined && rule.days !== undefined;
  const query = counted ? { from: rule.from!, days: rule.days! } : { on: dueOn };
  return answerOf(api.GET('/api/calendar/deadline', { params: { query } }));
}
