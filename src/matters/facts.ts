import type { MatterFacts } from '../../machines/matter.facts.js';
import { addWorkingDays, workingDaysBetween, type Calendar } from '../calendar/index.js';
import type { DueRule, LoadedMatter, StoredMatter } from '../commands/index.js';

/** Working days before a deadline from which on somebody is reminded, and after it from which on the superior is told. */
export const NOTICE_DAYS = 5;
export const ESCALATION_DAYS = 5;

/** A deadline that was counted anew. */
export interface Recomputed {
  readonly dueOn: string;
  readonly provisional: boolean;
  readonly dueRule: DueRule;
  readonly changed: boolean;
}

/** The deadline counted anew by this calendar; null of a day that was set. */
function recomputed({ dueRule, dueOn, provisional }: StoredMatter, calendar: Calendar): Recomputed | null {
  if (dueRule?.kind !== 'WORKDAYS_AFTER') return null;
  const due = addWorkingDays(calendar, dueRule.from, dueRule.days);
  return { dueOn: due.dueOn, provisional: due.provisional, dueRule, changed: due.dueOn !== dueOn || due.provisional !== provisional };
}

/** What the machines read, from what was loaded and the calendar in force. */
export function matterFacts({ person, today, matter, publishedSince, hands }: LoadedMatter, calendar: Calendar) {
  const dueOn = matter?.dueOn ?? null;
  return {
    actor: person === null ? ({ kind: 'system' } as const) : ({ kind: 'person', id: person, hands } as const),
    today,
    matter: {
      dueOn,
      remindedFor: matter?.remindedFor ?? null,
      escalatedFor: matter?.escalatedFor ?? null,
      written: (matter?.textHash ?? null) !== null,
    },
    remindFrom: dueOn && (workingDaysBetween(calendar, today, dueOn) <= NOTICE_DAYS ? today : dueOn),
    escalateFrom: dueOn && addWorkingDays(calendar, dueOn, ESCALATION_DAYS).dueOn,
    published: publishedSince,
    recomputed: matter && recomputed(matter, calendar),
  } satisfies MatterFacts;
}

export type FactsOfMatter = ReturnType<typeof matterFacts>;
