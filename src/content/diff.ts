import { diffArrays, diffChars } from 'diff';
import { canonicalJson } from './canonical.js';
import type { ItemContent } from './item-content.js';
import { CONTENT_FIELDS } from './rules.js';

/** A run of characters that stayed, came or went. */
export interface TextSpan {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/**
 * One place where two contents differ. `field` is written like `bases[0].title`; an index counts in the later content,
 * for what went in the earlier one. A value that was or is not there is null. `spans` only where text became other text.
 */
export interface FieldDifference {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly spans?: readonly TextSpan[];
}

/** Texts that have less in common than this are shown whole, the old one and the new one: the search stays quick. */
const MAX_EDITS = 400;

/** What changed from one content to the other, field by field in the form's order; empty when they say the same. */
export function diffContent(before: ItemContent, after: ItemContent): readonly FieldDifference[] {
  return CONTENT_FIELDS.flatMap((field) => diffValue(field, before[field] ?? null, after[field] ?? null));
}

function diffValue(field: string, before: unknown, after: unknown): FieldDifference[] {
  if (canonicalJson(before) === canonicalJson(after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) return diffLists(field, before, after);
  if (isRecord(before) && isRecord(after) && before['kind'] === after['kind']) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => diffValue(`${field}.${key}`, before[key] ?? null, after[key] ?? null));
  }
  if (typeof before === 'string' && typeof after === 'string') return [{ field, before, after, spans: diffText(before, after) }];
  return [{ field, before, after }];
}

/** Entries that stayed are found first, so that one new row at the top does not change every row below it. */
function diffLists(field: string, before: readonly unknown[], after: readonly unknown[]): FieldDifference[] {
  const parts = diffArrays(before.map(canonicalJson), after.map(canonicalJson));
  const differences: FieldDifference[] = [];
  let gone: unknown[] = [];
  let from = 0;
  let to = 0;
  const flush = (came: readonly unknown[]): void => {
    const start = from - gone.length;
    for (let i = 0; i < Math.max(gone.length, came.length); i += 1) {
      if (i >= came.length) differences.push({ field: `${field}[${start + i}]`, before: gone[i], after: null });
      else if (i >= gone.length) differences.push({ field: `${field}[${to + i}]`, before: null, after: came[i] });
      else differences.push(...diffValue(`${field}[${to + i}]`, gone[i], came[i]));
    }
    gone = [];
  };
  for (const part of parts) {
    if (part.removed) {
      gone = before.slice(from, from + part.value.length);
      from += part.value.length;
    } else if (part.added) {
      flush(after.slice(to, to + part.value.length));
      to += part.value.length;
    } else {
      flush([]);
      from += part.value.length;
      to += part.value.length;
    }
  }
  flush([]);
  return differences;
}

/** Character by character; where the texts have too little in common, all of the old one and all of the new one. */
export function diffText(before: string, after: string): readonly TextSpan[] {
  const parts = diffChars(before, after, { maxEditLength: MAX_EDITS });
  if (!parts)
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ].filter((span) => span.text !== '') as TextSpan[];
  return parts.map((part) => ({ kind: part.added ? 'added' : part.removed ? 'removed' : 'same', text: part.value }));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
