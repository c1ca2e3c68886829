import type { ItemContent } from '../item-content.js';
import type { Message } from '../message.js';
import type { ContentRules } from '../rules.js';

/** Only personal-data hits must be acknowledged one by one; advice never stops anybody (rule 9). */
export type HintKind = 'personalData' | 'advice';

/**
 * Something a person should look at. A hint helps and never decides: no hint says nothing about a text.
 * `start` and `end` count UTF-16 units in the text of `field`; both 0 where the hint is about the field as a whole.
 */
export interface Hint {
  /** Bound to code, field, matched text and occurrence: when the text changes, a dismissal of it no longer counts. */
  readonly id: string;
  readonly kind: HintKind;
  readonly code: string;
  /** As in `elements[0]` or `bases[1].clauses[0].article`. */
  readonly field: string;
  readonly start: number;
  readonly end: number;
  readonly excerpt?: string;
  readonly message: Message;
  /** What could stand there instead: a masked form, a corrected number. */
  readonly suggestion?: string;
}

export interface Span {
  readonly start: number;
  readonly end: number;
  readonly suggestion?: string;
}

/** Looks for one thing in one text, in time linear in its length. The text comes with full-width forms folded (see fold.ts). */
export interface TextDetector {
  readonly code: string;
  readonly kind: HintKind;
  readonly message: Message;
  find(text: string): readonly Span[];
}

/** What an advisor has to say; without a span it is about the field as a whole. */
export interface Advice extends Partial<Span> {
  readonly field: string;
}

/** Looks at the item as a whole for one thing that is probably wrong. */
export interface Advisor {
  readonly code: string;
  readonly message: Message;
  advise(content: ItemContent, rules: Pick<ContentRules, 'columns' | 'constants'>): readonly Advice[];
}

/** Every match of a global pattern that passes, with what to suggest instead. */
export function spansOf(
  text: string,
  pattern: RegExp,
  passes: (matched: string) => boolean = () => true,
  suggest?: (matched: string) => string,
): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(pattern)) {
    if (!passes(match[0])) continue;
    spans.push({ start: match.index, end: match.index + match[0].length, ...(suggest && { suggestion: suggest(match[0]) }) });
  }
  return spans;
}
