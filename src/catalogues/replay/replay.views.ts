import type { ItemState, VersionState } from '../../../machines/item-review.facts.js';
import type { RoleCode } from '../../../machines/people.facts.js';
import { ItemContentView } from '../views/content.views.js';
import { PersonReference, RemovalView } from '../views/item.views.js';
import { HistoryEvent } from '../views/past.views.js';
import { ProfileReference } from '../views/version.views.js';

export class LogEndView {
  seq: number;
  at: string;
}

/** Who was to act, and who held the role then. */
export class HoldingView {
  role: RoleCode;
  /** On how many items; null: on the version as a whole. */
  items: number | null;
  persons: PersonReference[];
}

export class ReplayedVersionView {
  id: string;
  catalogueId: string;
  title: string;
  number: number;
  state: VersionState;
  /** The event that led to the state. */
  stateSeq: number;
  profile: ProfileReference;
  predecessorId: string | null;
  publishAt: string | null;
  holders: HoldingView[];
}

export class ReplayedDecisionView {
  type: string;
  seq: number;
  at: string;
  /** Of a carry-over: who signed the decision that it rests on. */
  decider: PersonReference | null;
  ground: string | null;
  level: 'LOW' | 'MEDIUM' | 'HIGH' | null;
  outcome: 'open' | 'withhold' | null;
  /** It stood no longer at that moment. */
  voided: boolean;
}

/** One row as it stood. */
export class ReplayedItemView {
  id: string;
  number: string;
  /** 1 for the first row of then. */
  position: number;
  state: ItemState;
  /** The event that led to the state. */
  since: number;
  revisionId: string;
  contentHash: string;
  /** Null where the text is not shown; `withheld` says why. */
  content: ItemContentView | null;
  removal: RemovalView | null;
  /** `purged`: the bytes are gone, by two persons' hands; the hash stays. `sealed`: referred. `notForReader`: not for one's role. */
  withheld: 'purged' | 'sealed' | 'notForReader' | null;
  /** The last decision up to then. */
  decision: ReplayedDecisionView | null;
}

export class RecordedRequirementView {
  id: string;
  satisfied: boolean;
  message: string;
}

/** What the event that made the moment was found to satisfy when it happened, as the log recorded it. */
export class RecordedVerdictsView {
  requirements: RecordedRequirementView[];
  /** Conditions that chose the event's branch. */
  conditions: Record<string, boolean>;
}

export class ReplayView {
  /** The moment that is shown: the last event that had happened. */
  at: LogEndView;
  first: LogEndView;
  last: LogEndView;
  event: HistoryEvent;
  recorded: RecordedVerdictsView;
  version: ReplayedVersionView;
  /** State → number of items; states without items are left out. */
  counts: Record<string, number>;
  items: ReplayedItemView[];
  /** `after` of the next page of the same moment: ask for it with `at` of this answer. */
  next: string | null;
}

/** One event, for a slider and for jumping. */
export class TickView {
  seq: number;
  at: string;
  type: string;
  machine: string | null;
  from: string | null;
  to: string | null;
  itemId: string | null;
  /** Null for the system. */
  actor: PersonReference | null;
}

export class TickPage {
  items: TickView[];
  /** The number to go on from, in the direction that was asked for; null at the end. */
  next: number | null;
}

export class EventKindView {
  type: string;
  count: number;
}

export class EventActorView {
  id: string;
  displayName: string;
  count: number;
}

/** What one can jump to. */
export class ReplayKindsView {
  types: EventKindView[];
  actors: EventActorView[];
}
