import { newShortages, type Need, type Prospect, type Shortages } from './eligibility.js';
import { chooseHand, roleHeld } from './hands.js';
import { GROUNDS, type ItemReviewEventType, type ItemReviewParameters } from './item-review.events.js';
import type { ItemReviewFacts, ItemStanding, VersionState } from './item-review.facts.js';
import { isSealed, OPEN_VERSION_STATES } from './item-standing.js';
import { isWritten, type Permission, type Refusal, type Requirement, type Verdict } from './policy.js';
import { REQUIREMENT_MESSAGES, type RequirementId } from './requirement-messages.js';

type ItemRequirement = Requirement<ItemReviewFacts, ItemReviewParameters, RequirementId>;
type Check = (facts: ItemReviewFacts, event: ItemReviewParameters, permission: Permission) => boolean;

/** A requirement on the one item that the event concerns. */
function onItem(id: RequirementId, refusal: Refusal, holds: Check, parameter = false): ItemRequirement {
  return {
    id,
    message: REQUIREMENT_MESSAGES[id],
    refusal,
    parameter,
    check: (facts, event, permission): Verdict => {
      const satisfied = holds(facts, event, permission);
      return { satisfied, itemIds: satisfied ? [] : [facts.item.itemId] };
    },
  };
}

/** A requirement on the event's own parameters. */
const onEvent = (id: RequirementId, holds: Check): ItemRequirement => onItem(id, 'unmet', holds, true);

const IN_DRAFT: readonly VersionState[] = ['draft'];
const UNDER_REVIEW: readonly VersionState[] = ['confidentialityReview', 'riskAssessment'];

/** product.md, "When": item events belong to the two reviewing stages; these say otherwise. */
const VERSION_STATES_OF: Partial<Record<ItemReviewEventType, readonly VersionState[]>> = {
  create: IN_DRAFT,
  remove: IN_DRAFT,
  carryOver: IN_DRAFT,
  enterReview: ['draft', 'confidentialityReview'],
  edit: ['draft', ...UNDER_REVIEW],
  amend: ['draft', ...UNDER_REVIEW],
  reopen: [...UNDER_REVIEW, 'departmentApproval'],
  textBarred: OPEN_VERSION_STATES,
};

function versionStateAllows({ version, item }: ItemReviewFacts, { type }: ItemReviewParameters): boolean {
  const onlyInDraft = type === 'edit' && item.state !== 'returned';
  return (onlyInDraft ? IN_DRAFT : (VERSION_STATES_OF[type] ?? UNDER_REVIEW)).includes(version.state);
}

/** The item as it would stand after the edit or the amendment; as it stands when nothing else is known. */
function afterwards({ item, whole }: ItemReviewFacts): ItemStanding {
  return whole?.items.find((other) => other.itemId === item.itemId) ?? item;
}

interface Prospects {
  readonly before: readonly Prospect[];
  readonly after: Prospect;
}

/**
 * The whole version after the edit and before it. A new item is compared with the version without it, and with one that
 * nobody has touched: what is missing there is missing for want of appointments.
 */
function prospects(facts: ItemReviewFacts, type: ItemReviewEventType): Prospects | null {
  if (facts.whole === null) return null;
  const { version, whole, item } = facts;
  const shared = { ...version, hands: whole.hands, submissionAhead: version.state === 'draft' };
  const after = { ...shared, items: whole.items };
  const others = whole.items.filter((other) => other.itemId !== item.itemId);
  if (type !== 'create') return { before: [{ ...shared, items: [...others, item] }], after };
  const untouched = whole.items.map((other) => ({ ...other, contributors: [], signatures: [] }));
  return {
    before: [
      { ...shared, items: others },
      { ...shared, items: untouched, submitters: [] },
    ],
    after,
  };
}

/** Each need is reported on its own; the search for people is the same, so it is made once per facts. */
const searched = new WeakMap<ItemReviewFacts, Map<string, Shortages>>();
function shortagesOf(facts: ItemReviewFacts, type: ItemReviewEventType): Shortages | null {
  const prospect = prospects(facts, type);
  if (prospect === null) return null;
  const known = searched.get(facts) ?? new Map<string, Shortages>();
  searched.set(facts, known);
  const found = known.get(type) ?? newShortages(prospect.before, prospect.after);
  known.set(type, found);
  return found;
}

function remains(id: RequirementId, need: Need): ItemRequirement {
  return {
    ...onItem(id, 'unmet', () => true),
    check: (facts, event): Verdict => {
      const itemIds = shortagesOf(facts, event.type)?.[need] ?? [];
      return { satisfied: itemIds.length === 0, itemIds };
    },
  };
}

const rolePermits = onItem('rolePermits', 'forbidden', ({ actor, version }, _, permission) =>
  roleHeld(actor, permission, version.smallBody),
);
const inStage = onItem('versionStateAllows', 'conflict', versionStateAllows);
const unsealed = onItem('textUnsealed', 'conflict', ({ item }) => !isSealed(item));
/** Who holds no permitted role is refused for that alone. */
const threeHands = onItem('threeHands', 'unmet', (facts, { type }, permission) => {
  const { actor, version } = facts;
  return actor.kind === 'system' || !roleHeld(actor, permission, version.smallBody) || chooseHand(facts, type, permission) !== null;
});

/** Editing can make a contributor of the last who might decide; it takes nobody away who might submit or endorse. */
const eligibility: readonly ItemRequirement[] = [
  remains('approverRemains', 'approver'),
  remains('deciderRemains', 'decider'),
  remains('assessorRemains', 'assessor'),
  remains('distinctHandsRemain', 'distinctHands'),
];

