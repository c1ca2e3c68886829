import { newContent, type ItemContent } from '../content';
import { cellText } from '../table/cell-text';
import { audiences } from '../codes';

/** What a field of a content says, in the words of the form; empty when it says nothing. */
export function fieldText(field: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  const content: ItemContent = { ...newContent([]), [field]: value };
  if (field === 'path') return content.path.join(' / ');
  if (field === 'audience')
    return [audiences.official(content.audience!.kind), (content.audience!.groups ?? []).join('、')].filter(Boolean).join('：');
  return cellText(field as Parameters<typeof cellText>[0], content, '', { clausesApart: false });
}
