import type { ColumnKey, Profile } from '../../profiles/index.js';
import { wellFormed } from './cells/wording.js';
import { type Grid, reachesFromAbove } from './grid.js';
import { findHeader, type Header, type MappedColumn, repeatsHeader } from './header.js';

/** What one row says under one column, before any repair. */
export interface SourceCell {
  readonly column: number;
  readonly text: string;
  /** Where it begins, when that is below the row's first line (a dump of text). */
  readonly line?: number;
  /** Columns it spans, when more than one. */
  readonly span?: number;
  /** A vertical merge that began above covers it: it says again what stands there. */
  readonly fromAbove?: boolean;
}

/** One row below the header. Cells without text are left out. */
export interface SourceRow {
  readonly table: number;
  /** As the source shows it, from 1. */
  readonly row: number;
  readonly cells: readonly SourceCell[];
}

export interface IgnoredRow {
  readonly row: number;
  readonly text: string;
  readonly why: 'header' | 'remark';
}

export interface SourceTable {
  readonly name: string;
  readonly headerRows: readonly number[];
  readonly columns: readonly MappedColumn[];
  readonly rows: readonly SourceRow[];
  /** Rows that are no items: the header printed again, or a note below the table or a title across it. */
  readonly ignored: readonly IgnoredRow[];
  readonly hidden: readonly { readonly row: number; readonly column: number }[];
}

/** Every sheet or table whose header is recognised and that has rows below it. */
export function sourceTables(grids: readonly Grid[], profile: Profile): { tables: SourceTable[]; headers: number } {
  const tables: SourceTable[] = [];
  let headers = 0;
  for (const grid of grids) {
    const header = findHeader(grid, profile);
    if (!header) continue;
    headers += 1;
    const table = readTable(grid, header, profile, tables.length);
    if (table.rows.length > 0) tables.push(table);
  }
  return { tables, headers };
}

/** The mapped column of a key, if the file has it. */
export function columnOf(columns: readonly MappedColumn[], key: ColumnKey): number | undefined {
  return columns.find((column) => column.key === key)?.column;
}

function readTable(grid: Grid, header: Header, profile: Profile, index: number): SourceTable {
  const rows: SourceRow[] = [];
  const ignored: IgnoredRow[] = [];
  const hidden: { row: number; column: number }[] = [];
  for (const row of grid.rows.slice(header.last + 1)) {
    const cells: SourceCell[] = [];
    row.slots.forEach((cell, i) => {
      if (!cell || cell.column !== i + 1) return;
      const fromAbove = reachesFromAbove(cell, row);
      const text = wellFormed(cell.text).trim();
      if (!text) return;
      if (cell.hidden && !fromAbove) hidden.push({ row: cell.row, column: cell.column });
      cells.push({
        column: i + 1,
        text,
        ...(cell.row > row.row ? { line: cell.row } : {}),
        ...(cell.colSpan > 1 ? { span: cell.colSpan } : {}),
        ...(fromAbove ? { fromAbove: true } : {}),
      });
    });
    const own = cells.filter((cell) => !cell.fromAbove);
    if (own.length === 0) continue;
    if (repeatsHeader(row, header, profile)) ignored.push({ row: row.row, text: own[0]!.text, why: 'header' });
    else if (isRemark(own, header)) ignored.push({ row: row.row, text: own[0]!.text, why: 'remark' });
    else rows.push({ table: index, row: row.row, cells });
  }
  if (grid.hidden) hidden.push({ row: header.rows[0]!, column: header.columns[0]!.column });
  return { name: wellFormed(grid.name), headerRows: header.rows, columns: header.columns, rows, ignored, hidden };
}

/** A note (注：…) or a text that runs across most of the table belongs to no item. */
function isRemark(own: readonly SourceCell[], header: Header): boolean {
  if (own.length !== 1) return false;
  const [cell] = own;
  return /^\s*(?:注|备注|说明|填表说明)\s*[：:]/.test(cell!.text) || (cell!.span ?? 1) * 2 > header.columns.length;
}
