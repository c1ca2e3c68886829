import { CONTENT_FIELDS, type ContentField, emptyContent, type ItemContent, LIMITS, parseContentPatch } from '../../content/index.js';

/**
 * The content without the fields that no item may hold (texts too long, lists too long): such a field stays empty and is
 * named, because a part of a text must never pass for the whole. A path ends before its first level that is too long.
 */
export function fitting(content: ItemContent): { readonly content: ItemContent; readonly dropped: readonly ContentField[] } {
  if (fits(content)) return { content, dropped: [] };
  const empty = emptyContent();
  const dropped: ContentField[] = [];
  let kept: ItemContent = content;
  const drop = (field: ContentField): void => {
    const { [field]: _gone, ...rest } = kept;
    kept = { ...empty, ...rest, ...(field === 'path' ? { path: shortPath(content.path) } : {}) };
    dropped.push(field);
  };
  for (const field of CONTENT_FIELDS)
    if (kept[field] != null && !(field === 'path' && kept.path.length === 0) && !parseContentPatch({ [field]: kept[field] }).ok)
      drop(field);
  const largest = CONTENT_FIELDS.filter((field) => field !== 'path' && kept[field] != null).sort((a, b) => size(kept[b]) - size(kept[a]));
  for (const field of largest) if (!fits(kept)) drop(field);
  return { content: kept, dropped };
}

/** A path may be missing in what was read; everything else is judged as for a person's input. */
function fits(content: ItemContent): boolean {
  const { path, ...rest } = content;
  return parseContentPatch(path.length > 0 ? content : rest).ok;
}

function shortPath(path: readonly string[]): string[] {
  const long = path.findIndex((level) => level.length > LIMITS.level);
  return path.slice(0, long < 0 ? LIMITS.levels : long);
}

function size(value: unknown): number {
  return JSON.stringify(value)?.length ?? 0;
}
