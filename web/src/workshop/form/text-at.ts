import { effectLevels } from '../codes';
import type { ItemContent } from '../content';

type Part = string | number;

function partsOf(path: string): Part[] {
  return [...path.matchAll(/([a-zA-Z]+)|\[(\d+)\]/g)].map(([, name, index]) => name ?? Number(index));
}

/** The value at a place written like `bases[0].clauses[1].text`; undefined where there is none. */
export function valueAt(content: ItemContent, path: string): unknown {
  return partsOf(path).reduce<unknown>(
    (value, part) => (typeof value === 'object' && value !== null ? (value as Record<Part, unknown>)[part] : undefined),
    content,
  );
}

function replaced(value: unknown, [part, ...rest]: readonly Part[], by: unknown): unknown {
  if (part === undefined) return by;
  const inner = replaced((value as Record<Part, unknown> | undefined)?.[part], rest, by);
  if (Array.isArray(value)) return value.map((one: unknown, i) => (i === part ? inner : one));
  return { ...(value as object), [part]: inner };
}

/** The content with another value at a place. */
export function withValueAt(content: ItemContent, path: string, by: unknown): ItemContent {
  return replaced(content, partsOf(path), by) as ItemContent;
}

/**
 * The content with a hint's suggestion taken: it stands where the hint points to. A suggested effect level also sets its code. A time limit whose words
 * change has to be read again. Null where the place no longer holds a text.
 */
export function withSuggestion(
  content: ItemContent,
  hint: { readonly field?: string; readonly start?: number; readonly end?: number; readonly suggestion?: string },
): ItemContent | null {
  const { field = '', start = 0, end = 0, suggestion = '' } = hint;
  const level = /^(bases\[\d+\]\.effectLevel)/.exec(field)?.[1];
  const code = effectLevels.codes.find((one) => effectLevels.official(one) === suggestion);
  if (level && code) return withValueAt(content, level, { code, raw: suggestion });
  const text = valueAt(content, field);
  if (typeof text !== 'string') return null;
  const whole = end > start ? text.slice(0, start) + suggestion + text.slice(end) : suggestion;
  const next = withValueAt(content, field, whole);
  return field.startsWith('timeLimit') ? { ...next, timeLimit: { text: whole, rule: null } } : next;
}
