import type { ItemReviewEventType } from '../../machines/item-review.events.js';
import type { Hand, RoleCode } from '../../machines/people.facts.js';
import type { ItemGroup, VersionAtWork } from './facts.js';
import { ITEM_KINDS, VERSION_KINDS, type TaskKind } from './kinds.js';
import { newcomer, rolesOf, type Turns } from './turn.js';

/** What a hand of an asked role may do now: of how many items it is free to take the step, and the first of them. */
export interface AskedHand {
  readonly hand: Hand;
  readonly free: number;
  readonly itemIds: readonly string[];
}

/** Something that a version waits for, and from whom. */
export interface Ask {
  readonly kind: TaskKind;
  readonly roles: readonly RoleCode[];
  readonly hands: readonly AskedHand[];
  /** Items that wait; null where the version as a whole does. */
  readonly count: number | null;
  readonly itemIds: readonly string[];
  readonly since: string;
  readonly seq: number;
}

const FEW = 5;

/** Everything that a version waits for now: steps on its items, and the step of the whole. */
export function asksOf(version: VersionAtWork, hands: readonly Hand[], turns: Turns): Ask[] {
  // In a draft what was returned is a part of finishing it.
  const groups = version.state === 'draft' ? [] : version.groups;
  const asks = [...groups.map((group) => askOfItems(version, group, hands, turns)), askOfWhole(version, hands, turns)];
  return asks.filter((ask) => ask !== null);
}

function askOfItems(version: VersionAtWork, group: ItemGroup, all: readonly Hand[], turns: Turns): Ask | null {
  const work = ITEM_KINDS[group.state];
  if (work === undefined) return null;
  const { kind, event } = work;
  const roles = rolesOf('itemReview', group.state, event, version.smallBody).filter(
    (role) => turns.onItem(version, group.state, event, newcomer(role)) === 'yes',
  );
  if (roles.length === 0) return null;
  const hands = all.filter((hand) => roles.includes(hand.role)).map((hand) => onGroup(version, group, event, hand, turns));
  const itemIds = [...group.first, ...marksOf(version, group).flatMap((mark) => mark.first)].slice(0, FEW);
  return { kind, roles, hands, count: group.count, itemIds, since: group.since, seq: group.seq };
}

const marksOf = ({ marks }: VersionAtWork, { state }: ItemGroup) => marks.filter((mark) => mark.state === state);
const sum = (counts: readonly { readonly count: number }[]): number => counts.reduce((total, { count }) => total + count, 0);

/** Items with the same mark are judged together, and all without one. */
function onGroup(version: VersionAtWork, group: ItemGroup, event: ItemReviewEventType, hand: Hand, turns: Turns): AskedHand {
  const marks = marksOf(version, group);
  const open = marks.filter((mark) => turns.onItem(version, group.state, event, hand, mark) === 'yes');
  const plain = turns.onItem(version, group.state, event, hand) === 'yes' ? [{ count: group.count - sum(marks), first: group.first }] : [];
  const free = [...plain, ...open];
  return { hand, free: sum(free), itemIds: free.flatMap(({ first }) => first).slice(0, FEW) };
}

function askOfWhole(version: VersionAtWork, all: readonly Hand[], turns: Turns): Ask | null {
  const work = VERSION_KINDS[version.state];
  if (work === undefined) return null;
  const { kind, event } = work;
  const roles = rolesOf('catalogueVersion', version.state, event, version.smallBody).filter(
    (role) => turns.onVersion(version, event, newcomer(role)) === 'yes',
  );
  if (roles.length === 0) return null;
  const itemIds = version.draft?.first ?? [];
  const hands = all
    .filter((hand) => roles.includes(hand.role))
    .map((hand) => ({ hand, free: turns.onVersion(version, event, hand) === 'yes' ? 1 : 0, itemIds }));
  return { kind, roles, hands, count: version.draft?.items || null, itemIds, ...handedOver(version, kind) };
}

/** A review can be concluded since its last item was; everything else waits since the version came here. */
function handedOver(version: VersionAtWork, kind: TaskKind): { since: string; seq: number } {
  const arrival = { since: version.event.at, seq: version.stateSeq };
  if (kind !== 'concludeReview' && kind !== 'concludeAssessment') return arrival;
  return version.groups
    .map((group) => ({ since: group.settled, seq: group.seq }))
    .reduce((last, next) => (next.seq > last.seq ? next : last), arrival);
}
