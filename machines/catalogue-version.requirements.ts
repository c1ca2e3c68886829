import type { CatalogueVersionEventType, CatalogueVersionParameters } from './catalogue-version.events.js';
import type { CatalogueVersionFacts } from './catalogue-version.facts.js';
import { shortages, type Need } from './eligibility.js';
import { chooseHand, excludedFromApproval, excludedFromSubmission, handsApart, handsWithRole, roleHeld, share } from './hands.js';
import { lacksBasis, lacksElements } from './item-review.requirements.js';
import type { ItemStanding } from './item-review.facts.js';
import { isConcluded, isSealed, refusalStands, releaseStands, removalStands, showsText } from './item-standing.js';
import { isWritten, noneOf, satisfied, verdict, type Permission, type Refusal, type Requirement, type Verdict } from './policy.js';
import { REQUIREMENT_MESSAGES, type RequirementId } from './requirement-messages.js';

type VersionRequirement = Requirement<CatalogueVersionFacts, CatalogueVersionParameters, RequirementId>;
type Check = VersionRequirement['check'];

function requirement(id: RequirementId, refusal: Refusal, check: Check, parameter = false): VersionRequirement {
  return { id, message: REQUIREMENT_MESSAGES[id], refusal, parameter, check };
}

/** A requirement that some items may not meet. */
const noItem = (id: RequirementId, offends: (item: ItemStanding, facts: CatalogueVersionFacts) => boolean): VersionRequirement =>
  requirement(id, 'unmet', (facts) => noneOf(facts.items.filter((item) => offends(item, facts))));

/** A requirement on the event's own parameters. */
const onEvent = (
  id: RequirementId,
  holds: (facts: CatalogueVersionFacts, event: CatalogueVersionParameters) => boolean,
): VersionRequirement => requirement(id, 'unmet', (facts, event) => verdict(holds(facts, event)), true);

const rolePermits = requirement('rolePermits', 'forbidden', ({ actor, version }, _, permission) =>
  verdict(roleHeld(actor, permission, version.smallBody)),
);

/** Items that stand in the way of this actor's hand: whom they exclude from the event shares a person with it. */
function inTheWay({ items, actor, version }: CatalogueVersionFacts, event: string, permission: Permission): ItemStanding[] {
  const own = handsWithRole(actor, permission, version.smallBody).flatMap((hand) => [...hand.persons]);
  return items.filter((item) => share(own, event === 'approve' ? excludedFromApproval([item], []) : excludedFromSubmission([item])));
}

/** Who holds no permitted role is refused for that alone. */
const threeHands = requirement('threeHands', 'unmet', (facts, { type }, permission): Verdict => {
  const { actor, version } = facts;
  if (actor.kind === 'system' || !roleHeld(actor, permission, version.smallBody)) return satisfied;
  if (chooseHand(facts, type, permission) !== null) return satisfied;
  return { satisfied: false, itemIds: inTheWay(facts, type, permission).map((item) => item.itemId) };
});

/** The version as it stands once this actor has submitted it. */
function remains(id: RequirementId, need: Need): VersionRequirement {
  return requirement(id, 'unmet', (facts, { type }, permission): Verdict => {
    const hand = chooseHand(facts, type, permission);
    const submitters = [...facts.version.submitters, ...(hand?.persons ?? [])];
    const itemIds = shortages({ ...facts.version, items: facts.items, hands: facts.hands, submitters, submissionAhead: false })[need];
    return { satisfied: itemIds.length === 0, itemIds };
  });
}

/** Items that are about to be reviewed: what keeps a standing decision was complete when it was taken. */
const toBeReviewed = (item: ItemStanding): boolean =>
  !item.removal && !isSealed(item) && ['drafting', 'returned', 'awaitingReview'].includes(item.state);
const noneToReview = (id: RequirementId, offends: (item: ItemStanding) => boolean): VersionRequirement =>
  noItem(id, (item) => toBeReviewed(item) && offends(item));

