import type { ItemStanding, ItemState, Signature, VersionState } from './item-review.facts.js';

/** Nothing more is to be decided: product.md, itemReview, last row of the table. */
const CONCLUDED: readonly ItemState[] = ['releasable', 'withheld', 'onApplication', 'setAside'];

/** A version in one of these is open: work goes on in it. */
export const OPEN_VERSION_STATES: readonly VersionState[] = [
  'draft',
  'confidentialityReview',
  'riskAssessment',
  'departmentApproval',
  'scheduled',
];

/** The events whose decision lets an item stand in the state, so that no state comes from nowhere. */
const REFUSING_EVENTS: Partial<Record<ItemState, readonly string[]>> = {
  withheld: ['withhold', 'determine', 'rejectRisk'],
  onApplication: ['discloseOnApplication'],
};

export const isConcluded = (item: ItemStanding): boolean => CONCLUDED.includes(item.state);

/** A referred text that nobody has determined: sealed, whatever state its item is in. */
export const isSealed = (item: ItemStanding): boolean => item.state === 'referred' || item.referral === 'open';

/** An item with such a text can only be determined, not decided: neither by a second officer nor by asking again. */
export const isReferredText = (referral: ItemStanding['referral']): boolean => referral === 'open' || referral === 'determinedWithhold';

/** product.md, "Assessment": every prudential item, and a statutory one when the officer asks or asked for it. */
export function needsAssessment(item: ItemStanding, asked = false): boolean {
  return !item.removal && (item.category === 'OTHER' || item.assessmentDemanded || asked);
}

/** The version shows a text for this item: its own or its predecessor's. */
export const showsText = (item: ItemStanding): boolean =>
  (item.state === 'releasable' && !item.removal) || (item.state === 'setAside' && item.kept);

/** Rule 1's last conjuncts: accepted where needed, MEDIUM with measures, HIGH with endorsement. */
function acceptanceStands(item: ItemStanding): boolean {
  if (!needsAssessment(item)) return true;
  if (item.acceptance === null) return false;
  if (item.acceptance.level === 'MEDIUM') return item.acceptance.measures;
  return item.acceptance.level === 'LOW' || item.acceptance.endorsed;
}

/** product.md, rule 1, without the kept texts: what is `releasable` is so by decisions that stand on this very text. */
export function releaseStands(item: ItemStanding): boolean {
  return item.clearStands && !item.barred && !isReferredText(item.referral) && acceptanceStands(item);
}

/** A removal that was agreed to: nothing is shown, so a bar or an assessment has no part in it. */
export const removalStands = (item: ItemStanding): boolean => item.clearStands;

/** What is not disclosed is so by a decision that stands. */
export function refusalStands(item: ItemStanding): boolean {
  const events = REFUSING_EVENTS[item.state];
  return events === undefined || item.signatures.some((signature) => events.includes(signature.event));
}

export function signersOf(item: ItemStanding, ...steps: readonly Signature['step'][]): string[] {
  return item.signatures.filter((signature) => steps.includes(signature.step)).flatMap((signature) => [...signature.persons]);
}
