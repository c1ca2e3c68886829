import { ApiPropertyOptional } from '@nestjs/swagger';
import type { ItemState } from '../../../machines/item-review.facts.js';
import type { RoleCode } from '../../../machines/people.facts.js';
import { FieldDifferenceView, ItemContentView } from './content.views.js';
import { Offer } from './offer.views.js';

/** A repair that the import proposed and nobody confirmed. */
export class OpenRepairView {
  id: string;
  fields: string[];
  code: string;
  row?: number;
  column?: number;
}

/** What the reading of the text found. */
export class FindingsView {
  missing: string[];
  timeLimitUnread: boolean;
  /** Ids of the personal-data hints. */
  hits: string[];
  openRepairs: OpenRepairView[];
}

export class RemovalView {
  reason: string;
  receivingBody?: string;
  legalCitation?: string;
}

/** What a list says about an item beside its text: what is left to do, and who decided. */
export class ItemMarks {
  /** Personal-data hits that neither side has dismissed. */
  hits: number;
  /** Personal-data hits that no officer has acknowledged: each must be before `clear`, whatever the compiler said of it. */
  officerHits: number;
  advice: number;
  /** Required elements that are missing; an unread time limit counts as one. */
  missing: number;
  openRepairs: number;
  /** The level of the standing acceptance. */
  risk: 'LOW' | 'MEDIUM' | 'HIGH' | null;
  needsAssessment: boolean;
  /** The latest decision that stands, or null. */
  decision: string | null;
  decidedBy: string | null;
  decidedAt: string | null;
  /** Its legal ground, where it has one. */
  ground: string | null;
  /** Its reason or opinion. */
  reason: string | null;
  /** Decisions of this version that no longer stand. */
  voided: number;
  /** Against the text that was published last. */
  change: 'new' | 'changed' | 'same' | 'removed';
}

export class ItemSummary {
  id: string;
  number: string;
  /** Order in the version: for sorting, not for showing. */
  position: number;
  state: ItemState;
  contentHash: string;
  sealed: boolean;
  /** Its bytes were purged by two hands: nobody reads it any more, the hash stays. */
  purged: boolean;
  /** Null where the text may not be read. */
  content: ItemContentView | null;
  removal: RemovalView | null;
  findings: FindingsView | null;
  marks: ItemMarks | null;
}

export class ItemPage {
  items: ItemSummary[];
  nextCursor: string | null;
}

/** Something a person should look at; `start` and `end` count UTF-16 units in the field's text. */
export class HintView {
  id: string;
  kind: 'personalData' | 'advice' | 'repair';
  code: string;
  message: string;
  /** Sides that have dismissed it for this text: compiler, officer. */
  dismissedBy: string[];
  field?: string;
  start?: number;
  end?: number;
  excerpt?: string;
  suggestion?: string;
  fields?: string[];
  row?: number;
  column?: number;
}

export class PersonReference {
  id: string;
  displayName: string;
}

/** What a return of the whole version points at. */
export class ReturnPoint {
  itemId: string;
  field: string;
}

/** The words of a decision: what its signer gave beside the verdict. */
export class DecisionWords {
  reason?: string;
  opinion?: string;
  reply?: string;
  fields?: string[];
  @ApiPropertyOptional({ type: 'object', additionalProperties: { type: 'string', enum: ['yes', 'no'] } })
  checklist?: Record<string, 'yes' | 'no'>;
  dimensions?: Record<string, unknown>;
  @ApiPropertyOptional({ oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] })
  measures?: string | string[];
  proposal?: Record<string, unknown>;
  /** Of a version's `return`. */
  points?: ReturnPoint[];
}

export class DecisionView {
  type: string;
  step: 'review' | 'assessment' | 'endorsement' | 'carryOver';
  seq: number;
  at: string;
  contentHash: string;
  ground: string | null;
  documentNumber: string | null;
  outcome: 'open' | 'withhold' | null;
  level: 'LOW' | 'MEDIUM' | 'HIGH' | null;
  assess: boolean;
  predecessor: 'keep' | 'drop' | null;
  reviewOn: string | null;
  voided: boolean;
  restsOn: number | null;
  decider: PersonReference | null;
  onBehalfOf: string | null;
  words: DecisionWords | null;
  /** Its words were purged. */
  purged: boolean;
}

/** An earlier text of the item and where the present one differs from it. */
export class EarlierText {
  versionId: string;
  contentHash: string;
  /** The decision, where this is the text last signed. */
  type?: string;
  content: ItemContentView;
  differences: FieldDifferenceView[];
}

/** The same item in the published standard catalogue of the territory. */
export class StandardText {
  catalogueId: string;
  versionId: string;
  title: string;
  organization: string;
  content: ItemContentView;
  differences: FieldDifferenceView[];
}

export class PreviousTexts {
  published: EarlierText | null;
  signed: EarlierText | null;
  standard: StandardText | null;
}

/** The wording that the officer who returned the item proposed. */
export class ProposalView {
  decisionSeq: number;
  by: PersonReference;
  at: string;
  patch: Record<string, unknown>;
  content: ItemContentView;
  differences: FieldDifferenceView[];
}

/** What the present state rests on, and who may take it on from here. */
export class StandingView {
  /** The event that led to the present state, and its place in the version's log. */
  event: string;
  seq: number;
  /** Null for the system. */
  by: PersonReference | null;
  /** Since when it waits as it stands: a state kept through a new submission waits since that. */
  since: string;
  /** Roles that may take a step from here while the version stands as it does. */
  roles: RoleCode[];
}

export class ItemView extends ItemSummary {
  /** The raw cells that the item was read from. */
  source: Record<string, unknown> | null;
  standing: StandingView;
  events: Offer[];
  hints: HintView[];
  decisions: DecisionView[];
  previous: PreviousTexts;
  proposal: ProposalView | null;
}
