import type { components } from '../api/schema';
import { changeOf, differencesByField, touches, type Content, type Difference, type Differences } from './differences';
import type { HintMark } from './spans';

export type Hint = components['schemas']['HintView'];

/** What is to be marked in an item's text: hints by field, and what changed against an earlier text. */
export interface Marks {
  readonly hints: readonly (HintMark & { readonly field: string })[];
  readonly differences: Differences;
  /** The earlier text, where one is compared with. */
  readonly before: Content | null;
}

export const NO_MARKS: Marks = { hints: [], differences: new Map(), before: null };

/** Hints in the order in which they are numbered everywhere: what must be answered first, then as the server gives them. */
export function numbered(hints: readonly Hint[]): readonly (Hint & { readonly number: number })[] {
  const first = (hint: Hint): number => (hint.kind === 'personalData' ? 0 : 1);
  return [...hints].sort((one, other) => first(one) - first(other)).map((hint, index) => ({ ...hint, number: index + 1 }));
}

/** `side` is whose dismissals count as answered. */
export function marksOf(
  hints: readonly Hint[],
  side: string,
  earlier: { content: Content; differences: readonly Difference[] } | null,
): Marks {
  return {
    hints: numbered(hints).flatMap((hint) =>
      (hint.field ? [hint.field] : (hint.fields ?? [])).map((field) => ({
        id: hint.id,
        number: hint.number,
        field,
        start: hint.start ?? 0,
        end: hint.end ?? 0,
        dismissed: hint.dismissedBy.includes(side),
        message: hint.message,
      })),
    ),
    differences: differencesByField(earlier?.differences ?? []),
    before: earlier?.content ?? null,
  };
}

/** The hints about characters of this very text. */
export function hintsIn(marks: Marks, field: string): readonly HintMark[] {
  return marks.hints.filter((hint) => hint.field === field && hint.end > hint.start);
}

/** The hints about the field as a whole, or about parts of it that are shown as one. */
export function hintsAbout(marks: Marks, top: string): readonly HintMark[] {
  const within = (field: string): boolean => field === top || field.startsWith(`${top}[`) || field.startsWith(`${top}.`);
  const found = marks.hints.filter((hint) => hint.end <= hint.start && within(hint.field));
  return found.filter((hint, index) => found.findIndex((other) => other.id === hint.id) === index);
}

export function changeIn(marks: Marks, field: string): Difference | undefined {
  return changeOf(marks.differences, field);
}

export function touched(marks: Marks, field: string): boolean {
  return touches(marks.differences, field);
}
