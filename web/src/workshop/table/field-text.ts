import type { ContentField, ItemContent } from '../content';
import { cellText } from './cell-text';
import { COLUMN_KEYS, fieldOf } from './columns';

/** What a whole field says, in the words of the official form; its columns below each other. */
export function fieldText(content: ItemContent, field: ContentField): string {
  const whole = {
    ...content,
    bases: content.bases ?? [],
    elements: content.elements ?? [],
    channels: content.channels ?? [],
    disclosingBodies: content.disclosingBodies ?? [],
  };
  return COLUMN_KEYS.filter((key) => fieldOf(key) === field)
    .map((key) => cellText(key, whole, '', { clausesApart: true }))
    .filter((text) => text !== '')
    .join(field === 'path' ? ' / ' : '\n');
}
