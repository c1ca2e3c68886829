import XLSX from '@e965/xlsx';
import { refuseEntities } from '../archive.js';
import { type Cell, type Grid, type GridRow } from '../grid.js';
import type { ReadingLimits } from '../limits.js';
import { ImportRefusal } from '../refusal.js';

type Sheet = XLSX.DenseWorkSheet;
interface Merge {
  readonly cell: Cell;
  readonly lastRow: number;
}

/**
 * Sheets of an .xlsx (with its inflated `parts`, judged before the library sees them) or an .xls. Text is what the sheet
 * displays; merged cells keep their spans; hidden sheets, rows and columns are marked, because nobody saw them.
 */
export function readWorkbook(bytes: Buffer, parts: Map<string, Buffer> | null, limits: ReadingLimits): Grid[] {
  if (parts) {
    refuseEntities(parts);
    refuseVastSheets(parts, limits);
  }
  const book = XLSX.read(bytes, {
    type: 'buffer',
    dense: true,
    cellFormula: false,
    cellHTML: false,
    cellStyles: true,
    sheetRows: limits.maxRows + 1,
  });
  return book.SheetNames.map((name, i) => {
    const hidden = (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) > 0;
    return readSheet(name, book.Sheets[name] as Sheet, hidden, limits);
  });
}

/** Rows are counted in the markup: a million empty ones cost the library seconds before it could say so. */
function refuseVastSheets(parts: Map<string, Buffer>, limits: ReadingLimits): void {
  for (const [name, part] of parts) {
    if (!/worksheets\/[^/]+\.xml$/i.test(name)) continue;
    const last = /<(?:\w+:)?dimension\s+ref="[A-Z]+\d+:[A-Z]+(\d+)"/.exec(part.toString('latin1', 0, 4096))?.[1];
    if (Number(last ?? 0) > limits.maxRows) throw new ImportRefusal('import.tooManyRows', name);
    let rows = 0;
    for (let at = 0; at < part.length; at += CHUNK) {
      for (const [row] of part.toString('latin1', at, at + CHUNK).matchAll(/<(?:\w+:)?row[\s/>][^<>]{0,80}/g)) {
        rows = Math.max(rows + 1, Number(/\br="(\d{1,9})"/.exec(row)?.[1] ?? 0));
      }
      if (rows > limits.maxRows) throw new ImportRefusal('import.tooManyRows', name);
    }
  }
}
const CHUNK = 1 << 20;

function readSheet(name: string, sheet: Sheet, hidden: boolean, limits: ReadingLimits): Grid {
  const reference = (sheet as { '!fullref'?: string })['!fullref'] ?? sheet['!ref'];
  if (!reference) return { name, rows: [] };
  if (XLSX.utils.decode_range(reference).e.r >= limits.maxRows) throw new ImportRefusal('import.tooManyRows', name);
  const merges = mergesByRow(sheet);
  const rows: GridRow[] = [];
  let reaching: Merge[] = [];
  for (let r = 0; r < (sheet['!data']?.length ?? 0); r += 1) {
    reaching = reaching.filter(({ lastRow }) => lastRow >= r);
    const slots: (Cell | null)[] = [];
    for (const { cell } of reaching) cover(slots, cell);
    const starting = merges.get(r);
    (sheet['!data']![r] ?? []).forEach((raw, c) => {
      if (slots[c]) return;
      const merge = starting?.get(c);
      const text = raw ? display(raw) : '';
      if (!text.trim() && !merge) return;
      if (c >= limits.maxColumns) throw new ImportRefusal('import.tooManyColumns', `${name} ${r + 1}`);
      if (text.length > limits.maxCellLength) throw new ImportRefusal('import.cellTooLong', `${name} ${r + 1}:${c + 1}`);
      const unseen = sheet['!rows']?.[r]?.hidden || sheet['!cols']?.[c]?.hidden;
      const cell: Cell = {
        text,
        row: r + 1,
        column: c + 1,
        rowSpan: merge ? merge.e.r - r + 1 : 1,
        colSpan: merge ? Math.min(merge.e.c, limits.maxColumns - 1) - c + 1 : 1,
        ...(unseen && text.trim() ? { hidden: true } : {}),
      };
      cover(slots, cell);
      if (cell.rowSpan > 1) reaching.push({ cell, lastRow: merge!.e.r });
    });
    for (let i = 0; i < slots.length; i += 1) slots[i] ??= null;
    if (slots.some((cell) => cell?.text.trim())) rows.push({ row: r + 1, slots });
  }
  return { name, ...(hidden ? { hidden: true } : {}), rows };
}

function mergesByRow(sheet: Sheet): Map<number, Map<number, XLSX.Range>> {
  const rows = new Map<number, Map<number, XLSX.Range>>();
  for (const merge of sheet['!merges'] ?? []) {
    const row = rows.get(merge.s.r) ?? new Map<number, XLSX.Range>();
    row.set(merge.s.c, merge);
    rows.set(merge.s.r, row);
  }
  return rows;
}

function cover(slots: (Cell | null)[], cell: Cell): void {
  for (let i = 0; i < cell.colSpan; i += 1) slots[cell.column - 1 + i] ??= cell;
}

/** An error value displays as nothing useful: it reads as blank, which is then reported as missing. */
function display(cell: XLSX.CellObject): string {
  if (cell.t === 'z' || cell.t === 'e') return '';
  return (cell.w ?? String(cell.v ?? '')).replaceAll('\r\n', '\n');
}
