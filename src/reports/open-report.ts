import { judge } from '../../machines/judge.js';
import { currentVersion } from '../../machines/registry.js';
import { addWorkingDays, type Calendar, type Day } from '../calendar/index.js';
import type { DueRule, MatterCommand, MatterRequest, Place } from '../commands/index.js';
import { begin, matterFacts } from '../matters/index.js';
import { ProblemError } from '../platform/problems/index.js';
import { periodOf, type Asked } from './period.js';

/** A report that is to be there: of whom, about which period, by when. */
export interface Opening extends Asked {
  readonly place: Place;
  readonly rule: DueRule;
  /** The territory has none above it: its report goes nowhere. */
  readonly highest?: boolean;
}

interface Around {
  calendar(): Promise<Calendar>;
  /** The report of that period, when there is one. */
  existing(): Promise<string | null>;
  /** Whether the same request made it a moment ago. */
  madeBefore(): Promise<boolean>;
}

interface Gathered {
  readonly calendar: Calendar;
  readonly existing: string | null;
  readonly madeBefore: boolean;
}

/** The day that a rule leads to, and whether a year was counted that nobody entered. */
export function dueBy(rule: DueRule, calendar: Calendar): { readonly dueOn: Day; readonly provisional: boolean } {
  return rule.kind === 'FIXED' ? { dueOn: rule.dueOn, provisional: false } : addWorkingDays(calendar, rule.from, rule.days);
}

/**
 * Makes a report, without content: by the clock, or by its author. One for each period.
 * @throws ProblemError 409 when there is one, 422 for a period that has not begun or where nobody is above; the clock leaves both be
 */
export function openReport(
  request: Pick<MatterRequest, 'key' | 'requestId'>,
  { place, purpose, period, rule, highest }: Opening,
  around: Around,
): MatterCommand<Gathered> {
  return {
    gather: async () => {
      const existing = await around.existing();
      return { calendar: await around.calendar(), existing, madeBefore: existing !== null && (await around.madeBefore()) };
    },
    judge: (loaded, { calendar }) =>
      judge('progressReport', currentVersion('progressReport'), null, { type: 'open' }, matterFacts(loaded, calendar)),
    plan: ({ person, today }, { calendar, existing, madeBefore }, { hand, to, verdicts }) => {
      if (existing !== null && (person === null || madeBefore)) return { unchanged: {} };
      if (existing !== null) throw new ProblemError({ status: 409, code: 'report.exists', extensions: { reportId: existing } });
      if (highest) throw new ProblemError({ status: 422, code: 'report.noSuperior' });
      if (periodOf(period).from > today) throw new ProblemError({ status: 422, code: 'report.periodAhead' });
      const { dueOn, provisional } = dueBy(rule, calendar);
      const { id, changes } = begin(
        { machine: 'progressReport', purpose, ...place, parentId: null, period, dueOn, dueRule: rule, dueProvisional: provisional },
        { type: 'open', to: to!, verdicts },
        { person, hand, key: request.key, requestId: request.requestId },
      );
      return { expect: {}, changes, answer: { id, state: to, dueOn } };
    },
  };
}
