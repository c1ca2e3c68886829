import type { ContentPatch, ItemContent, TimeLimit, TimeLimitPatch } from './item-content.js';
import type { ContentRules } from './rules.js';
import { isUnread, parseTimeLimit } from './time-limit.js';

type OptionalField = 'publicityLevels' | 'phases' | 'field' | 'responsibleOffice' | 'duty';
const OPTIONAL_FIELDS: readonly OptionalField[] = ['publicityLevels', 'phases', 'field', 'responsibleOffice', 'duty'];

/**
 * The content after a parsed patch; the given one stays as it is. A field is replaced whole, except the time limit:
 * text alone is read by the grammar, a rule alone is said of the standing text.
 */
export function applyPatch(content: ItemContent, patch: ContentPatch): ItemContent {
  const next: ItemContent = {
    path: patch.path ?? content.path,
    elements: patched(content, patch, 'elements') ?? [],
    bases: patched(content, patch, 'bases') ?? [],
    timeLimit: patch.timeLimit === undefined ? content.timeLimit : patchTimeLimit(content.timeLimit, patch.timeLimit),
    disclosingBodies: patched(content, patch, 'disclosingBodies') ?? [],
    category: patched(content, patch, 'category') ?? null,
    channels: patched(content, patch, 'channels') ?? [],
    audience: patched(content, patch, 'audience') ?? null,
    method: patched(content, patch, 'method') ?? null,
  };
  return Object.assign(next, optionalFields(content, patch));
}

/** What the profile says of every item because its form has no column for it; a value that stands is kept. */
export function applyConstants(content: ItemContent, rules: Pick<ContentRules, 'constants'>): ItemContent {
  return content.method === null && rules.constants.method ? { ...content, method: rules.constants.method } : content;
}

function patched<K extends Exclude<keyof ItemContent, 'timeLimit'>>(
  content: ItemContent,
  patch: ContentPatch,
  field: K,
): ItemContent[K] | null {
  const value = patch[field] as ItemContent[K] | null | undefined;
  return value === undefined ? content[field] : value;
}

/** Those that say something: an empty one is left out, so that one meaning has one canonical form. */
function optionalFields(content: ItemContent, patch: ContentPatch): Partial<Pick<ItemContent, OptionalField>> {
  return Object.fromEntries(
    OPTIONAL_FIELDS.map((field) => [field, patched(content, patch, field)] as const).filter(([, value]) => value && value.length > 0),
  );
}

function patchTimeLimit(standing: TimeLimit | null, patch: TimeLimitPatch | null): TimeLimit | null {
  if (patch === null) return null;
  const text = patch.text ?? standing?.text ?? '';
  if (text === '') return null;
  if (patch.rule) return { text, rule: patch.rule };
  // The same text again takes nothing back: what a person said of it stands.
  return standing?.text === text && !isUnread(standing.rule) ? standing : { text, rule: parseTimeLimit(text) };
}
