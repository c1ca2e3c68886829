import { ApiPropertyOptional } from '@nestjs/swagger';
import { Offer, PersonReference } from '../catalogues/index.js';

export class BodyReference {
  id: string;
  name: string;
}

export class RegionReference {
  code: string;
  name: string;
}

/** The matter above: the task of an obligation, or what a rectification is about. An obligation goes by the name of its task. */
export class ParentReference {
  id: string;
  machine: string;
  state: string;
  number: string;
  title: string;
  /** Null of a task. */
  dueOn: string | null;
}

export class DueRuleView {
  kind: 'FIXED' | 'WORKDAYS_AFTER';
  /** Of working days: the day that they are counted from, and how many. */
  from?: string;
  days?: number;
}

/** A deadline as it stands today. */
export class DeadlineStandView {
  dueOn: string;
  rule: DueRuleView;
  /** Counted over a year whose calendar nobody entered. */
  provisional: boolean;
  /** Working days after today up to and with the deadline; below zero once it has passed. Null once it is done. */
  workingDaysLeft: number | null;
  /** The day on which it was done, and whether that was in time. */
  doneOn: string | null;
  onTime: boolean | null;
}

/** What is demanded, or reported. Reports hold more: their room says what. */
export class MatterTextView {
  text?: string;
  requirements?: string[];
}

export class MatterView {
  id: string;
  machine: 'compilationTask' | 'obligation' | 'rectification' | 'progressReport';
  purpose: string;
  state: string;
  number: string;
  title: string;
  text: MatterTextView;
  organization: BodyReference | null;
  region: RegionReference;
  /** The territory whose office gave it, or to whose office it goes. */
  office: RegionReference;
  parent: ParentReference | null;
  period: string | null;
  /** Publications from this day on fulfil it. */
  since: string | null;
  deadline: DeadlineStandView | null;
  openedAt: string;
  /** My roles and capacities over it. */
  roles: string[];
  events: Offer[];
  /** The log's position, as in the `ETag`. */
  seq: number;
}

/** What somebody wrote down with a step. */
export class MatterWords {
  reason?: string;
  opinion?: string;
  text?: string;
  address?: string;
  evidence?: string;
}

export class MatterEventView {
  seq: number;
  type: string;
  at: string;
  from: string | null;
  to: string | null;
  /** Null where the clock took the step. */
  actor: PersonReference | null;
  roles: string[];
  onBehalfOf: PersonReference | null;
  words?: MatterWords;
  /** The deadline that the step set, and the one before. */
  dueOn?: string;
  before?: string;
  /** How the deadline that it set came about. */
  rule?: DueRuleView;
  doneOn?: string | null;
  hash: string;
  @ApiPropertyOptional()
  contentHash?: string;
}

export class MatterHistoryPage {
  items: MatterEventView[];
  nextCursor: string | null;
}
