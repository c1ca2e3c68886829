import { USUAL_HEADERS, type ColumnKey, type Profile } from '../../profiles/index.js';
import { excerpt } from './cells/wording.js';
import type { Cell, Grid, GridRow } from './grid.js';

/** One column of the file: its header as written, and what the profile understands by it. */
export interface MappedColumn {
  /** Counts from 1 as the source shows it. */
  readonly column: number;
  readonly header: string;
  readonly key: ColumnKey | null;
}

export interface Header {
  /** Indexes into the grid's rows. */
  readonly first: number;
  readonly last: number;
  /** Numbers of its rows in the source. */
  readonly rows: readonly number[];
  readonly columns: readonly MappedColumn[];
}

/** A header stands near the top; a notice's text may come before it. */
const ROWS_SEARCHED = 400;
const MOST_HEADER_ROWS = 3;
/** 一级事项 and 公开内容, and two more, before a row is taken for a header. */
const FEWEST_COLUMNS = 4;

/** Spaces, line breaks and what stands in brackets say nothing about which column it is: 公开内容（要素）, 事项类别（法定公开、其他）. */
export function headerWords(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]/g, '')
    .replace(/\([^()]*\)/g, '');
}

/**
 * Finds the header: the one to three rows that name most columns of the profile. In a header of several rows a column's
 * name is the lowest text over it, and the upper one (公开对象) its group.
 */
export function findHeader(grid: Grid, profile: Profile): Header | null {
  const names = namesOf(profile);
  let best: { header: Header; score: number } | null = null;
  const end = Math.min(grid.rows.length, ROWS_SEARCHED);
  for (let first = 0; first < end; first += 1) {
    if (!grid.rows[first]!.slots.some((cell) => cell && knows(names, cell.text))) continue;
    for (let last = first; last < Math.min(first + MOST_HEADER_ROWS, end); last += 1) {
      const columns = mapColumns(grid.rows.slice(first, last + 1), names);
      const keys = new Set(columns.map(({ key }) => key).filter((key) => key !== null));
      if (keys.size < FEWEST_COLUMNS || !keys.has('level1') || !keys.has('elements')) continue;
      if (best && keys.size <= best.score) continue;
      const rows = grid.rows.slice(first, last + 1).map(({ row }) => row);
      best = { header: { first, last, rows, columns }, score: keys.size };
    }
  }
  return best?.header ?? null;
}

/** A header printed again, as at the top of each page. */
export function repeatsHeader(row: GridRow, header: Header, profile: Profile): boolean {
  const names = namesOf(profile);
  const texts = row.slots.filter((cell) => cell && cell.row === row.row && cell.text.trim());
  const known = texts.filter((cell) => knows(names, cell!.text));
  return known.length >= 2 && known.length * 2 >= texts.length && header.columns.length > 0;
}

interface Names {
  /** group + name, and name alone → key */
  readonly keys: ReadonlyMap<string, ColumnKey>;
  readonly groups: ReadonlySet<string>;
}

function namesOf(profile: Profile): Names {
  const keys = new Map<string, ColumnKey>();
  const groups = new Set<string>();
  for (const column of profile.columns) {
    if (column.group) groups.add(headerWords(column.group));
    for (const name of [column.header, ...column.aliases]) {
      const words = headerWords(name);
      if (!keys.has(words)) keys.set(words, column.key);
    }
  }
  const own = new Set(keys.values());
  for (const [key, name] of Object.entries(USUAL_HEADERS) as [ColumnKey, string][]) {
    if (!own.has(key) && !keys.has(headerWords(name))) keys.set(headerWords(name), key);
  }
  return { keys, groups };
}

function knows(names: Names, text: string): boolean {
  const words = headerWords(text);
  return names.keys.has(words) || names.groups.has(words);
}

function mapColumns(rows: readonly GridRow[], names: Names): MappedColumn[] {
  const width = Math.max(...rows.map(({ slots }) => slots.length));
  const columns: MappedColumn[] = [];
  const taken = new Set<ColumnKey>();
  for (let i = 0; i < width; i += 1) {
    const cells = rows.map(({ slots }) => slots[i]).filter((cell): cell is Cell => !!cell?.text.trim());
    const own = cells.at(-1);
    if (!own) continue;
    const words = headerWords(own.text);
    let key = names.keys.get(words) ?? null;
    // 公开事项 alone over one column: a form with a single level.
    if (!key && names.groups.has(words) && own.colSpan === 1 && words === '公开事项') key = 'level1';
    if (key && taken.has(key)) key = null;
    if (key) taken.add(key);
    columns.push({ column: i + 1, header: excerpt(own.text.replace(/\s+/g, '')), key });
  }
  return columns;
}