/** Statements about a text; a removal has none to speak of. */
const onText = (id: RequirementId, holds: (item: ItemStanding) => boolean): ItemRequirement =>
  onItem(id, 'unmet', (facts) => afterwards(facts).removal || holds(afterwards(facts)));

export const lacksBasis = (item: ItemStanding): boolean => item.category === 'STATUTORY' && item.missing.includes('bases');

/** Missing elements beside the two that have a requirement, and a message, of their own. */
export function lacksElements(item: ItemStanding): boolean {
  return item.missing.some((code) => code !== 'category' && !(code === 'bases' && item.category === 'STATUTORY'));
}

const categoryStated = onText('categoryStated', (item) => item.category !== null);
const basisNamed = onText('basisNamed', (item) => !lacksBasis(item));
const amendedTextComplete: readonly ItemRequirement[] = [
  onText('elementsComplete', (item) => !lacksElements(item)),
  categoryStated,
  basisNamed,
  onText('repairsConfirmed', (item) => item.openRepairs === 0),
  onText('timeLimitsRead', (item) => !item.timeLimitUnread),
  onText('hitsAcknowledgedByCompiler', (item) => item.openHits.compiler === 0),
];
const officerSawHits = onText('hitsAcknowledgedByOfficer', (item) => item.openHits.officer === 0);

/** An open determination releases as a clear does; one that withholds does not. */
const whenOpened = (requirement: ItemRequirement): ItemRequirement => ({
  ...requirement,
  check: (facts, event, permission) =>
    event.outcome === 'withhold' ? { satisfied: true, itemIds: [] } : requirement.check(facts, event, permission),
});

const notARemoval = onItem('removalDecidable', 'conflict', ({ item }) => !item.removal);
const reason = onEvent('reasonGiven', (_, event) => isWritten(event.reason));
/** What was public disappears for a reason; an item that never was just goes. */
const reasonWhenPublic = onEvent('reasonGiven', ({ item }, event) => !item.wasPublic || isWritten(event.reason));
const ground = onEvent('groundKnown', (_, event) => GROUNDS.some((known) => known === event.ground));
const fields = onEvent('fieldsNamed', (_, event) => (event.fields ?? []).length > 0 && (event.fields ?? []).every(isWritten));
const hazards = onEvent('hazardsAnswered', ({ version, item }, event) => {
  const answers = event.checklist ?? {};
  return item.removal || version.hazardQuestions.every((code) => answers[code] === 'yes' || answers[code] === 'no');
});
const documentNumber = onEvent('documentNumberGiven', (_, event) => isWritten(event.documentNumber));
const outcome = onEvent('outcomeKnown', (_, event) => event.outcome === 'open' || event.outcome === 'withhold');
const reviewDate = onEvent('reviewDateGiven', (_, event) => isWritten(event.reviewOn));
const keepable = onEvent('predecessorKeepable', ({ item }, event) => event.predecessor !== 'keep' || item.keepable);
const removalKept = onEvent('removalOnlyKept', ({ item }, event) => !item.removal || event.predecessor === 'keep');
const level = onEvent('levelKnown', (_, event) => event.level === 'LOW' || event.level === 'MEDIUM' || event.level === 'HIGH');
const measures = onEvent('measuresGiven', (_, event) => {
  const given = Array.isArray(event.measures) ? event.measures.length > 0 && event.measures.every(isWritten) : isWritten(event.measures);
  return event.level !== 'MEDIUM' || given;
});
const changedOrReplied = onEvent('returnedAnswered', ({ item, incoming }, event) => {
  const changed = incoming !== null && incoming.contentHash !== item.contentHash;
  return changed || item.changedSinceReturned || isWritten(event.reply);
});
const changedWhenReturned = onItem('returnedAnswered', 'unmet', ({ item }) => item.state !== 'returned' || item.changedSinceReturned);

const everyEvent: readonly ItemRequirement[] = [rolePermits, inStage];
const decision: readonly ItemRequirement[] = [...everyEvent, threeHands];

/** What each event needs, one checker per concern. */
export const ITEM_REQUIREMENTS: Readonly<Record<ItemReviewEventType, readonly ItemRequirement[]>> = {
  create: [...everyEvent, ...eligibility],
  edit: [...everyEvent, unsealed, ...eligibility],
  remove: [...everyEvent, unsealed, reasonWhenPublic, ...eligibility],
  amend: [...everyEvent, changedOrReplied, ...amendedTextComplete, ...eligibility],
  enterReview: [...everyEvent, changedWhenReturned],
  carryOver: everyEvent,
  textBarred: everyEvent,
  clear: [...decision, categoryStated, basisNamed, officerSawHits, hazards],
  requireRedaction: [...decision, notARemoval, reason, fields],
  return: [...decision, reason],
  withhold: [...decision, notARemoval, ground, reason],
  discloseOnApplication: [...decision, notARemoval, ground, reason],
  refer: [...decision, notARemoval, reason],
  defer: [...decision, reason],
  resume: everyEvent,
  determine: [...decision, documentNumber, outcome, whenOpened(categoryStated), whenOpened(basisNamed), whenOpened(officerSawHits)],
  setAside: [...decision, reason, reviewDate, keepable, removalKept],
  acceptRisk: [...decision, level, measures],
  requireMitigation: [...everyEvent, reason],
  rejectRisk: [...decision, ground, reason],
  endorse: decision,
  reopen: [...everyEvent, reason],
};
