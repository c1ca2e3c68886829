import type { ItemContentView } from '../catalogues/index.js';
import { applyConstants, canonicalJson, CONTENT_FIELDS, type ItemContent } from '../content/index.js';
import type { Language } from '../platform/problems/index.js';
import type { Profile } from '../profiles/index.js';
import type { FindingView, RepairView, SourceCellView, SourceTableView, UnderstandingView, UnderstoodItemView } from './import.views.js';
import { understand, type Finding, type ImportReading, type ReadItem, type SourceRow, type SourceTable } from './reading/index.js';
import { findingIn } from './shown-finding.js';

/** Rows of one file that are shown beside the items; a larger one is read all the same. */
const MOST_ROWS = 2_000;

/** Items and findings of a file with some of its repairs, as the API shows them. */
export function understandingOf(
  reading: ImportReading,
  repairs: 'all' | readonly string[],
  profile: Profile,
  language: Language,
): UnderstandingView {
  const { items, findings } = understand(reading, repairs, profile);
  const effects = effectsOf(reading, profile);
  return {
    findings: findings.map((finding) => findingWith(finding, effects, language)),
    understood: items.slice(0, MOST_ROWS).map((item) => itemOf(item, profile)),
  };
}

/** The tables as the file has them, up to a number of rows together. */
export function previewOf(reading: ImportReading): SourceTableView[] {
  let left = MOST_ROWS;
  return reading.tables.map((table) => {
    const shown = table.rows.slice(0, left);
    left -= shown.length;
    const end = shown.length < table.rows.length ? (shown.at(-1)?.row ?? 0) : Infinity;
    const rows = [
      ...shown.map((row, i) => ({ row: row.row, cells: cellsOf(row, table, i) })),
      ...table.ignored
        .filter(({ row }) => row <= end)
        .map(({ row, text, why }) => ({ row, ignored: why, cells: [{ column: 1, text, span: lastColumn(table) }] })),
    ].sort((a, b) => a.row - b.row);
    return {
      name: table.name,
      headerRows: [...table.headerRows],
      columns: table.columns.map(({ column, header, key }) => ({ column, header, key })),
      rows,
      more: table.rows.length - shown.length,
    };
  });
}

interface Effects {
  readonly before: ReadonlyMap<string, ItemContent>;
  readonly after: ReadonlyMap<string, ItemContent>;
  /** Items that rest on no repair of their own and still read differently, by the item above that has one. */
  readonly also: ReadonlyMap<string, string[]>;
}

/** What the repairs do together: every item without any of them and with all. */
function effectsOf(reading: ImportReading, profile: Profile): Effects {
  const without = understand(reading, [], profile).items;
  const withAll = understand(reading, 'all', profile).items;
  const before = new Map(without.map((item) => [item.key, applyConstants(item.content, profile)]));
  const after = new Map(withAll.map((item) => [item.key, applyConstants(item.content, profile)]));
  const also = new Map<string, string[]>();
  let repaired: string | null = null;
  for (const item of withAll) {
    if (item.repairs.length > 0) repaired = item.key;
    else if (repaired && changesOf(before.get(item.key), after.get(item.key)).length > 0) {
      also.set(repaired, [...(also.get(repaired) ?? []), item.key]);
    }
  }
  return { before, after, also };
}

function findingWith(finding: Finding, { before, after, also }: Effects, language: Language): FindingView {
  const { repair, ...shown } = findingIn(finding, language);
  if (!repair || finding.itemKey === null) return shown;
  const changes = changesOf(before.get(finding.itemKey), after.get(finding.itemKey));
  return { ...shown, repair: { ...repair, changes, alsoItemKeys: also.get(finding.itemKey) ?? [] } };
}

function changesOf(before: ItemContent | undefined, after: ItemContent | undefined): RepairView['changes'] {
  if (!before || !after) return [];
  return CONTENT_FIELDS.filter((field) => canonicalJson(before[field] ?? null) !== canonicalJson(after[field] ?? null)).map((field) => ({
    field,
    before: before[field] ?? null,
    after: after[field] ?? null,
  }));
}

function itemOf(item: ReadItem, profile: Profile): UnderstoodItemView {
  const { key, label, row, content, inherited, repairs } = item;
  const table = Number(/^t(\d+)r/.exec(key)![1]) - 1;
  return {
    key,
    number: label,
    table,
    row,
    content: applyConstants(content, profile) as ItemContentView,
    inherited: [...inherited],
    repairs: [...repairs],
  };
}

/** A row's own cells; one that a vertical merge continues below says over how many rows. */
function cellsOf(row: SourceRow, table: SourceTable, index: number): SourceCellView[] {
  return row.cells
    .filter(({ fromAbove }) => !fromAbove)
    .map(({ column, text, line, span }) => {
      let rows = 1;
      while (table.rows[index + rows]?.cells.some((below) => below.column === column && below.fromAbove)) rows += 1;
      return { column, text, ...(line !== undefined && { line }), ...(span !== undefined && { span }), ...(rows > 1 && { rows }) };
    });
}

function lastColumn(table: SourceTable): number {
  return Math.max(...table.columns.map(({ column }) => column));
}
