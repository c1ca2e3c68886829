import type { SourceRow, SourceTable } from './imports';

export type SourceCell = SourceRow['cells'][number];

/** A cell where it is drawn; `continued` repeats that a merged cell from an earlier stretch of rows still covers this place. */
export interface PlacedCell {
  readonly column: number;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly cell: SourceCell | null;
  readonly continued: boolean;
}

/** One row of the original, as it is drawn. */
export interface Line {
  readonly row: SourceRow;
  readonly cells: readonly PlacedCell[];
}

export function widthOf(table: SourceTable): number {
  const ends = table.rows.flatMap(({ cells }) => cells.map(({ column, span }) => column + (span ?? 1) - 1));
  return ends.reduce((most, end) => Math.max(most, end), Math.max(...table.columns.map(({ column }) => column)));
}

/**
 * Lays the rows of a table out cell by cell. A merged cell is cut where the stretch ends and where a row that is no item stands between;
 * what it covers beyond is marked as continued.
 * @param stretch rows that are drawn together
 */
export function layOut(table: SourceTable, stretch: number): Line[] {
  const width = widthOf(table);
  /** Rows that a merged cell still covers, and how many of them its drawn cell reaches. */
  const covering = Array.from({ length: width + 1 }, () => ({ rows: 0, drawn: 0 }));
  return table.rows.map((row, index) => {
    if (row.ignored) {
      return { row, cells: [{ column: 1, colSpan: width, rowSpan: 1, cell: row.cells[0] ?? null, continued: false }] };
    }
    const room = roomBelow(table.rows, index, stretch);
    const cells: PlacedCell[] = [];
    for (let column = 1; column <= width;) {
      const cover = covering[column]!;
      const cell = row.cells.find((one) => one.column === column);
      if (!cell && cover.rows > 0) {
        cover.rows -= 1;
        if (cover.drawn > 0 && index % stretch !== 0) cover.drawn -= 1;
        else cells.push({ column, colSpan: 1, rowSpan: 1, cell: null, continued: true });
        column += 1;
        continue;
      }
      const colSpan = Math.min(cell?.span ?? 1, width - column + 1);
      const rowSpan = Math.min(cell?.rows ?? 1, room);
      for (let i = 0; i < colSpan; i += 1) covering[column + i] = { rows: (cell?.rows ?? 1) - 1, drawn: rowSpan - 1 };
      cells.push({ column, colSpan, rowSpan, cell: cell ?? null, continued: false });
      column += colSpan;
    }
    return { row, cells };
  });
}

/** Rows from this one to the end of its stretch, or to the next row that is no item. */
function roomBelow(rows: readonly SourceRow[], index: number, stretch: number): number {
  const end = Math.min(rows.length, (Math.floor(index / stretch) + 1) * stretch);
  let next = index + 1;
  while (next < end && !rows[next]!.ignored) next += 1;
  return next - index;
}
