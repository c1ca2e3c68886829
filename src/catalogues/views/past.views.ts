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
}

export class HistoryPage {
  items: HistoryEvent[];
  nextCursor: string | null;
}

export class ItemDifference {
  itemId: string;
  change: 'added' | 'removed' | 'changed' | 'hidden';
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

export class AuditView {
  valid: boolean;
  events: number;
  head: string | null;
  replayMatches: boolean;
  problems: AuditProblemView[];
}
