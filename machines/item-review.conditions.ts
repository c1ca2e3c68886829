import type { ItemReviewParameters } from './item-review.events.js';
import type { ItemReviewFacts } from './item-review.facts.js';
import { isReferredText, needsAssessment } from './item-standing.js';

/** What a branch of one event may depend on. The branches of an event exclude each other by these names. */
export const ITEM_CONDITIONS = {
  assessmentNeeded: ({ item }: ItemReviewFacts, event: ItemReviewParameters) => needsAssessment(item, event.assess === true),
  determinedToWithhold: (_: ItemReviewFacts, event: ItemReviewParameters) => event.outcome === 'withhold',
  riskIsHigh: (_: ItemReviewFacts, event: ItemReviewParameters) => event.level === 'HIGH',
  versionInDraft: ({ version }: ItemReviewFacts) => version.state === 'draft',
  wasPublic: ({ item }: ItemReviewFacts) => item.wasPublic,
  /** The text that stands is referred, or was determined to be withheld: it can only be determined. */
  textReferred: ({ item }: ItemReviewFacts) => isReferredText(item.referral),
  /** The same of the text that would stand after the edit. */
  incomingReferred: ({ item, incoming }: ItemReviewFacts) => isReferredText(incoming === null ? item.referral : incoming.referral),
  carriedReleasable: (_: ItemReviewFacts, event: ItemReviewParameters) => event.to === 'releasable',
  carriedWithheld: (_: ItemReviewFacts, event: ItemReviewParameters) => event.to === 'withheld',
  carriedOnApplication: (_: ItemReviewFacts, event: ItemReviewParameters) => event.to === 'onApplication',
  carriedReferred: (_: ItemReviewFacts, event: ItemReviewParameters) => event.to === 'referred',
} as const;

export type ItemCondition = keyof typeof ITEM_CONDITIONS;
