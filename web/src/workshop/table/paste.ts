import { sameValue, type ItemContent } from '../content';
import { withCell, type Refusal } from './cell-read';
import type { TableColumn } from './columns';
import type { Rectangle } from './selection';
import type { Cells } from './clipboard';
import type { FormRules } from './rules';

/** A row that cells are pasted into. */
export interface PasteRow {
  readonly id: string;
  readonly number: string;
  readonly content: ItemContent;
}

export interface RefusedCell {
  /** Where in the table, from 0. */
  readonly row: number;
  readonly column: TableColumn;
  readonly text: string;
  readonly why: Refusal | 'readOnly';
  readonly word?: string;
}

export interface PastePlan {
  readonly changes: readonly { readonly id: string; readonly before: ItemContent; readonly after: ItemContent }[];
  readonly numbers: readonly { readonly id: string; readonly before: string; readonly after: string }[];
  readonly refused: readonly RefusedCell[];
  /** Cells that took a text. */
  readonly filled: number;
  /** Rows that lie below the table's end. */
  readonly beyond: Cells;
  /** Columns that lie right of the table's end; they are left out. */
  readonly dropped: number;
}

const NUMBER_MOST = 50;

/**
 * What a paste does: exactly as many rows and columns as the clipboard holds, from the top left cell of the selection. One single cell fills all of
 * a larger selection. A cell that cannot be read stays as it is and is named; its neighbours are filled.
 * @param writable whether a row may be changed now
 */
export function planPaste(
  cells: Cells,
  into: Rectangle,
  rows: readonly PasteRow[],
  columns: readonly TableColumn[],
  rules: FormRules,
  writable: (id: string) => boolean,
): PastePlan {
  const spread = fill(cells, into);
  const width = Math.max(0, ...spread.map((row) => row.length));
  const fitting = spread.slice(0, Math.max(0, rows.length - into.top));
  const refused: RefusedCell[] = [];
  const changes: { id: string; before: ItemContent; after: ItemContent }[] = [];
  const numbers: { id: string; before: string; after: string }[] = [];
  let filled = 0;
  fitting.forEach((texts, r) => {
    const row = rows[into.top + r]!;
    const may = writable(row.id);
    let content = row.content;
    texts.forEach((text, c) => {
      const column = columns[into.left + c];
      if (!column) return;
      const refuse = (why: RefusedCell['why'], word?: string): void => {
        refused.push({ row: into.top + r, column, text, why, ...(word && { word }) });
      };
      if (!may) return refuse('readOnly');
      if (column.key === 'ordinal') {
        const number = text.trim();
        if (number.length > NUMBER_MOST) return refuse('numberLong');
        filled += 1;
        if (number !== row.number) numbers.push({ id: row.id, before: row.number, after: number });
        return;
      }
      const read = withCell(content, column.key, text, rules);
      if ('refused' in read) return refuse(read.refused, read.word);
      content = read.content;
      filled += 1;
    });
    if (!sameContent(row.content, content)) changes.push({ id: row.id, before: row.content, after: content });
  });
  return {
    changes,
    numbers,
    refused,
    filled,
    beyond: spread.slice(fitting.length),
    dropped: Math.max(0, into.left + width - columns.length),
  };
}

function sameContent(a: ItemContent, b: ItemContent): boolean {
  return a === b || sameValue(a, b);
}

/** One cell fills the whole selection; anything larger keeps its own size. */
function fill(cells: Cells, into: Rectangle): Cells {
  if (cells.length !== 1 || cells[0]!.length !== 1) return cells;
  const text = cells[0]![0]!;
  const width = into.right - into.left + 1;
  return Array.from({ length: into.bottom - into.top + 1 }, () => Array<string>(width).fill(text));
}
