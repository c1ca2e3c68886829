import { Parser } from 'htmlparser2';
import { type Grid, GridBuilder, type PlacedCell } from '../grid.js';
import type { ReadingLimits } from '../limits.js';
import { ImportRefusal } from '../refusal.js';

interface OpenTable {
  readonly grid: GridBuilder;
  row: DraftCell[] | null;
  cell: DraftCell | null;
}
interface DraftCell extends PlacedCell {
  text: string;
  hidden: boolean;
}
type Attributes = Record<string, string>;

const SILENT = new Set(['script', 'style', 'template', 'noscript', 'head', 'select', 'svg', 'iframe', 'object']);
const BREAKS = new Set(['br', 'p', 'div', 'li', 'tr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
const HIDES = /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?![.\d])/i;

/** Charset a page names in its first bytes. */
export function pageCharset(bytes: Buffer): string | undefined {
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(bytes.toString('latin1', 0, 4096))?.[1];
}

/** Tables of an HTML page, read as a stream, nested ones beside the outer ones; nothing is fetched, no script is run. */
export function readPage(text: string, limits: ReadingLimits): Grid[] {
  const tables = new PageTables(limits);
  const parser = new Parser(tables, { decodeEntities: true, lowerCaseTags: true });
  for (let at = 0; at < text.length; at += 1 << 20) parser.write(text.slice(at, at + (1 << 20)));
  parser.end();
  return tables.grids();
}

class PageTables {
  private readonly found: GridBuilder[] = [];
  private readonly open: OpenTable[] = [];
  private silent: string[] = [];
  private hiding: string[] = [];
  private rowCount = 0;

  constructor(private readonly limits: ReadingLimits) {}

  grids(): Grid[] {
    for (const table of this.open) closeRow(table);
    return this.found.map((grid) => grid.build());
  }

  onopentag(tag: string, at: Attributes): void {
    if (SILENT.has(tag) || this.silent.length > 0) {
      if (SILENT.has(tag)) this.silent.push(tag);
      return;
    }
    if (this.hiding.length > 0 ? this.hiding[0] === tag : hides(at)) this.hiding.push(tag);
    const table = this.open.at(-1);
    if (tag === 'table') this.openTable();
    else if (tag === 'tr' && table) this.openRow(table);
    else if ((tag === 'td' || tag === 'th') && table) this.openCell(table, at);
    else if (BREAKS.has(tag)) this.write('\n');
    else if (tag === 'input' && /^(?:checkbox|radio)$/i.test(at.type ?? '')) this.write('checked' in at ? '■' : '□');
  }

  ontext(text: string): void {
    if (this.silent.length === 0) this.write(text.replace(/[ \t\r\n\f]+/g, ' '));
  }

  onclosetag(tag: string): void {
    if (this.silent.length > 0) {
      if (this.silent.at(-1) === tag) this.silent.pop();
      return;
    }
    if (this.hiding[0] === tag) this.hiding.pop();
    const table = this.open.at(-1);
    if (tag === 'table' && table) {
      closeRow(table);
      this.open.pop();
    } else if (tag === 'tr' && table) closeRow(table);
    else if ((tag === 'td' || tag === 'th') && table) table.cell = null;
    else if (BREAKS.has(tag) && tag !== 'br') this.write('\n');
  }

  private openTable(): void {
    const grid = new GridBuilder(`table ${this.found.length + 1}`, this.limits);
    this.found.push(grid);
    this.open.push({ grid, row: null, cell: null });
    if (this.open.length > 64) throw new ImportRefusal('import.tooCostly', 'nesting');
  }

  private openRow(table: OpenTable): void {
    closeRow(table);
    this.rowCount += 1;
    if (this.rowCount > this.limits.maxRows) throw new ImportRefusal('import.tooManyRows');
    table.row = [];
  }

  private openCell(table: OpenTable, at: Attributes): void {
    table.row ??= [];
    table.cell = { text: '', rowSpan: span(at.rowspan), colSpan: span(at.colspan), hidden: this.hiding.length > 0 };
    table.row.push(table.cell);
  }

  private write(text: string): void {
    const cell = this.open.at(-1)?.cell;
    if (!cell) return;
    cell.text += text;
    if (this.hiding.length > 0 && text.trim()) cell.hidden = true;
    if (cell.text.length > this.limits.maxCellLength * 2) throw new ImportRefusal('import.cellTooLong');
  }
}

function closeRow(table: OpenTable): void {
  if (table.row) table.grid.add(table.row.map((cell) => ({ ...cell, text: tidy(cell.text) })));
  table.row = null;
  table.cell = null;
}

/** Lines as a browser shows them: spaces around line ends go, several ends become one. */
function tidy(text: string): string {
  return text
    .replace(/ +/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n+/g, '\n')
    .trim();
}

function hides(at: Attributes): boolean {
  return 'hidden' in at || HIDES.test(at.style ?? '');
}

function span(text: string | undefined): number {
  const number = Number.parseInt(text ?? '1', 10);
  return Number.isFinite(number) && number > 0 ? number : 1;
}
