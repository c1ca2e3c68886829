import { type Grid, GridBuilder } from '../grid.js';
import type { ReadingLimits } from '../limits.js';
import { ImportRefusal } from '../refusal.js';
import { readDump } from './dump.js';

/** A quoted cell goes over several lines: this many to a row at most, on average. */
const LINES_PER_ROW = 12;

interface Field {
  readonly text: string;
  readonly line: number;
}

/**
 * Text: tab-separated (or comma-separated where there is no tab), with quoted fields as spreadsheets write them, or the
 * lossy dump of a table in which a tab at the start of a line begins a cell. Rows are lines of the file, columns fields.
 */
export function readText(text: string, limits: ReadingLimits): Grid[] {
  const most = limits.maxRows * LINES_PER_ROW;
  const lines = text.split(/\r\n|\n|\r/, most + 2);
  if (lines.length > most + 1) throw new ImportRefusal('import.tooManyRows');
  if (isDump(lines)) return readDump(lines, limits);
  const delimiter = lines.some((line) => line.includes('\t')) ? '\t' : ',';
  const rows = splitQuoted(lines, delimiter) ?? lines.map((line, i) => splitPlain(line, i + 1, delimiter));
  const grid = new GridBuilder('text', limits);
  for (const row of rows)
    grid.add(
      row.map(({ text }) => ({ text })),
      row[0]!.line,
    );
  return [grid.build()];
}

/** A dump has a tab at the start of its lines and hardly ever a second one. */
function isDump(lines: readonly string[]): boolean {
  const tabbed = lines.filter((line) => line.includes('\t'));
  const leading = tabbed.filter((line) => /^[ \u3000]*\t[^\t]*$/.test(line));
  return leading.length >= 6 && leading.length >= tabbed.length * 0.8;
}

function splitPlain(line: string, number: number, delimiter: string): Field[] {
  return line.split(delimiter).map((text) => ({ text, line: number }));
}

/** Fields that begin with a quotation mark may hold delimiters and line ends; null when a quotation never ends. */
function splitQuoted(lines: readonly string[], delimiter: string): Field[][] | null {
  const rows: Field[][] = [];
  for (let i = 0; i < lines.length; i += 1) {
    const row: Field[] = [];
    const first = i + 1;
    let rest: string | undefined = lines[i]!;
    while (rest !== undefined) {
      if (!rest.startsWith('"')) {
        const end: number = rest.indexOf(delimiter);
        row.push({ text: end < 0 ? rest : rest.slice(0, end), line: first });
        rest = end < 0 ? undefined : rest.slice(end + 1);
        continue;
      }
      const held: string[] = [];
      let part: string = rest.slice(1);
      let end = closing(part);
      while (end < 0) {
        held.push(part);
        i += 1;
        if (i >= lines.length) return null;
        part = lines[i]!;
        end = closing(part);
      }
      const after = part.slice(end + 1);
      if (after !== '' && !after.startsWith(delimiter)) return null;
      row.push({ text: [...held, part.slice(0, end)].join('\n').replaceAll('""', '"'), line: first });
      rest = after === '' ? undefined : after.slice(1);
    }
    rows.push(row);
  }
  return rows;
}

/** Index of the quotation mark that closes a quoted field, doubled ones left aside; -1 when it goes on. */
function closing(part: string): number {
  for (let i = 0; i < part.length; i += 1) {
    if (part[i] !== '"') continue;
    if (part[i + 1] !== '"') return i;
    i += 1;
  }
  return -1;
}
