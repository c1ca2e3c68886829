/** Cells as a clipboard holds them, row by row. */
export type Cells = readonly (readonly string[])[];

/**
 * Reads what a spreadsheet puts on the clipboard as text: tabs between cells, line ends between rows; a quoted cell may hold both, and "" is a quote.
 * The line end after the last row is no row.
 */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  for (;;) {
    const [cell, end] = text[at] === '"' ? (quoted(text, at) ?? plain(text, at)) : plain(text, at);
    row.push(cell);
    const mark = text[end];
    at = end + 1;
    if (mark === '\t') continue;
    if (mark === '\r' && text[at] === '\n') at += 1;
    rows.push(row);
    row = [];
    if (mark === undefined || at >= text.length) return rows;
  }
}

/** A quoted cell and where it ends; null when the quote is a character like others. */
function quoted(text: string, from: number): [string, number] | null {
  let cell = '';
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') {
      cell += text[at];
    } else if (text[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else {
      const next = text[at + 1];
      return next === undefined || next === '\t' || next === '\n' || next === '\r' ? [cell.replace(/\r\n?/g, '\n'), at + 1] : null;
    }
  }
  return null;
}

function plain(text: string, from: number): [string, number] {
  const end = text.slice(from).search(/[\t\r\n]/);
  return end < 0 ? [text.slice(from), text.length] : [text.slice(from, from + end), from + end];
}

export function toTsv(cells: Cells): string {
  return cells.map((row) => row.map((cell) => (/["\t\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)).join('\t')).join('\n');
}

export function toHtml(cells: Cells): string {
  const row = (texts: readonly string[]): string => `<tr>${texts.map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`;
  return `<table>${cells.map(row).join('')}</table>`;
}

function escaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\n/g, '<br style="mso-data-placement:same-cell">');
}

/** One cell of a table on the clipboard. */
export interface SpannedCell {
  readonly text: string;
  readonly rows: number;
  readonly columns: number;
}

const MOST_COLUMNS = 60;

/** A table with merged cells as a full rectangle: what a merged cell says is said in each place that it covers. */
export function spread(rows: readonly (readonly SpannedCell[])[]): string[][] {
  const cells: string[][] = rows.map(() => []);
  rows.forEach((row, r) => {
    let c = 0;
    for (const cell of row) {
      while (cells[r]![c] !== undefined) c += 1;
      for (let y = r; y < Math.min(rows.length, r + cell.rows); y += 1) {
        for (let x = c; x < Math.min(MOST_COLUMNS, c + cell.columns); x += 1) cells[y]![x] = cell.text;
      }
    }
  });
  const width = Math.max(0, ...cells.map((row) => row.length));
  return cells.map((row) => Array.from({ length: width }, (_, x) => row[x] ?? ''));
}

/** The first table in a piece of HTML; null when there is none. Nothing of it is shown or run. */
export function tableIn(html: string): { readonly cells: string[][]; readonly merged: boolean } | null {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  if (!table) return null;
  const rows = Array.from(table.rows, (row) =>
    Array.from(row.cells, (cell) => ({ text: wordsOf(cell), rows: cell.rowSpan || 1, columns: cell.colSpan || 1 })),
  );
  return { cells: spread(rows), merged: rows.some((row) => row.some((cell) => cell.rows > 1 || cell.columns > 1)) };
}

/** Line ends of the source are blanks; `br` and paragraphs are line ends. */
function wordsOf(node: Node): string {
  const collect = (part: Node): string => {
    if (part.nodeType === Node.TEXT_NODE) return (part.textContent ?? '').replace(/[ \t\r\n]+/g, ' ');
    const inner = Array.from(part.childNodes, collect).join('');
    if (part.nodeName === 'BR') return '\n';
    return part.nodeName === 'P' || part.nodeName === 'DIV' ? `${inner}\n` : inner;
  };
  return collect(node)
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}

/** What a paste brings: merged cells are only told in HTML, everything else is exact as text. */
export function readClipboard(data: Pick<DataTransfer, 'getData'>): string[][] | null {
  const html = data.getData('text/html');
  const table = html ? tableIn(html) : null;
  const text = data.getData('text/plain');
  if (table && (table.merged || !text)) return table.cells;
  return text ? parseTsv(text) : null;
}
