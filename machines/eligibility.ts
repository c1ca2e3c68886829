import { excludedFromSubmission, isFree } from './hands.js';
import type { ItemStanding } from './item-review.facts.js';
import { needsAssessment, signersOf } from './item-standing.js';
import type { Hand } from './people.facts.js';

/** The version as it would stand, and who could still act on it. */
export interface Prospect {
  readonly items: readonly ItemStanding[];
  readonly hands: readonly Hand[];
  readonly submitters: readonly string[];
  readonly smallBody: boolean;
  /** Somebody still has to submit: the version is, or would be, a draft. */
  readonly submissionAhead: boolean;
}

export const NEEDS = ['submitter', 'approver', 'decider', 'assessor', 'distinctHands'] as const;
export type Need = (typeof NEEDS)[number];

/** Who is missing, and for which items; a missing submitter or approver concerns them all. */
export type Shortages = Readonly<Record<Need, readonly string[]>>;

const NO_SHORTAGE: Shortages = { submitter: [], approver: [], decider: [], assessor: [], distinctHands: [] };

/** Items that need the same people: a version of 300 items usually has one to five such groups. */
interface Group {
  readonly itemIds: string[];
  readonly excluded: readonly string[];
  /** Who signed review or assessment and would not be asked again as things stand. */
  readonly signers: readonly string[];
  /** Who reviewed an item that waits for its assessment; null when it does not. */
  readonly reviewers: readonly string[] | null;
  readonly assess: boolean;
}

/** Signatures on what is edited or answered are void by the time it is reviewed again. */
function signaturesLast(item: ItemStanding): boolean {
  return item.state !== 'drafting' && !(item.state === 'returned' && item.changedSinceReturned);
}

/**
 * Every item needs a decider, a concluded one too: it may be reopened when nobody may take the version back any more
 * whom that would leave without one. The model search found such a version, which could only be discarded.
 */
function groupsOf(prospect: Prospect): Group[] {
  const groups = new Map<string, Group>();
  for (const item of prospect.items) {
    const group: Group = {
      itemIds: [],
      excluded: [...new Set([...item.contributors, ...prospect.submitters])].sort(),
      signers: signaturesLast(item) ? signersOf(item, 'review', 'assessment').sort() : [],
      reviewers: item.state === 'cleared' ? signersOf(item, 'review').sort() : null,
      assess: item.state === 'cleared' || needsAssessment(item),
    };
    const key = JSON.stringify(group);
    const known = groups.get(key) ?? group;
    known.itemIds.push(item.itemId);
    groups.set(key, known);
  }
  return [...groups.values()];
}

const holding = (hands: readonly Hand[], role: Hand['role']): Hand[] => hands.filter((hand) => hand.role === role);

/** A hand that may assess after this reviewer: an assessor, or in a small body its officer, the reviewer too. */
function assessorAfter(hands: readonly Hand[], smallBody: boolean, excluded: readonly string[], reviewers: readonly string[]): boolean {
  return (
    holding(hands, 'riskAssessor').some((hand) => isFree(hand, [...excluded, ...reviewers])) ||
    (smallBody && holding(hands, 'confidentialityOfficer').some((hand) => isFree(hand, excluded)))
  );
}

/** Whether the group finds everybody it needs beside those who are taken for submitting and approving. */
function staffed(group: Group, prospect: Prospect, submitter: readonly string[], approver: readonly string[]): boolean {
  const taken = [...group.excluded, ...submitter, ...approver];
  const assessed = (reviewers: readonly string[]): boolean => assessorAfter(prospect.hands, prospect.smallBody, taken, reviewers);
  const waiting = group.reviewers === null || assessed(group.reviewers);
  const deciders = holding(prospect.hands, 'confidentialityOfficer').filter((officer) => isFree(officer, taken));
  return waiting && deciders.some((officer) => !group.assess || assessed(officer.persons));
}

function together(prospect: Prospect, groups: readonly Group[], submitters: readonly Hand[], approvers: readonly Hand[]): boolean {
  const submittersPersons: readonly (readonly string[])[] = prospect.submissionAhead ? submitters.map((hand) => hand.persons) : [[]];
  return submittersPersons.some((submitter) =>
    approvers.some(
      (approver) => isFree(approver, submitter) && groups.every((group) => staffed(group, prospect, submitter, approver.persons)),
    ),
  );
}

/**
 * product.md, rule 3, last sentences: who is missing so that the version could still be submitted, decided, assessed and
 * approved by hands that differ. Whoever may approve may also endorse, so an endorser is never missing alone. `distinctHands` when each is there alone, but not all of them at once.
 */
export function shortages(prospect: Prospect): Shortages {
  const groups = groupsOf(prospect);
  const everything = groups.flatMap((group) => group.itemIds);
  const signed = groups.flatMap((group) => [...group.excluded, ...group.signers]);
  const submitters = holding(prospect.hands, 'compiler').filter((hand) => isFree(hand, excludedFromSubmission(prospect.items)));
  const approvers = holding(prospect.hands, 'departmentLeader').filter((hand) => isFree(hand, [...prospect.submitters, ...signed]));
  if (together(prospect, groups, submitters, approvers)) return NO_SHORTAGE;

  const lacking = (needs: (group: Group) => boolean): string[] => groups.filter(needs).flatMap((group) => group.itemIds);
  const alone: Shortages = {
    submitter: prospect.submissionAhead && submitters.length === 0 ? everything : [],
    approver: approvers.length === 0 ? everything : [],
    decider: lacking((group) => !holding(prospect.hands, 'confidentialityOfficer').some((hand) => isFree(hand, group.excluded))),
    assessor: lacking((group) => group.assess && !assessorAfter(prospect.hands, prospect.smallBody, group.excluded, group.reviewers ?? [])),
    distinctHands: [],
  };
  const someoneMissing = Object.values(alone).some((itemIds) => itemIds.length > 0);
  return someoneMissing ? alone : { ...alone, distinctHands: everything };
}

/**
 * The shortages that an edit would bring about: those that none of the prospects before it had. A lack of appointments
 * that an edit neither causes nor mends is left for `submit` to refuse.
 */
export function newShortages(before: readonly Prospect[], after: Prospect): Shortages {
  const now = shortages(after);
  if (NEEDS.every((need) => now[need].length === 0)) return now;
  const then = before.map(shortages);
  const wanting = then.some((known) => NEEDS.some((need) => known[need].length > 0));
  const ofItems = (need: Need) => now[need].filter((itemId) => !then.some((known) => known[need].includes(itemId)));
  const ofAll = (need: Need) => (then.some((known) => known[need].length > 0) ? [] : now[need]);
  return {
    submitter: ofAll('submitter'),
    approver: ofAll('approver'),
    decider: ofItems('decider'),
    assessor: ofItems('assessor'),
    distinctHands: wanting ? [] : now.distinctHands,
  };
}
