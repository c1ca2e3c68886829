import type { Language } from '../../platform/problems/index.js';
import { MESSAGES, type MessageKey } from '../messages.js';
import type { PublicItem } from '../public-document.js';
import { CELL_KEYS, CELLS, TRANSLATED, USUAL, type CellKey, type Entry } from './cells.js';

/** A cell of the item's path; a parent stands once beside all its children. */
export interface PathCell {
  readonly text: string;
  readonly rows: number;
  readonly columns: number;
  /** The item's own name, not a group's. */
  readonly own: boolean;
}

export interface Column {
  readonly key: CellKey;
  readonly label: string;
  /** Its cells are in the reader's language; the rest of the table is in that of the catalogue. */
  readonly translated: boolean;
}

export interface TableRow {
  readonly id: string;
  readonly number: number;
  /** Only the cells that begin in this row. */
  readonly path: readonly PathCell[];
  /** The names above the item's own, for a row that is read alone. */
  readonly parents: readonly string[];
  readonly name: string;
  readonly cells: readonly (Column & { readonly entries: readonly Entry[] })[];
}

/** The official form (公开事项目录表) as a table of HTML cells. */
export interface Table {
  /** Headings of the columns that the path takes, 1 to 4. */
  readonly levels: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly TableRow[];
}

const pathOf = (item: PublicItem): readonly string[] => (item.path && item.path.length > 0 ? item.path : ['']);

/** Whether the two items lie in the same group at this depth: every name above and there is equal, and it is no item's own. */
function together(one: readonly string[], other: readonly string[] | undefined, depth: number): boolean {
  return (
    other !== undefined &&
    depth < one.length - 1 &&
    depth < other.length - 1 &&
    one.slice(0, depth + 1).every((name, i) => name === other[i])
  );
}

function pathCells(paths: readonly (readonly string[])[], row: number, levels: number): PathCell[] {
  const path = paths[row] as readonly string[];
  return path.flatMap((text, depth): PathCell[] => {
    if (depth === path.length - 1) return [{ text, rows: 1, columns: levels - depth, own: true }];
    if (together(path, paths[row - 1], depth)) return [];
    let rows = 1;
    while (together(path, paths[row + rows], depth)) rows += 1;
    return [{ text, rows, columns: 1, own: false }];
  });
}

/** Lays the items out; columns in which no item may say anything do not exist. */
export function tableOf(items: readonly PublicItem[], language: Language): Table {
  const paths = items.map(pathOf);
  const levels = Math.max(1, ...paths.map((path) => path.length));
  const label = (key: string) => MESSAGES[`column.${key}` as MessageKey][language];
  const filled = items.map((item) => new Map(CELL_KEYS.map((key) => [key, CELLS[key](item, language)])));
  const columns = CELL_KEYS.filter((key) => USUAL.has(key) || filled.some((cells) => cells.get(key)?.length)).map((key) => ({
    key,
    label: label(key),
    translated: TRANSLATED.has(key),
  }));
  return {
    levels: Array.from({ length: levels }, (_, depth) => label(`level${depth + 1}`)),
    columns,
    rows: items.map((item, row) => ({
      id: item.id,
      number: row + 1,
      path: pathCells(paths, row, levels),
      parents: (paths[row] as readonly string[]).slice(0, -1),
      name: paths[row]?.at(-1) ?? '',
      cells: columns.map((column) => ({ ...column, entries: filled[row]?.get(column.key) ?? [] })),
    })),
  };
}
