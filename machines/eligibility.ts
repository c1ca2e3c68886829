import { excludedFromSubmission, isFree } from './hands.js';
import type { ItemStanding } from './item-review.facts.js';
import { awaitsDecider, needsAssessment, signersOf } from './item-standing.js';
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
  readonly reviewers: readonly string[];
  readonly assessors: readonly string[];
  readonly decide: boolean;
  readonly assess: boolean;
}

/** Signatures on what is edited or answered are void by the time it is reviewed again. */
function signaturesLast(item: ItemStanding): boolean {
  return item.state !== 'drafting' && !(item.state === 'returned' && item.changedSinceReturned);
}

function groupsOf(prospect: Prospect): Group[] {
  const groups = new Map<string, Group>();
  for (const item of prospect.items) {
    const decide = awaitsDecider(item);
    const lasting = signaturesLast(item);
    const group: Group = {
      itemIds: [],
      excluded: [...new Set([...item.contributors, ...prospect.submitters])].sort(),
      reviewers: lasting ? signersOf(item, 'review').sort() : [],
      assessors: lasting ? signersOf(item, 'assessment').sort() : [],
      decide,
      assess: item.state === 'cleared' || (decide && needsAssessment(item)),
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
  if (!group.decide) return !group.assess || assessorAfter(prospect.hands, prospect.smallBody, taken, group.reviewers);
  return holding(prospect.hands, 'confidentialityOfficer').some(
    (officer) =>
      isFree(officer, [...taken, ...group.assessors]) &&
      (!group.assess || assessorAfter(prospect.hands, prospect.smallBody, taken, officer.persons)),
  );
}

function together(prospect: Prospect, groups: readonly Group[], submitters: readonly Hand[], approvers: readonly Hand[]): boolean {
  const submittersPersons: readonly (readonly string[])[] = prospect.submissionAhead ? submitters.map((hand) => hand.persons) : [[]];
  return submittersPersons.some((submitter) =>
    approvers.some((approver) => isFree(approver, submitter) && groups.every((group) => staffed(group, prospect, submitter, approver.persons))),
  );
}

/**
 * product.md, rule 3, last sentences: who is missing so that the version could still be submitted, decided, assessed and
 * approved by hands that differ. Whoever may approve may also endorse, so an endorser is never missing alone. `distinctHands` when each is there alone, but not all of them at once.
 */
export function shortages(prospect: Prospect): Shortages {
  const groups = groupsOf(prospect);
  const everything = groups.flatMap((group) => group.itemIds);
  const signed = groups.flatMap((group) => [...group.excluded, ...group.reviewers, ...group.assessors]);
  const submitters = holding(prospect.hands, 'compiler').filter((hand) => isFree(hand, excludedFromSubmission(prospect.items)));
  const approvers = holding(prospect.hands, 'departmentLeader').filter((hand) => isFree(hand, [...prospect.submitters, ...signed]));
  if (together(prospect, groups, submitters, approvers)) return NO_SHORTAGE;

  const lacking = (needs: (group: Group) => boolean): string[] => groups.filter(needs).flatMap((group) => group.itemIds);
  const alone: Shortages = {
    submitter: prospect.submissionAhead && submitters.length === 0 ? everything : [],
    approver: approvers.length === 0 ? everything : [],
    decider: lacking(
      (group) => group.decide && !holding(prospect.hands, 'confidentialityOfficer').some((hand) => isFree(hand, [...group.excluded, ...group.assessors])),
    ),
    assessor: lacking((group) => group.assess && !assessorAfter(prospect.hands, prospect.smallBody, group.excluded, group.reviewers)),
    distinctHands: [],
  };
  const someoneMissing = Object.values(alone).some((itemIds) => itemIds.length > 0);
  return someoneMissing ? alone : { ...alone, distinctHands: everything };
}

/**
 * The shortages that an edit would bring about: those that were not there before it. A lack of appointments that
 * an edit neither causes nor mends is left for `submit` to refuse.
 */
export function newShortages(before: Prospect, after: Prospect): Shortages {
  const now = shortages(after);
  if (NEEDS.every((need) => now[need].length === 0)) return now;
  const then = shortages(before);
  const fresh = (need: Need): readonly string[] => {
    if (need === 'submitter' || need === 'approver' || need === 'distinctHands') return then[need].length > 0 ? [] : now[need];
    return now[need].filter((itemId) => !then[need].includes(itemId));
  };
  return {
    submitter: fresh('submitter'),
    approver: fresh('approver'),
    decider: fresh('decider'),
    assessor: fresh('assessor'),
    distinctHands: NEEDS.some((need) => then[need].length > 0) ? [] : now.distinctHands,
  };
}
