import { type Grid, GridBuilder, type PlacedCell } from '../grid.js';
import type { ReadingLimits } from '../limits.js';

/** A cell of a Word table as its markup has it: width in grid columns, and its part in a vertical merge. */
export interface WordCell {
  text: string;
  /** Columns left free before it (`gridBefore`). */
  skip: number;
  colSpan: number;
  hidden: boolean;
  merge: 'none' | 'starts' | 'goesOn';
}
export type WordRow = WordCell[];

interface Start {
  readonly cell: WordCell;
  readonly width: number;
}

/** Turns "goes on from above" into row spans: a merge reaches down as long as the next row has such a cell in its column. */
export function layOutWordTable(rows: readonly WordRow[], name: string, limits: ReadingLimits): Grid {
  const spans = new Map<WordCell, number>();
  const covered = new Set<WordCell>();
  let above = new Map<number, Start>();
  for (const row of rows) {
    const here = new Map<number, Start>();
    let column = 0;
    for (const cell of row) {
      column += cell.skip;
      const start = above.get(column);
      if (cell.merge === 'goesOn' && start?.width === cell.colSpan) {
        spans.set(start.cell, (spans.get(start.cell) ?? 1) + 1);
        covered.add(cell);
        here.set(column, start);
      } else if (cell.merge !== 'none') {
        here.set(column, { cell, width: cell.colSpan });
      }
      column += cell.colSpan;
    }
    above = here;
  }
  const grid = new GridBuilder(name, limits);
  for (const row of rows) grid.add(row.filter((cell) => !covered.has(cell)).map((cell) => placed(cell, spans.get(cell))));
  return grid.build();
}

function placed(cell: WordCell, rowSpan = 1): PlacedCell {
  return { text: cell.text.replace(/\n+$/, ''), rowSpan, colSpan: cell.colSpan, skip: cell.skip, hidden: cell.hidden };
}
