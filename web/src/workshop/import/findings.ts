import type { ColumnKey } from '../table/columns';
import type { Finding, RepairChange, SourceTable } from './imports';

/** How the list is grouped: what must be decided, what is to be filled in later, what to look at. */
export const GROUPS = ['repair', 'error', 'hint'] as const;
export type Group = (typeof GROUPS)[number];

export function groupOf(finding: Finding): Group {
  if (finding.kind === 'repair') return 'repair';
  return finding.severity === 'error' ? 'error' : 'hint';
}

const COLUMNS_OF: Readonly<Record<string, readonly ColumnKey[]>> = {
  path: ['level1', 'level2', 'level3', 'level4'],
  audience: ['audiencePublic', 'audienceSpecific'],
  bases: ['bases', 'clauses', 'effectLevel'],
};

/** The columns of the official form in which a field of the content stands. */
export function columnsOfField(field: string): readonly ColumnKey[] {
  return COLUMNS_OF[field] ?? [field as ColumnKey];
}

/** The element that is missing or could not be read; null for other findings. */
export function lackingElement({ code }: Finding): string | null {
  return /^(?:missing|unreadable)\.(\w+)$/.exec(code)?.[1] ?? null;
}

/** The columns of the item that a finding is about. */
export function columnsAbout(finding: Finding, table: SourceTable | undefined): readonly ColumnKey[] {
  if (finding.repair) return finding.repair.changes.flatMap(changedColumns);
  const element = lackingElement(finding);
  if (element) return element === 'bases' ? ['bases'] : columnsOfField(element);
  const key = table?.columns.find(({ column }) => column === finding.column)?.key;
  return key ? [key as ColumnKey] : [];
}

/** Of a path only the levels that differ. */
function changedColumns({ field, before, after }: RepairChange): readonly ColumnKey[] {
  const columns = columnsOfField(field);
  if (field !== 'path' || !Array.isArray(before) || !Array.isArray(after)) return columns;
  return columns.filter((_, level) => (before[level] as unknown) !== (after[level] as unknown));
}

/** Findings by their group, in the order of the file. */
export function grouped(findings: readonly Finding[]): Record<Group, Finding[]> {
  const groups: Record<Group, Finding[]> = { repair: [], error: [], hint: [] };
  for (const finding of findings) groups[groupOf(finding)].push(finding);
  for (const list of Object.values(groups)) list.sort((a, b) => a.table - b.table || a.row - b.row || (a.column ?? 0) - (b.column ?? 0));
  return groups;
}
