import type { ColumnKey } from '../table/columns';
import type { Choice } from './doctor';
import { columnsAbout, columnsOfField, groupOf } from './findings';
import type { Finding, SourceTable, UnderstoodItem } from './imports';

/** What is to be said about one cell of an item as it was understood. */
export interface Mark {
  readonly is: 'proposed' | 'repaired' | 'lacking' | 'unread' | null;
  readonly finding: Finding | null;
  readonly inherited: boolean;
}

/** The marks of an item's cells: what a repair changes, what is missing, what is to be checked, what was taken from above. */
export function marksOf(
  item: UnderstoodItem,
  findings: readonly Finding[],
  choices: ReadonlyMap<string, Choice>,
  table: SourceTable,
): Map<ColumnKey, Mark> {
  const marks = new Map<ColumnKey, Mark>();
  for (const element of item.inherited) {
    for (const key of /^level|^clauses$|^effectLevel$|^bases$/.test(element) ? [element as ColumnKey] : columnsOfField(element)) {
      marks.set(key, { is: null, finding: null, inherited: true });
    }
  }
  const put = (finding: Finding, is: Mark['is']): void => {
    for (const key of columnsAbout(finding, table)) {
      // What is said first weighs more: a repair before an error before a hint.
      if (!marks.get(key)?.is) marks.set(key, { is, finding, inherited: marks.get(key)?.inherited ?? false });
    }
  };
  for (const finding of findings) {
    if (groupOf(finding) === 'repair' && choices.get(finding.id) !== 'declined') {
      put(finding, choices.has(finding.id) ? 'repaired' : 'proposed');
    }
  }
  for (const finding of findings) if (groupOf(finding) === 'error') put(finding, 'lacking');
  for (const finding of findings) if (groupOf(finding) === 'hint') put(finding, 'unread');
  return marks;
}
