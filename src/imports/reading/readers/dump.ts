import type { Cell, Grid, GridRow } from '../grid.js';
import type { ReadingLimits } from '../limits.js';
import { ImportRefusal } from '../refusal.js';

interface DumpCell {
  readonly line: number;
  readonly lines: string[];
}

const BEGINS_CELL = /^[ \u3000]*\t/;
/** What stands below a table and not in its last cell: the note and the next annex. */
const LEAVES_TABLE = /^\s*(?:注\s*[：:]|附\s*件\s*\d*\s*[：:]?\s*$)/;

/**
 * The text of a document from which the table's lines were lost (annexes of 内政数字〔2024〕128号 as pasted): each cell
 * begins a line with a tab and may go on over lines without one; an empty line before a tab begins a row. Spans are lost.
 */
export function readDump(lines: readonly string[], limits: ReadingLimits): Grid[] {
  return splitTables(lines).map((rows, i) => ({
    name: `text ${i + 1}`,
    rows: restoreGroupSpans(rows.map((row) => toGridRow(row, limits))),
  }));
}

function splitTables(lines: readonly string[]): DumpCell[][][] {
  const tables: DumpCell[][][] = [];
  let table: DumpCell[][] | null = null;
  let widest = 0;
  lines.forEach((line, i) => {
    const afterEmpty = i > 0 && lines[i - 1]!.trim() === '' && !BEGINS_CELL.test(lines[i - 1]!);
    if (BEGINS_CELL.test(line)) {
      if (!table) {
        table = [[]];
        tables.push(table);
        widest = 0;
      } else if (afterEmpty) {
        widest = Math.max(widest, table.at(-1)!.length);
        table.push([]);
      }
      table.at(-1)!.push({ line: i + 1, lines: [line.replace(BEGINS_CELL, '')] });
      return;
    }
    if (!table) return;
    // Past a full row an empty line ends the last cell: what follows is prose again.
    const full = table.length > 2 && table.at(-1)!.length >= widest && afterEmpty && line.trim() !== '';
    if (LEAVES_TABLE.test(line) || full) table = null;
    else table.at(-1)!.at(-1)!.lines.push(line);
  });
  return tables;
}

function toGridRow(cells: readonly DumpCell[], limits: ReadingLimits): GridRow {
  if (cells.length > limits.maxColumns) throw new ImportRefusal('import.tooManyColumns', `${cells[0]!.line}`);
  const slots = cells.map((cell, i): Cell => {
    const text = cell.lines.join('\n').trim();
    if (text.length > limits.maxCellLength) throw new ImportRefusal('import.cellTooLong', `${cell.line}`);
    return { text, row: cell.line, column: i + 1, rowSpan: 1, colSpan: 1 };
  });
  return { row: cells[0]!.line, slots };
}

/**
 * Gives the two header rows their columns back. The upper row names each group once (公开事项, 公开对象), the lower row
 * names the group's columns and is empty elsewhere: so each run of names below belongs to one cell above.
 */
function restoreGroupSpans(rows: GridRow[]): GridRow[] {
  const [upper, lower, ...rest] = rows;
  if (!upper || !lower || upper.slots.length >= lower.slots.length) return rows;
  const slots: Cell[] = [];
  for (const cell of upper.slots) {
    const start = slots.length;
    let span = 1;
    if (lower.slots[start]?.text) while (lower.slots[start + span]?.text) span += 1;
    const placed: Cell = { ...cell!, column: start + 1, colSpan: span };
    for (let i = 0; i < span; i += 1) slots.push(placed);
  }
  return slots.length === lower.slots.length ? [{ ...upper, slots }, lower, ...rest] : rows;
}
