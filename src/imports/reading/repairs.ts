import type { ColumnKey } from '../../profiles/index.js';
import { hasBox } from './cells/channels.js';
import { isTick } from './cells/ticks.js';
import { columnOf, type SourceCell, type SourceRow, type SourceTable } from './table.js';
import { LEVEL_KEYS, own, readValues, toValue, type Value, type Values } from './values.js';

/** A repair that somebody must confirm: where the defect shows, and what the row reads as then. */
export interface Repair {
  readonly code: 'repair.rightShift' | 'repair.contentFromLevel';
  readonly row: number;
  readonly column: number;
  readonly values: Values;
  /** The row had no room for all its cells: one blank is lost, and with it who the audience is. */
  readonly lostBlank?: boolean;
  /** The fourth level that the shift makes room for, if it is not blank. */
  readonly fourthLevel?: string;
}

/** The repair a row needs, judged on the row as the file has it, before anything is inherited (domain.md §3, rule b). */
export function findRepair(row: SourceRow, siblings: readonly SourceRow[], table: SourceTable): Repair | null {
  return findRightShift(row, table) ?? findContentInLevel(row, siblings, table);
}

const BOOK_MARKS = /《[^》]+》/;

/**
 * A fourth level squeezed into a form with three pushes everything after the levels one column to the right. It shows by
 * 《》 under 公开时限 or a channel's box outside 公开渠道, and is believed only if the row makes more sense moved back.
 */
function findRightShift(row: SourceRow, table: SourceTable): Repair | null {
  const start = columnOf(table.columns, 'elements');
  if (start === undefined || columnOf(table.columns, 'level4') !== undefined) return null;
  const naive = readValues(row, table.columns);
  const witness = displaced(naive);
  if (!witness) return null;
  const moved: SourceRow = {
    ...row,
    cells: row.cells.filter((cell) => cell.column > start).map((cell) => ({ ...cell, column: cell.column - 1 })),
  };
  const values = readValues(moved, table.columns);
  for (const [key, value] of values) values.set(key, { ...value, column: value.column + 1 });
  for (const key of ['ordinal', 'level1', 'level2', 'level3'] as const) {
    if (naive.has(key)) values.set(key, naive.get(key)!);
  }
  const squeezed = row.cells.find((cell) => cell.column === start);
  if (squeezed) values.set('level4', toValue(squeezed, row));
  if (sense(values) <= sense(naive)) return null;
  const lostBlank = restoreLostBlank(values, table);
  return {
    code: 'repair.rightShift',
    row: witness.row,
    column: witness.column,
    values,
    ...(lostBlank ? { lostBlank } : {}),
    ...(squeezed && !squeezed.fromAbove ? { fourthLevel: squeezed.text } : {}),
  };
}

function displaced(values: Values): Value | undefined {
  const limit = values.get('timeLimit');
  if (limit && BOOK_MARKS.test(limit.text)) return limit;
  return [...values].find(
    ([key, value]) => key !== 'channels' && key !== 'elements' && !key.startsWith('level') && hasBox(value.text),
  )?.[1];
}

/** How many cells hold what belongs there, less those that hold what cannot. */
function sense(values: Values): number {
  const text = (key: ColumnKey): string => values.get(key)?.text ?? '';
  let sum = 0;
  if (/《|〔/.test(text('bases'))) sum += 1;
  if (BOOK_MARKS.test(text('timeLimit'))) sum -= 1;
  if (/工作日|实时|及时|每年|同步/.test(text('timeLimit'))) sum += 1;
  if (hasBox(text('channels'))) sum += 1;
  for (const key of ['audiencePublic', 'audienceSpecific', 'disclosingBodies', 'bases'] as const) if (hasBox(text(key))) sum -= 1;
  return sum;
}

/**
 * A row that was pushed over the table's edge lost a blank cell. Ticks under both audiences then are the public's tick
 * and the one of the next column (公开方式): whether that is so, somebody must say.
 */
function restoreLostBlank(values: Map<ColumnKey, Value>, table: SourceTable): boolean {
  const specific = values.get('audienceSpecific');
  if (!specific || specific.fromAbove || !isTick(specific.text) || !isTick(values.get('audiencePublic')?.text ?? '')) return false;
  const column = columnOf(table.columns, 'audienceSpecific')!;
  const next = table.columns.find((candidate) => candidate.column === column + 1)?.key;
  if (!next || values.has(next)) return false;
  values.set(next, specific);
  values.delete('audienceSpecific');
  return true;
}

/**
 * Content that stands under 三级事项: the source merged both columns. The span says so where the file kept it; in text
 * the row that opens its block has no content, and no other row of the block fills that level.
 */
function findContentInLevel(row: SourceRow, siblings: readonly SourceRow[], table: SourceTable): Repair | null {
  const content = columnOf(table.columns, 'elements');
  const values = readValues(row, table.columns);
  if (content === undefined || own(values, 'elements')) return null;
  const levels = LEVEL_KEYS.map((key) => ({ key, column: columnOf(table.columns, key) }));
  const cellAt = (of: SourceRow, column: number | undefined): SourceCell | undefined =>
    of.cells.find((cell) => cell.column === column && !cell.fromAbove);
  const deepest = levels.findLast(({ column }) => cellAt(row, column));
  if (!deepest || deepest.key === 'level1') return null;
  const cell = cellAt(row, deepest.column)!;
  const merged = cell.column + (cell.span ?? 1) > content;
  const alone = siblings[0] === row && siblings.every((sibling) => sibling === row || !cellAt(sibling, deepest.column));
  if (!merged && !(alone && cell.column === content - 1)) return null;
  const repaired = new Map(values);
  repaired.delete(deepest.key);
  repaired.set('elements', toValue(cell, row));
  return { code: 'repair.contentFromLevel', row: cell.line ?? row.row, column: cell.column, values: repaired };
}
