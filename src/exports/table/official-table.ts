import type { PublicContent } from '../../content/index.js';
import type { ColumnKey, Profile, ProfileColumn } from '../../profiles/index.js';
import { cellText } from './cell-text.js';
import { CENTRED, EVERY_BOX, WIDTHS } from './columns.js';
import type { Table, TableCell } from './table.js';

/** An item as a row of the form. */
export interface TableItem {
  /** 序号 of its block; items of one block share it. */
  readonly number: string;
  readonly content: PublicContent;
}

const LEVELS: readonly ColumnKey[] = ['level1', 'level2', 'level3', 'level4'];

/**
 * The official form with these items: the profile's columns in its order, the optional ones only where an item fills them; groups
 * above their columns; 序号 and the levels that items share merged downwards. Reading the table again gives the same items.
 */
export function officialTable(items: readonly TableItem[], columns: readonly ProfileColumn[], profile: Profile): Table {
  const style = { clausesApart: columns.some(({ key }) => key === 'clauses'), everyBox: EVERY_BOX.has(profile.id) };
  const texts = items.map(
    ({ number, content }) => new Map(columns.map(({ key }) => [key, cellText(key, number, content, style)] as const)),
  );
  const printed = [...columns]
    .sort((a, b) => a.order - b.order)
    .filter(({ key, optional }) => !optional || texts.some((row) => row.get(key)));
  const header = headerRows(printed);
  return {
    widths: printed.map(({ key }) => WIDTHS[key]),
    headerRows: header.length,
    rows: [...header, ...bodyRows(printed, texts)],
  };
}

/** One row, or two when the form groups columns. */
function headerRows(columns: readonly ProfileColumn[]): TableCell[][] {
  const grouped = columns.some(({ group }) => group);
  const upper: TableCell[] = [];
  const lower: TableCell[] = [];
  columns.forEach(({ header, group }, column) => {
    if (!group) {
      upper.push({ text: header, column, centred: true, ...(grouped && { rowSpan: 2 }) });
      return;
    }
    lower.push({ text: header, column, centred: true });
    if (columns[column - 1]?.group === group) return;
    const next = columns.findIndex((other, i) => i > column && other.group !== group);
    upper.push({ text: group, column, centred: true, colSpan: (next < 0 ? columns.length : next) - column });
  });
  return grouped ? [upper, lower] : [upper];
}

type Texts = ReadonlyMap<ColumnKey, string>;

function bodyRows(columns: readonly ProfileColumn[], texts: readonly Texts[]): TableCell[][] {
  return texts.map((row, at) =>
    columns.flatMap(({ key }, column): TableCell[] => {
      if (joins(key, texts, at)) return [];
      let rowSpan = 1;
      while (at + rowSpan < texts.length && joins(key, texts, at + rowSpan)) rowSpan += 1;
      return [{ text: row.get(key) ?? '', column, ...(rowSpan > 1 && { rowSpan }), ...(CENTRED.has(key) && { centred: true }) }];
    }),
  );
}

/** Whether the cell of this row is one with the cell above it. */
function joins(key: ColumnKey, texts: readonly Texts[], at: number): boolean {
  const row = texts[at]!;
  const above = texts[at - 1];
  if (!above) return false;
  if (key === 'ordinal') return sameBlock(row, above);
  const level = LEVELS.indexOf(key);
  if (level < 0 || !row.get(key)) return false;
  const shared = LEVELS.slice(0, level + 1).every((upper) => row.get(upper) === above.get(upper));
  // Without a number it is 一级事项 that opens a block, so that it has to be written again.
  return shared && (sameBlock(row, above) || !!row.get('ordinal'));
}

/**
 * One number for both rows. A row of a block whose cell is blank means "as above": where this one is blank and the one above is
 * not, it opens a block of its own under the same number.
 */
function sameBlock(row: Texts, above: Texts): boolean {
  if (row.get('ordinal') !== above.get('ordinal') || row.get('level1') !== above.get('level1')) return false;
  return [...row].every(([key, text]) => text !== '' || above.get(key) === '' || isDeeper(key, row, above));
}

/** A level below another branch: 一 / 甲 after 一 / 乙 / 丙 says that it has no third level by its own second one. */
function isDeeper(key: ColumnKey, row: Texts, above: Texts): boolean {
  const level = LEVELS.indexOf(key);
  return level > 0 && LEVELS.slice(0, level).some((upper) => row.get(upper) !== '' && row.get(upper) !== above.get(upper));
}
