import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeightRule,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table as DocxTable,
  TableCell as DocxCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Table, TableCell } from '../table/table.js';
import { BODY, FONT_TABLE, HEAD, TITLE } from './fonts.js';
import type { Block, Paper } from './paper.js';

/** Twentieths of a point: A4, and margins of 2 cm. */
const PAGE = { width: 11_906, height: 16_838 };
const MARGIN = 1_134;
/** Half points: 小二, 二号, 四号, 五号, 小五, 六号. */
const SIZE = { gap: 8, wideTitle: 36, title: 44, heading: 28, text: 21, table: 18, wideTable: 15 };
/** A table with more columns is set smaller. */
const WIDE = 13;

const look = (id: string, font: typeof BODY, size: number, after: number, centred = false) => ({
  id,
  name: id,
  run: { font, size },
  paragraph: { spacing: { after }, ...(centred && { alignment: AlignmentType.CENTER }) },
});
const STYLES = [
  look('mainTitle', TITLE, SIZE.title, 240, true),
  look('wideTitle', TITLE, SIZE.wideTitle, 240, true),
  look('part', HEAD, SIZE.heading, 120),
  look('line', BODY, SIZE.text, 80),
  look('note', BODY, SIZE.table, 80),
  look('gap', BODY, SIZE.gap, 0),
  look('form', BODY, SIZE.text, 0),
  look('formHead', HEAD, SIZE.text, 0, true),
  look('table', BODY, SIZE.table, 0),
  look('tableHead', HEAD, SIZE.table, 0, true),
  look('wideTable', BODY, SIZE.wideTable, 0),
  look('wideTableHead', HEAD, SIZE.wideTable, 0, true),
];
type Style = 'mainTitle' | 'wideTitle' | 'part' | 'line' | 'note' | 'gap' | TableStyle | `${TableStyle}Head`;
type TableStyle = 'form' | 'table' | 'wideTable';

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE };

/**
 * A document as an office prints it: title in 小标宋, text in 仿宋, tables whose header is on each page and whose rows are not torn,
 * page numbers below. The only place that knows the package that writes it.
 * @returns the bytes of a .docx
 */
export async function writeDocx(paper: Paper): Promise<Buffer> {
  const width = (paper.landscape ? PAGE.height : PAGE.width) - 2 * MARGIN;
  const title = paragraph(paper.title, paper.landscape ? 'wideTitle' : 'mainTitle');
  const document = new Document({
    title: paper.title,
    // Otherwise the package names itself.
    creator: '',
    lastModifiedBy: '',
    styles: { default: { document: { run: { font: BODY, size: SIZE.text } } }, paragraphStyles: STYLES },
    sections: [
      {
        properties: {
          page: {
            size: { ...PAGE, orientation: paper.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
          },
        },
        footers: { default: pageNumbers() },
        children: [title, ...paper.blocks.flatMap((block) => blockOf(block, width))],
      },
    ],
  });
  return Packer.toBuffer(document, undefined, [{ path: 'word/fontTable.xml', data: FONT_TABLE }]);
}

/** Word takes tables that touch for one, and wants a paragraph at the end. */
function blockOf(block: Block, width: number): (Paragraph | DocxTable)[] {
  return block.kind === 'table' ? [tableOf(block.table, width), paragraph('', 'gap')] : [paragraph(block.text, block.kind)];
}

function tableOf(table: Table, width: number): DocxTable {
  const whole = table.widths.reduce((sum, share) => sum + share, 0);
  const style = table.headerRows === 0 ? 'form' : table.widths.length > WIDE ? 'wideTable' : 'table';
  return new DocxTable({
    width: { size: width, type: WidthType.DXA },
    columnWidths: table.widths.map((share) => Math.floor((share / whole) * width)),
    layout: TableLayoutType.FIXED,
    borders: BORDERS,
    margins: { top: 30, bottom: 30, left: 60, right: 60 },
    rows: table.rows.map(
      (row, i) =>
        new TableRow({
          cantSplit: true,
          tableHeader: i < table.headerRows,
          height: { value: 360, rule: HeightRule.ATLEAST },
          children: row.map((cell) => cellOf(cell, i < table.headerRows, style)),
        }),
    ),
  });
}

function cellOf(cell: TableCell, header: boolean, style: TableStyle): DocxCell {
  const look = header || cell.label ? (`${style}Head` as const) : style;
  return new DocxCell({
    verticalAlign: VerticalAlign.CENTER,
    ...(cell.rowSpan && { rowSpan: cell.rowSpan }),
    ...(cell.colSpan && { columnSpan: cell.colSpan }),
    children: cell.text.split('\n').map((text) => paragraph(text, look, cell.centred)),
  });
}

/** Looks are styles of the document, so that a paragraph says no more than its words; a table of 500 rows has ten thousand of them. */
function paragraph(text: string, style: Style, centred = false): Paragraph {
  return new Paragraph({ style, ...(centred && { alignment: AlignmentType.CENTER }), ...(text !== '' && { text }) });
}

function pageNumbers(): Footer {
  const children = [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })];
  return new Footer({ children: [new Paragraph({ style: 'note', alignment: AlignmentType.CENTER, children })] });
}
