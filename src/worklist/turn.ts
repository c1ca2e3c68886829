import type { CatalogueVersionEventType } from '../../machines/catalogue-version.events.js';
import type { ItemReviewEventType } from '../../machines/item-review.events.js';
import type { ItemStanding, ItemState } from '../../machines/item-review.facts.js';
import { rolesPermitted, share } from '../../machines/hands.js';
import { judge, type Judgement } from '../../machines/judge.js';
import type { Hand, RoleCode } from '../../machines/people.facts.js';
import { currentVersion, lifecycle, transitionsOf, type MachineId } from '../../machines/registry.js';
import type { Mark, VersionAtWork } from './facts.js';

/** Whether it is a hand's turn: not at all, yes, or it would be but for separation of duties. */
export type Turn = 'no' | 'yes' | 'excluded';

/** An unmet one of these says that the event is for somebody else or for another time. What else is unmet is the work itself. */
const NOT_NOW: ReadonlySet<string> = new Set([
  'rolePermits',
  'stateAllows',
  'versionStateAllows',
  'everyItemReviewed',
  'everyItemDecided',
  'latestVersion',
  'noOpenVersion',
]);

function turnBy(judgement: Judgement<string>): Turn {
  if (judgement.allowed) return 'yes';
  const unmet = judgement.requirements.map(({ id }) => id);
  if (judgement.refusal === 'unknown' || unmet.some((id) => NOT_NOW.has(id))) return 'no';
  return unmet.includes('threeHands') ? 'excluded' : 'yes';
}

/** An item of which only the state is known, and who had a hand in it: nobody who is asked, where nothing is said. */
function itemIn(state: ItemState, mark: Pick<Mark, 'contributors' | 'signatures'> = { contributors: [], signatures: [] }): ItemStanding {
  return {
    itemId: state,
    state,
    contentHash: '',
    category: 'STATUTORY',
    removal: false,
    wasPublic: false,
    changedSinceReturned: true,
    contributors: mark.contributors,
    signatures: mark.signatures,
    clearStands: true,
    assessmentDemanded: false,
    acceptance: null,
    referral: 'none',
    barred: false,
    kept: false,
    keepable: false,
    missing: [],
    timeLimitUnread: false,
    openRepairs: 0,
    openHits: { compiler: 0, officer: 0 },
  };
}

/** The roles that take the event from this state. */
export function rolesOf(machine: MachineId, state: string, event: string, smallBody: boolean): RoleCode[] {
  const transitions = transitionsOf(lifecycle<MachineId>(machine, currentVersion(machine)), state, event);
  // Offices' capacities take steps on matters only.
  return [...new Set(transitions.flatMap(({ guard }) => rolesPermitted(guard.params, smallBody)))] as RoleCode[];
}

/** Somebody who holds a role and did nothing so far. */
export const newcomer = (role: RoleCode): Hand => ({ role, persons: ['newcomer'] });

/**
 * Asks the machines whose turn it is. Most versions look alike, so answers that cannot differ are given once: they depend on the
 * states, the role, and on whether the hand submitted the version.
 */
export class Turns {
  private readonly known = new Map<string, Turn>();

  /** An item in this state, marked or not. */
  onItem(version: VersionAtWork, state: ItemState, event: ItemReviewEventType, hand: Hand, mark?: Mark): Turn {
    const ask = () => this.onItemIn(version, itemIn(state, mark), event, hand);
    return mark ? ask() : this.once([state, event, ...alike(version, hand)], ask);
  }

  onVersion(version: VersionAtWork, event: CatalogueVersionEventType, hand: Hand): Turn {
    const states = version.groups.map((group) => group.state).sort();
    const ask = () => this.onWhole(version, event, hand);
    return version.marks.length > 0 ? ask() : this.once([event, ...states, ...alike(version, hand)], ask);
  }

  private onItemIn(version: VersionAtWork, item: ItemStanding, event: ItemReviewEventType, hand: Hand): Turn {
    const { state, submitters, smallBody } = version;
    const facts = {
      actor: { kind: 'person', id: hand.persons[0], hands: [hand] },
      version: { state, submitters, smallBody, hazardQuestions: [] },
      item,
      incoming: null,
      whole: null,
    } as const;
    return turnBy(judge('itemReview', currentVersion('itemReview'), item.state, { type: event }, facts));
  }

  private onWhole(version: VersionAtWork, event: CatalogueVersionEventType, hand: Hand): Turn {
    const { state, submitters, smallBody, marks, groups } = version;
    const facts = {
      actor: { kind: 'person', id: hand.persons[0], hands: [hand] },
      // Closed versions are only told of when none came after them.
      version: { state, submitters, smallBody, latest: true, anotherOpen: false, everPublished: true, due: false, approvers: [] },
      items: [...groups.map((group) => itemIn(group.state)), ...marks.map((mark) => itemIn(mark.state, mark))],
      hands: [],
    } as const;
    return turnBy(judge('catalogueVersion', currentVersion('catalogueVersion'), state, { type: event }, facts));
  }

  private once(key: readonly string[], ask: () => Turn): Turn {
    const name = key.join(' ');
    const turn = this.known.get(name) ?? ask();
    this.known.set(name, turn);
    return turn;
  }
}

const alike = (version: VersionAtWork, hand: Hand): string[] => [
  version.state,
  String(version.smallBody),
  hand.role,
  String(share(hand.persons, version.submitters)),
];
