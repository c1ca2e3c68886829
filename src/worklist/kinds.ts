import type { CatalogueVersionEventType } from '../../machines/catalogue-version.events.js';
import type { ItemReviewEventType } from '../../machines/item-review.events.js';
import type { ItemState, VersionState } from '../../machines/item-review.facts.js';

export const TASK_KINDS = [
  'finishDraft',
  'amend',
  'review',
  'resume',
  'determine',
  'assess',
  'endorse',
  'concludeReview',
  'concludeAssessment',
  'approve',
  'takeUp',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

interface Kind<Event extends string> {
  readonly kind: TaskKind;
  /** The event by which the work is done; of several with the same roles one stands for all. */
  readonly event: Event;
}

/** What an item in this state waits for. */
export const ITEM_KINDS: Partial<Record<ItemState, Kind<ItemReviewEventType>>> = {
  returned: { kind: 'amend', event: 'amend' },
  awaitingReview: { kind: 'review', event: 'clear' },
  deferred: { kind: 'resume', event: 'resume' },
  referred: { kind: 'determine', event: 'determine' },
  cleared: { kind: 'assess', event: 'acceptRisk' },
  awaitingEndorsement: { kind: 'endorse', event: 'endorse' },
};

/** A closed version is taken up again for what it set aside. */
const takeUp = { kind: 'takeUp', event: 'revise' } as const;

/** What a version in this state waits for as a whole. */
export const VERSION_KINDS: Partial<Record<VersionState, Kind<CatalogueVersionEventType>>> = {
  draft: { kind: 'finishDraft', event: 'submit' },
  confidentialityReview: { kind: 'concludeReview', event: 'concludeConfidentialityReview' },
  riskAssessment: { kind: 'concludeAssessment', event: 'concludeRiskAssessment' },
  departmentApproval: { kind: 'approve', event: 'approve' },
  published: takeUp,
  revised: takeUp,
  takenDown: takeUp,
};
