import { sameValue, type Basis, type ItemContent } from '../content';
import { fieldOf, levelOf, type ColumnKey, type TableColumn } from './columns';

/** The columns of a row that say something else than the earlier text; all of them where there is none. */
export function changedColumns(now: ItemContent, earlier: ItemContent | null, columns: readonly TableColumn[]): ColumnKey[] {
  return columns
    .filter(({ key }) => key !== 'ordinal' && !(earlier && sameValue(part(now, key), part(earlier, key))))
    .map(({ key }) => key);
}

function part(content: ItemContent, key: ColumnKey): unknown {
  const level = levelOf(key);
  if (level >= 0) return content.path[level];
  if (key === 'bases') return content.bases.map(({ title, documentNumber }: Basis) => [title, documentNumber ?? '']);
  if (key === 'clauses') return content.bases.map(({ clauses }) => clauses);
  if (key === 'effectLevel') return content.bases.map(({ effectLevel }) => effectLevel ?? null);
  if (key === 'audiencePublic') return content.audience?.kind === 'PUBLIC';
  if (key === 'audienceSpecific') return content.audience?.kind === 'SPECIFIC' ? content.audience : null;
  const field = fieldOf(key);
  return field && content[field];
}
