import { writeXlsx as write, type Cell, type CellStyle, type WriteSheet } from 'hucre/xlsx';
import type { Sheet, Table, TableCell } from '../table/table.js';

const LINE = { style: 'thin' } as const;
const BORDER = { top: LINE, right: LINE, bottom: LINE, left: LINE };
const BODY_FONT = { name: '仿宋', size: 10 };
const WRAPPED = { wrapText: true, vertical: 'center' } as const;

const TITLE: CellStyle = { font: { name: '黑体', size: 18 }, alignment: { ...WRAPPED, horizontal: 'center' } };
const UNDER_TITLE: CellStyle = { font: BODY_FONT, alignment: { ...WRAPPED, horizontal: 'left' } };
const HEADER: CellStyle = {
  font: { name: '黑体', size: 10 },
  border: BORDER,
  alignment: { ...WRAPPED, horizontal: 'center' },
  numFmt: '@',
};
/** Format @: Excel keeps what is typed there later as text, too. */
const CENTRED: CellStyle = { font: BODY_FONT, border: BORDER, alignment: { ...WRAPPED, horizontal: 'center' }, numFmt: '@' };
const PLAIN: CellStyle = { ...CENTRED, alignment: { ...WRAPPED, horizontal: 'left' } };

/** A wider sheet would be printed too small to read. In widths of a Latin character. */
const WIDEST = 180;
/** Characters of the title in one line, and points for each line. */
const TITLE_LINE = { characters: 45, height: 30 };

/**
 * Sheets for printing: A4 landscape, as wide as the page, the header on each page, borders, wrapped text. Every cell is a text cell;
 * the file holds no formula, no link and no macro. The only place that knows the package that writes it.
 * @returns the bytes of an .xlsx whose title is that of its first sheet
 */
export async function writeXlsx(sheets: readonly Sheet[]): Promise<Buffer> {
  const bytes = await write({ properties: { title: sheets[0]!.heading.title }, defaultFont: BODY_FONT, sheets: sheets.map(sheetOf) });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function sheetOf({ name, heading: { title, lines }, table }: Sheet): WriteSheet {
  const width = table.widths.length;
  const cells = new Map<string, Partial<Cell>>();
  const merges: { startRow: number; startCol: number; endRow: number; endCol: number }[] = [];
  const put = (row: number, { text, column, rowSpan = 1, colSpan = 1 }: TableCell, style: CellStyle): void => {
    for (let r = row; r < row + rowSpan; r += 1)
      for (let c = column; c < column + colSpan; c += 1) cells.set(`${r},${c}`, { value: null, type: 'empty', style });
    if (text !== '') cells.set(`${row},${column}`, { value: escaped(text), type: 'string', style });
    if (rowSpan * colSpan > 1) merges.push({ startRow: row, startCol: column, endRow: row + rowSpan - 1, endCol: column + colSpan - 1 });
  };
  put(0, { text: title, column: 0, colSpan: width }, TITLE);
  lines.forEach((text, i) => put(i + 1, { text, column: 0, colSpan: width }, UNDER_TITLE));
  const top = lines.length + 1;
  table.rows.forEach((row, i) => {
    const header = i < table.headerRows;
    for (const cell of row) put(top + i, cell, header ? HEADER : cell.centred ? CENTRED : PLAIN);
  });
  return {
    name,
    rows: Array.from({ length: top + table.rows.length }, () => table.widths.map(() => null)),
    cells,
    merges,
    columns: widthsOf(table).map((share) => ({ width: share })),
    rowDefs: new Map([[0, { height: Math.ceil(title.length / TITLE_LINE.characters) * TITLE_LINE.height }]]),
    freezePane: { rows: top + table.headerRows },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${top + 1}:$${top + table.headerRows}`,
      horizontalCentered: true,
      margins: { top: 0.7, bottom: 0.7, left: 0.5, right: 0.5, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&C— &P —' },
  };
}

/** A Chinese character is two wide. */
function widthsOf({ widths }: Table): number[] {
  const whole = widths.reduce((sum, share) => sum + share * 2, 0);
  const scale = Math.min(1, WIDEST / whole);
  return widths.map((share) => Math.round(share * 2 * scale * 10) / 10);
}

/** In a workbook's strings _x0041_ stands for A (ECMA-376 part 1, §22.9.2.19): what only looks like it must say so. */
function escaped(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}
