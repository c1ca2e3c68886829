import type { VersionState } from '../../machines/item-review.facts.js';
import type { ActingRole } from '../../machines/policy.js';
import type { RoleCode } from '../../machines/people.facts.js';
import type { TaskKind } from './kinds.js';

export class PersonView {
  id: string;
  displayName: string;
}

export class OrganizationView {
  id: string;
  name: string;
}

/** Why it is somebody's turn. `by` and `words` when somebody handed it over with words of their own. */
export class TurnReasonView {
  code: string;
  message: string;
  by?: PersonView;
  words?: string;
}

/** The turn is this person's and nobody else's, yet they may not take it: separation of duties. */
export class BlockedView {
  code: string;
  message: string;
}

/** What keeps a draft from being submitted; counted over the items that will be reviewed. */
export class DraftFindingsView {
  /** Items that lack an element, or have a time limit that nobody has read. */
  incomplete: number;
  /** Repairs of the import that nobody confirmed. */
  repairs: number;
  /** Personal-data hits that nobody acknowledged. */
  hits: number;
  /** Returned items that were neither changed nor answered. */
  returned: number;
}

export class TaskView {
  /** The same as long as the same thing is asked of the same role in the same version. */
  id: string;
  kind: TaskKind;
  versionId: string;
  catalogueId: string;
  title: string;
  organization: OrganizationView;
  versionNumber: number;
  versionState: VersionState;
  /** The role in which I am asked. */
  role: RoleCode;
  /** Whom I stand in for, when I am asked as a deputy. */
  onBehalfOf?: PersonView;
  reason: TurnReasonView;
  /** How many items wait for me; absent where the version as a whole does. */
  count?: number;
  /** The first of them. */
  itemIds?: string[];
  findings?: DraftFindingsView;
  /** When it was handed over: the earliest of what waits. */
  since: string;
  /** Only where a date is on record: the review date of what was set aside. */
  dueAt?: string;
  /** The latest hand-over's position in the version's log: a task is new when this has grown. */
  seq: number;
  blocked?: BlockedView;
}

/** Who may act now in this role. Nobody: whoever grants appointments must know. For the role `system`: the clock acts. */
export class HolderView {
  role: ActingRole;
  people: PersonView[];
}

/** An open version that I had a hand in and that is with others. */
export class WaitingView {
  versionId: string;
  catalogueId: string;
  title: string;
  organization: OrganizationView;
  versionNumber: number;
  state: VersionState;
  since: string;
  /** When a scheduled version is to be published. */
  dueAt?: string;
  holders: HolderView[];
  /** How many items wait for them; absent where the version as a whole does. */
  count?: number;
}

export class WorklistView {
  items: TaskView[];
  waiting: WaitingView[];
  /** Always null: the worklist comes whole. */
  nextCursor: string | null;
}