const itemsPresent = requirement('itemsPresent', 'unmet', ({ items }) => verdict(items.length > 0));
const submission: readonly VersionRequirement[] = [
  itemsPresent,
  noneToReview('elementsComplete', lacksElements),
  noneToReview('categoryStated', (item) => item.category === null),
  noneToReview('basisNamed', lacksBasis),
  noneToReview('repairsConfirmed', (item) => item.openRepairs > 0),
  noneToReview('timeLimitsRead', (item) => item.timeLimitUnread),
  noneToReview('hitsAcknowledgedByCompiler', (item) => item.openHits.compiler > 0),
  noItem('returnedAnswered', (item) => item.state === 'returned' && !item.changedSinceReturned),
  remains('approverRemains', 'approver'),
  remains('deciderRemains', 'decider'),
  remains('assessorRemains', 'assessor'),
  remains('distinctHandsRemain', 'distinctHands'),
];

const reason = onEvent('reasonGiven', (_, event) => isWritten(event.reason));
const nothingPublicStated = onEvent('nothingPublicStated', ({ items }, event) => event.nothingPublic === true || items.some(showsText));
const itemShown = onEvent('itemShown', ({ items }, event) => items.some((item) => item.itemId === event.itemId && showsText(item)));
const textsNamed = onEvent('textsNamed', ({ items }, { texts }) => {
  if (texts === 'all' || texts === 'none') return true;
  return Array.isArray(texts) && texts.length > 0 && texts.every((itemId) => items.some((item) => item.itemId === itemId));
});

const reviewed = (item: ItemStanding): boolean => isConcluded(item) || item.state === 'cleared' || item.state === 'awaitingEndorsement';
const everyItemReviewed = noItem('everyItemReviewed', (item) => !reviewed(item));
const everyItemDecided = noItem('everyItemDecided', (item) => !isConcluded(item));

/** The load-bearing check: rule 1 evaluated anew over every item, whatever the states say. */
const release: readonly VersionRequirement[] = [
  itemsPresent,
  everyItemDecided,
  noItem('everyReleaseStands', (item) => item.state === 'releasable' && !(item.removal ? removalStands(item) : releaseStands(item))),
  noItem('everyRefusalStands', (item) => !refusalStands(item)),
  noItem('keptTextsStand', (item) => item.state === 'setAside' && item.kept && !item.keepable),
  noItem('handsApart', (item, { version }) => isConcluded(item) && !handsApart(item, version.submitters, version.smallBody)),
];

/** Whoever approved earlier must still be free when the clock releases. */
const approverStillFree = requirement('threeHands', 'unmet', ({ items, version }) =>
  verdict(!share(version.approvers, excludedFromApproval(items, version.submitters))),
);
const due = requirement('dueNow', 'conflict', ({ version }) => verdict(version.due));
const releaseNoLongerHolds = requirement('releaseNoLongerHolds', 'unmet', (facts, event, permission) =>
  verdict([...release, approverStillFree].some(({ check }) => !check(facts, event, permission).satisfied)),
);

const latest = requirement('latestVersion', 'conflict', ({ version }) => verdict(version.latest));
const noneOpen = requirement('noOpenVersion', 'conflict', ({ version }) => verdict(!version.anotherOpen));
const neverPublished = requirement('neverPublished', 'conflict', ({ version }) => verdict(!version.everPublished));

/** What each event needs, one checker per concern. */
export const VERSION_REQUIREMENTS: Readonly<Record<CatalogueVersionEventType, readonly VersionRequirement[]>> = {
  create: [rolePermits, noneOpen, neverPublished],
  submit: [rolePermits, threeHands, ...submission],
  discard: [rolePermits, reason],
  recall: [rolePermits, reason],
  return: [rolePermits, reason],
  concludeConfidentialityReview: [rolePermits, everyItemReviewed],
  concludeRiskAssessment: [rolePermits, everyItemDecided],
  approve: [rolePermits, threeHands, ...release, nothingPublicStated],
  itemReopened: [rolePermits],
  textBarred: [rolePermits],
  release: [rolePermits, due, ...release, approverStillFree],
  refuseRelease: [rolePermits, due, releaseNoLongerHolds],
  supersede: [rolePermits],
  revise: [rolePermits, latest, noneOpen],
  suspendItem: [rolePermits, reason, itemShown],
  takeDown: [rolePermits, reason, textsNamed],
};
