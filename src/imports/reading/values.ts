import type { ColumnKey } from '../../profiles/index.js';
import type { MappedColumn } from './header.js';
import type { SourceCell, SourceRow } from './table.js';

/** What a row says for one column of the form, and the cell that says it. */
export interface Value {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  /** A merged cell or 同上 repeats the row above: inheritance without regard to the block. */
  readonly fromAbove?: boolean;
}
export type Values = ReadonlyMap<ColumnKey, Value>;

export const LEVEL_KEYS = ['level1', 'level2', 'level3', 'level4'] as const;
const DITTO = /^(?:同上|同前|〃|″|")$/;

/** A row's cells by the columns they stand in: the naive reading. */
export function readValues(row: SourceRow, columns: readonly MappedColumn[]): Map<ColumnKey, Value> {
  const keys = new Map(columns.map(({ column, key }) => [column, key]));
  const values = new Map<ColumnKey, Value>();
  for (const cell of row.cells) {
    const key = keys.get(cell.column);
    if (key) values.set(key, toValue(cell, row));
  }
  return values;
}

export function toValue(cell: SourceCell, row: SourceRow): Value {
  const fromAbove = cell.fromAbove || DITTO.test(cell.text);
  return { text: cell.text, row: cell.line ?? row.row, column: cell.column, ...(fromAbove ? { fromAbove: true } : {}) };
}

/** The row itself says something here. */
export function own(values: Values, key: ColumnKey): boolean {
  const value = values.get(key);
  return !!value && !value.fromAbove;
}
