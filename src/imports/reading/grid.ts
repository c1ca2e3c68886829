import type { ReadingLimits } from './limits.js';
import { ImportRefusal } from './refusal.js';

/** One cell as the file has it. A merged cell is one cell that stands in every slot it covers. */
export interface Cell {
  readonly text: string;
  /** Where it begins, counting from 1 as the source shows it: sheet row and column, table row and column, line and field. */
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** The source hides it (hidden row, column or text). */
  readonly hidden?: boolean;
}

/** Slot i is column i + 1; `null` where the table has no cell. */
export interface GridRow {
  readonly row: number;
  readonly slots: readonly (Cell | null)[];
}

/** A sheet or a table. Rows without any text are left out, so `row` may jump. */
export interface Grid {
  readonly name: string;
  readonly hidden?: boolean;
  readonly rows: readonly GridRow[];
}

/** A cell to be placed: spans default to 1, `skip` leaves slots free before it. */
export interface PlacedCell {
  readonly text: string;
  readonly rowSpan?: number;
  readonly colSpan?: number;
  readonly skip?: number;
  readonly hidden?: boolean;
}

/** Lays cells out row by row like HTML does: a cell takes the first free slot, row spans reach into the rows below. */
export class GridBuilder {
  private readonly rows: GridRow[] = [];
  private reaching: { cell: Cell; last: number }[] = [];
  private count = 0;

  constructor(
    private readonly name: string,
    private readonly limits: ReadingLimits,
    private readonly hidden = false,
  ) {}

  /** Adds the next row; `row` is its number in the source and defaults to the count of rows so far. */
  add(cells: readonly PlacedCell[], row?: number): void {
    this.count += 1;
    if (this.count > this.limits.maxRows) throw new ImportRefusal('import.tooManyRows', this.name);
    const index = this.count;
    const slots: (Cell | null)[] = [];
    for (const { cell } of this.reaching) fill(slots, cell);
    let at = 0;
    for (const placed of cells) {
      at += Math.min(placed.skip ?? 0, this.limits.maxColumns);
      while (slots[at]) at += 1;
      const cell = this.cell(placed, row ?? index, at + 1);
      fill(slots, cell);
      if (cell.rowSpan > 1) this.reaching.push({ cell, last: index + cell.rowSpan - 1 });
      at += cell.colSpan;
    }
    for (let i = 0; i < slots.length; i += 1) slots[i] ??= null;
    this.reaching = this.reaching.filter(({ last }) => last > index);
    if (slots.some((cell) => cell?.text.trim())) this.rows.push({ row: row ?? index, slots });
  }

  build(): Grid {
    return { name: this.name, ...(this.hidden ? { hidden: true } : {}), rows: this.rows };
  }

  private cell(placed: PlacedCell, row: number, column: number): Cell {
    if (column > this.limits.maxColumns) throw new ImportRefusal('import.tooManyColumns', `${this.name} ${row}`);
    if (placed.text.length > this.limits.maxCellLength) {
      throw new ImportRefusal('import.cellTooLong', `${this.name} ${row}:${column}`);
    }
    return {
      text: placed.text,
      row,
      column,
      rowSpan: clamp(placed.rowSpan, this.limits.maxRows),
      colSpan: clamp(placed.colSpan, this.limits.maxColumns - column + 1),
      ...(placed.hidden ? { hidden: true } : {}),
    };
  }
}

/** True where a merged cell covers a slot of a row below the one it begins in. */
export function reachesFromAbove(cell: Cell | null | undefined, row: GridRow): boolean {
  return !!cell && cell.row < row.row;
}

function fill(slots: (Cell | null)[], cell: Cell): void {
  for (let i = 0; i < cell.colSpan; i += 1) slots[cell.column - 1 + i] ??= cell;
}

function clamp(span: number | undefined, most: number): number {
  return Number.isSafeInteger(span) && span! > 1 ? Math.max(1, Math.min(span!, most)) : 1;
}
