import type { ElementCode, ItemContent } from '../../content/index.js';
import type { ColumnKey, Profile } from '../../profiles/index.js';
import { inherit, type ResolvedRow, splitBlocks } from './blocks.js';
import { buildContent, type Remark } from './content.js';
import { excerpt } from './cells/wording.js';
import { type Finding, lint, missing, names, type Place, repairFinding, unreadable } from './findings.js';
import { LINTS } from './lints.js';
import { findRepair } from './repairs.js';
import { columnOf, type SourceRow, type SourceTable } from './table.js';
import { LEVEL_KEYS, readValues } from './values.js';

/** One item as read, with all that was done to read it. */
export interface ReadItem {
  /** Stable within the file: table and row. */
  readonly key: string;
  /** 序号 of its block. */
  readonly label: string;
  readonly row: number;
  readonly content: ItemContent;
  /** What the row itself has under each header, untouched. */
  readonly raw: Readonly<Record<string, string>>;
  /** What was taken from the row above: levels one by one, elements otherwise. */
  readonly inherited: readonly InheritedKey[];
  /** Ids of the repairs that this item rests on. */
  readonly repairs: readonly string[];
}

export type InheritedKey = Exclude<ElementCode, 'path'> | (typeof LEVEL_KEYS)[number];

export interface Resolved {
  readonly items: readonly ReadItem[];
  readonly findings: readonly Finding[];
}

/** Elements that several columns or another column name make up. */
const COLUMN_OF: Readonly<Partial<Record<ElementCode, ColumnKey>>> = { path: 'level1', audience: 'audiencePublic' };

/**
 * Rows to items: repairs first, then inheritance within each block, then the words of the cells. A repair for which
 * `applies` says no leaves its row as the file has it; its finding stands in either case.
 */
export function resolveTable(table: SourceTable, index: number, profile: Profile, applies: (repairId: string) => boolean): Resolved {
  const items: ReadItem[] = [];
  const findings: Finding[] = [];
  let above: ResolvedRow | null = null;
  for (const block of splitBlocks(table)) {
    for (const [position, row] of block.rows.entries()) {
      const key = `t${index + 1}r${row.row}`;
      const repair = findRepair(row, block.rows, table);
      const asked = repair && repairFinding(repair, index, key);
      if (asked) findings.push(asked);
      const applied = repair && asked && applies(asked.id);
      const resolved: ResolvedRow = inherit(applied ? repair.values : readValues(row, table.columns), above, position === 0);
      above = resolved;
      const built = buildContent(resolved, profile);
      const at = places(table, index, row, resolved, key);
      findings.push(...missingElements(table, resolved, profile, at), ...remarks(built.remarks, resolved, at));
      for (const check of LINTS) findings.push(...check({ row: resolved, content: built.content, bases: built.bases, at }));
      if (columnOf(table.columns, 'responsibleOffice') !== undefined && !resolved.values.has('responsibleOffice')) {
        findings.push(lint('responsibleOffice.blank', 'info', at('responsibleOffice')));
      }
      items.push({
        key,
        label: excerpt(block.label),
        row: row.row,
        content: built.content,
        raw: rawCells(table, row),
        inherited: inheritedElements(resolved),
        repairs: asked ? [asked.id] : [],
      });
    }
  }
  return { items, findings: [...findings, ...duplicates(items, index)] };
}

type At = (key: ColumnKey) => Place;

/** The cell of a column in this row, or where the column is when the row has none there. */
function places(table: SourceTable, index: number, row: SourceRow, resolved: ResolvedRow, itemKey: string): At {
  return (key) => {
    const value = resolved.inherited.has(key) ? undefined : resolved.values.get(key);
    const column = value?.column ?? columnOf(table.columns, key) ?? null;
    return { table: index, row: value?.row ?? row.row, column, itemKey };
  };
}

/** Required elements whose column the file has and that are still blank. Absent columns are told once for the form. */
function missingElements(table: SourceTable, row: ResolvedRow, profile: Profile, at: At): Finding[] {
  return profile.requiredElements.flatMap((element) => {
    const key = COLUMN_OF[element] ?? (element as ColumnKey);
    if (columnOf(table.columns, key) === undefined) return [];
    const filled = element === 'audience' ? row.values.has('audiencePublic') || row.values.has('audienceSpecific') : row.values.has(key);
    return filled ? [] : [missing(element, at(key))];
  });
}

function remarks(list: readonly Remark[], row: ResolvedRow, at: At): Finding[] {
  return list.flatMap(({ key, say, once }) => {
    if (say.as === 'unreadable') return [unreadable(say.element, at(key))];
    if (once && row.inherited.has(key)) return [];
    return [lint(say.code, say.as, at(key), say.parameters)];
  });
}

/** The two tick columns are one element. */
function inheritedElements(row: ResolvedRow): InheritedKey[] {
  const keys = [...row.inherited].map((key) => (key === 'audiencePublic' || key === 'audienceSpecific' ? 'audience' : key));
  return [...new Set(keys)] as InheritedKey[];
}

function rawCells(table: SourceTable, row: SourceRow): Record<string, string> {
  const raw: Record<string, string> = Object.create(null) as Record<string, string>;
  const headers = new Map(table.columns.map(({ column, header }) => [column, header]));
  for (const cell of row.cells) {
    if (cell.fromAbove) continue;
    const header = headers.get(cell.column) ?? `#${cell.column}`;
    raw[header in raw ? `${header}#${cell.column}` : header] = cell.text;
  }
  return { ...raw };
}

/** 公开事项 must be told apart: the same path with the same content stands once. */
function duplicates(items: readonly ReadItem[], index: number): Finding[] {
  const first = new Map<string, ReadItem>();
  return items.flatMap((item) => {
    const said = JSON.stringify([item.content.path, item.content.elements]);
    const before = first.get(said);
    if (!before) first.set(said, item);
    if (!before || item.content.path.length === 0) return [];
    return [
      lint('item.duplicate', 'warning', { table: index, row: item.row, column: null, itemKey: item.key }, { row: String(before.row) }),
    ];
  });
}

/** What the form itself lacks or has too much of, told once. */
export function formFindings(table: SourceTable, index: number, profile: Profile): Finding[] {
  const row = table.headerRows.at(-1)!;
  const place = (column: number | null, at = row): Place => ({ table: index, row: at, column, itemKey: null });
  const constants: readonly string[] = Object.keys(profile.constants);
  const absent = profile.requiredElements.filter(
    (element) => !constants.includes(element) && columnOf(table.columns, COLUMN_OF[element] ?? (element as ColumnKey)) === undefined,
  );
  return [
    ...absent.map((element) => lint('column.absent', 'warning', place(null), names(element))),
    ...table.columns
      .filter(({ key }) => key === null)
      .map(({ column, header }) => lint('column.unknown', 'warning', place(column), { header })),
    ...table.ignored.map((ignored) => lint(`row.${ignored.why}`, 'info', place(null, ignored.row))),
    ...table.hidden.map((hidden) => lint('cell.hidden', 'warning', place(hidden.column, hidden.row))),
  ];
}
