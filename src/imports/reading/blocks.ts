import type { ColumnKey } from '../../profiles/index.js';
import { columnOf, type SourceRow, type SourceTable } from './table.js';
import { LEVEL_KEYS, own, type Value, type Values } from './values.js';

/** Rows under one number (序号); without numbers, under one 一级事项. */
export interface Block {
  readonly label: string;
  readonly rows: readonly SourceRow[];
}

/** A row after inheritance: what it says itself or takes from above, and which of it is taken. */
export interface ResolvedRow {
  readonly values: Values;
  readonly inherited: ReadonlySet<ColumnKey>;
}

/** A number or a first level of its own opens a block; what stands above a block is never taken into it as a blank. */
export function splitBlocks(table: SourceTable): Block[] {
  const opening = [columnOf(table.columns, 'ordinal'), columnOf(table.columns, 'level1')];
  const blocks: { label: string; rows: SourceRow[] }[] = [];
  for (const row of table.rows) {
    const [number, first] = opening.map((column) =>
      column === undefined ? undefined : row.cells.find((cell) => cell.column === column && !cell.fromAbove),
    );
    if (number || first || blocks.length === 0) blocks.push({ label: number?.text ?? '', rows: [] });
    blocks.at(-1)!.rows.push(row);
  }
  return blocks;
}

/** Two tick columns make one audience; clauses and ranks belong to the bases beside them. */
const GROUPS: readonly (readonly ColumnKey[])[] = [
  ['elements'],
  ['bases'],
  ['timeLimit'],
  ['disclosingBodies'],
  ['category'],
  ['channels'],
  ['audiencePublic', 'audienceSpecific'],
  ['method'],
  ['publicityLevels'],
  ['phases'],
  ['field'],
  ['responsibleOffice'],
  ['duty'],
];

/**
 * Fills the blanks of a row from the row above: within the block, and level cells only above the deepest level the row
 * fills itself (a row that fills none shares the whole path). A merged cell that reaches down counts across blocks too.
 */
export function inherit(values: Values, above: ResolvedRow | null, opens: boolean): ResolvedRow {
  const resolved = new Map<ColumnKey, Value>();
  const inherited = new Set<ColumnKey>();
  const take = (key: ColumnKey, blank: boolean): void => {
    const before = above?.values.get(key);
    if (before && (blank ? !opens : true)) {
      resolved.set(key, before);
      inherited.add(key);
    }
  };
  const keep = (key: ColumnKey): void => {
    const value = values.get(key);
    if (value && !value.fromAbove) resolved.set(key, value);
    else if (value) take(key, false);
  };

  const deepest = LEVEL_KEYS.findLastIndex((key) => own(values, key));
  LEVEL_KEYS.forEach((key, i) => {
    if (own(values, key)) keep(key);
    else if (i < deepest || deepest < 0) take(key, !values.get(key)?.fromAbove);
  });
  for (const group of GROUPS) {
    const blank = group.every((key) => !values.has(key));
    for (const key of group) blank ? take(key, true) : keep(key);
  }
  for (const key of ['clauses', 'effectLevel'] as const) {
    if (values.has(key)) keep(key);
    else if (inherited.has('bases')) take(key, !values.get('bases')?.fromAbove);
  }
  return { values: resolved, inherited };
}
