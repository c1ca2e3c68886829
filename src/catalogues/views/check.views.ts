import { FieldDifferenceView, ItemContentView, TimeLimitRuleView } from './content.views.js';
import { HintView } from './item.views.js';

export class FaultView {
  /** As in `bases[0].clauses[2].text`; empty for the whole. */
  field: string;
  code: string;
  message: string;
}

export class MissingView {
  /** The element that is missing, or the detail without which it says nothing. */
  element: string;
  message: string;
}

export class TimeLimitReading {
  text: string;
  rule: TimeLimitRuleView | null;
  /** Neither the grammar nor a person has read it. */
  unread: boolean;
  /** What it means, in words. */
  message: string;
}

/** What would be said of a content that somebody is typing; nothing is kept. */
export class CheckView {
  /** Null when something in it is malformed; `problems` says what. */
  content: ItemContentView | null;
  problems: FaultView[];
  missing: MissingView[];
  timeLimit: TimeLimitReading | null;
  hints: HintView[];
  /** The hash that it would have. */
  contentHash: string | null;
}

/** An item of the same version that says nearly the same. */
export class SimilarItem {
  itemId: string;
  number: string;
  path: string[];
  /** 0 to 1: how many of their pairs of characters they share. */
  similarity: number;
  /** They say the same in every field. */
  identical: boolean;
  /** From the other one to this one. */
  differences: FieldDifferenceView[];
}

export class SimilarItems {
  items: SimilarItem[];
}
