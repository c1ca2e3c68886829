/** A cell by its row and column, from 0. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** `active` has the focus; the rectangle between it and `anchor` is selected. */
export interface Selection {
  readonly anchor: Cell;
  readonly active: Cell;
}

export interface Rectangle {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Extent {
  readonly rows: number;
  readonly columns: number;
  /** First and last row of the merged cell that shows this one. */
  readonly merged: (cell: Cell) => { readonly top: number; readonly bottom: number };
}

export function at(row: number, column: number): Selection {
  return { anchor: { row, column }, active: { row, column } };
}

/** Both corners of what is selected. */
export function rectangleOf({ anchor, active }: Selection): Rectangle {
  return {
    top: Math.min(anchor.row, active.row),
    bottom: Math.max(anchor.row, active.row),
    left: Math.min(anchor.column, active.column),
    right: Math.max(anchor.column, active.column),
  };
}

export function isSingle({ anchor, active }: Selection): boolean {
  return anchor.row === active.row && anchor.column === active.column;
}

export type Step = 'up' | 'down' | 'left' | 'right' | 'rowStart' | 'rowEnd' | 'start' | 'end' | 'pageUp' | 'pageDown' | 'next' | 'previous';

const PAGE = 10;

/** Where a key leads. With `extend` the anchor stays. Merged cells are one step. */
export function moved(selection: Selection, step: Step, extent: Extent, extend: boolean): Selection {
  const active = within(target(selection.active, step, extent), extent);
  return { anchor: extend ? selection.anchor : active, active };
}

function target(cell: Cell, step: Step, extent: Extent): Cell {
  const { row, column } = cell;
  const last = extent.columns - 1;
  switch (step) {
    case 'up':
      return { row: extent.merged(cell).top - 1, column };
    case 'down':
      return { row: extent.merged(cell).bottom + 1, column };
    case 'left':
      return { row, column: column - 1 };
    case 'right':
      return { row, column: column + 1 };
    case 'rowStart':
      return { row, column: 0 };
    case 'rowEnd':
      return { row, column: last };
    case 'start':
      return { row: 0, column: 0 };
    case 'end':
      return { row: extent.rows - 1, column: last };
    case 'pageUp':
      return { row: row - PAGE, column };
    case 'pageDown':
      return { row: row + PAGE, column };
    case 'next':
      return column < last || row >= extent.rows - 1 ? { row, column: column + 1 } : { row: row + 1, column: 0 };
    case 'previous':
      return column > 0 || row === 0 ? { row, column: column - 1 } : { row: row - 1, column: last };
  }
}

function within({ row, column }: Cell, { rows, columns }: Extent): Cell {
  return { row: Math.max(0, Math.min(rows - 1, row)), column: Math.max(0, Math.min(columns - 1, column)) };
}

const KEYS: Readonly<Record<string, Step>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'rowStart',
  End: 'rowEnd',
  PageUp: 'pageUp',
  PageDown: 'pageDown',
};

/** The step that a key of the table stands for; undefined for any other key. Tab leaves the table at its last and first cell. */
export function stepOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey'>): Step | undefined {
  const far = event.ctrlKey || event.metaKey;
  if (far && event.key === 'Home') return 'start';
  if (far && event.key === 'End') return 'end';
  if (event.key === 'Tab') return event.shiftKey ? 'previous' : 'next';
  return KEYS[event.key];
}
