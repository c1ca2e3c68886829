import { ApiProperty } from '@nestjs/swagger';
import { PersonReference } from '../../catalogues/index.js';
import { BodyReference } from '../../matters/index.js';
import { KINDS, type DecisionKind } from '../decision-kinds.js';

/** The appointment by which somebody held the role at that moment. */
export class HeldView {
  id: string;
  /** The body or the region. */
  scope: string;
  startsAt: string;
  endsAt: string | null;
}

export class DecidedVersionView {
  id: string;
  title: string;
  number: number;
}

export class DecidedItemView {
  id: string;
  /** What the text that was decided on calls it; null where that is sealed today, or purged. */
  path: string[] | null;
}

export class GroundReference {
  code: string;
  /** The citation and what it says. */
  title: string;
}

/** The later event by which a decision stands no more. */
export class VoidedView {
  type: string;
  at: string;
  actor: PersonReference | null;
  /** The API's address of the version as it was after it. */
  href: string;
}

/** One decision of a person, as the log has it. */
export class DecisionRowView {
  seq: number;
  at: string;
  @ApiProperty({ enum: KINDS })
  kind: DecisionKind;
  actor: PersonReference;
  /** The principal of a deputy. */
  onBehalfOf: PersonReference | null;
  role: string;
  held: HeldView | null;
  organization: BodyReference;
  version: DecidedVersionView;
  /** Null for what was decided on a whole version. */
  item: DecidedItemView | null;
  /** The state to which it led; null where it changed none. */
  outcome: string | null;
  ground: GroundReference | null;
  level: string | null;
  voided: VoidedView | null;
  /** The API's address of the version as it was after it. */
  href: string;
}

export class DecisionRowPage {
  items: DecisionRowView[];
  nextCursor: string | null;
}

/** A number and the list that it counts. */
export class CountedView {
  count: number;
  href: string;
}

export class KindCountView extends CountedView {
  @ApiProperty({ enum: KINDS })
  kind: DecisionKind;
  /** How many of them stand no more. */
  voided: CountedView;
}

export class DecisionCountsView {
  total: CountedView;
  voided: CountedView;
  /** Those that there are, the most frequent first. */
  kinds: KindCountView[];
}
