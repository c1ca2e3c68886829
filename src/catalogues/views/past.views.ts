import { FieldDifferenceView, ItemContentView } from './content.views.js';
import { DecisionWords, PersonReference } from './item.views.js';

export class HistoryEvent {
  seq: number;
  type: string;
  at: string;
  from: string | null;
  to: string | null;
  machine: string | null;
  actor: PersonReference | null;
  roles: string[];
  onBehalfOf: string | null;
  /** Whom `onBehalfOf` names. */
  principal: PersonReference | null;
  contentHash: string | null;
  hash: string;
  prev: string;
  itemId?: string;
  reason?: string;
  words?: DecisionWords;
  /** The words or the text that the event names were purged: of them there is the hash only. */
  purged?: ('text' | 'words')[];
}

export class HistoryPage {
  items: HistoryEvent[];
  nextCursor: string | null;
}

export class ItemDifference {
  itemId: string;
  change: 'added' | 'removed' | 'changed' | 'hidden' | 'purged';
  content?: ItemContentView;
  fields: FieldDifferenceView[];
}

export class DiffView {
  versionId: string;
  against: string;
  items: ItemDifference[];
}

export class AuditProblemView {
  seq: number | null;
  code: string;
  detail: string;
}

/** A text that was purged by two hands, as the log tells it. */
export class PurgedTextView {
  seq: number;
  at: string;
  contentHash: string;
  itemId: string | null;
}

export class AuditView {
  valid: boolean;
  events: number;
  head: string | null;
  replayMatches: boolean;
  problems: AuditProblemView[];
  /** What was purged: known by its hash, and no fault. */
  purged?: PurgedTextView[];
}
