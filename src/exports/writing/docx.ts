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
import { BODY, FONT_TABLE } from './fonts.js';
import { BODY_SIZE, LOOKS, type Look, type TableLook } from './looks.js';
import type { Block, Paper } from './paper.js';

/** Twentieths of a point: A4, margins of 2 cm, and those of a letter (GB/T 9704: 37, 35, 28 and 26 mm). */
const PAGE = { width: 11_906, height: 16_838 };
const MARGIN = { top: 1_134, bottom: 1_134, left: 1_134, right: 1_134 };
const LETTER_MARGIN = { top: 2_098, bottom: 1_984, left: 1_588, right: 1_474 };
/** A table with more columns is set smaller. */
const WIDE = 13;

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE };

/**
 * A document as an office prints it: title in 小标宋, text in 仿宋, a letter with its head, tables whose header is on each page and whose rows are not torn,
 * page numbers below. The only place that knows the package that writes it.
 * @returns the bytes of a .docx
 */
export async function writeDocx(paper: Paper): Promise<Buffer> {
  const { head, letter, landscape } = paper;
  const margin = head || letter ? LETTER_MARGIN : MARGIN;
  const width = (landscape ? PAGE.height : PAGE.width) - margin.left - margin.right;
  const title = paragraph(paper.title, landscape ? 'wideTitle' : 'mainTitle');
  const above = head ? [paragraph(head.kind, 'letterhead'), paragraph(head.number, 'letterNumber')] : [];
  const document = new Document({
    title: paper.title,
    // Otherwise the package names itself.
    creator: '',
    lastModifiedBy: '',
    styles: { default: { document: { run: { font: BODY, size: BODY_SIZE } } }, paragraphStyles: LOOKS },
    sections: [
      {
        properties: {
          page: {
            size: { ...PAGE, orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
            margin,
          },
        },
        footers: { default: pageNumbers() },
        children: [...above, title, ...paper.blocks.flatMap((block) => blockOf(block, width))],
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

function cellOf(cell: TableCell, header: boolean, style: TableLook): DocxCell {
  const look = header || cell.label ? (`${style}Head` as const) : style;
  return new DocxCell({
    verticalAlign: VerticalAlign.CENTER,
    ...(cell.rowSpan && { rowSpan: cell.rowSpan }),
    ...(cell.colSpan && { columnSpan: cell.colSpan }),
    children: cell.text.split('\n').map((text) => paragraph(text, look, cell.centred)),
  });
}

function paragraph(text: string, style: Look, centred = false): Paragraph {
  return new Paragraph({ style, ...(centred && { alignment: AlignmentType.CENTER }), ...(text !== '' && { text }) });
}

function pageNumbers(): Footer {
  const children = [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })];
  return new Footer({ children: [new Paragraph({ style: 'note', alignment: AlignmentType.CENTER, children })] });
}
