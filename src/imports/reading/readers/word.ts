import { Parser } from 'htmlparser2';
import { refuseEntities } from '../archive.js';
import type { Grid } from '../grid.js';
import type { ReadingLimits } from '../limits.js';
import { ImportRefusal } from '../refusal.js';
import { symbolOf } from './glyphs.js';
import { layOutWordTable, type WordCell, type WordRow } from './word-layout.js';

type Attributes = Record<string, string>;

/** Text that is not part of the document as it stands: deletions, moves away, the second copy of a text box. */
const NOT_SHOWN = new Set(['del', 'moveFrom', 'Fallback', 'instrText', 'delText']);
const CHUNK = 1 << 20;

/**
 * Tables of a .docx, read from its main part as a stream (no tree, no styles, no entities): `gridSpan` and `vMerge` become
 * spans, tracked deletions are left out, insertions kept, symbol-font boxes become characters.
 */
export function readWord(parts: Map<string, Buffer>, limits: ReadingLimits): Grid[] {
  refuseEntities(parts);
  const part = parts.get(mainPart(parts));
  if (!part) throw new ImportRefusal('import.broken', 'no document');
  const tables = new WordTables(limits);
  const parser = new Parser(tables, { xmlMode: true, decodeEntities: true });
  const decoder = new TextDecoder('utf-8');
  for (let at = 0; at < part.length; at += CHUNK) {
    parser.write(decoder.decode(part.subarray(at, at + CHUNK), { stream: true }));
  }
  parser.end(decoder.decode());
  return tables.found.map((rows, i) => layOutWordTable(rows, `table ${i + 1}`, limits));
}

/** Collects tables, nested ones beside the outer ones, from the stream of tags. */
class WordTables {
  readonly found: WordRow[][] = [];
  private readonly open: { rows: WordRow[]; outer: WordCell | null }[] = [];
  private readonly silent: string[] = [];
  private cell: WordCell | null = null;
  /** Columns before the row's first cell. */
  private skipped = 0;
  private inText = false;
  private rowCount = 0;

  constructor(private readonly limits: ReadingLimits) {}

  onopentag(name: string, at: Attributes): void {
    const tag = localName(name);
    if (NOT_SHOWN.has(tag)) this.silent.push(name);
    else if (isWord(name)) this.begin(tag, at);
  }

  ontext(text: string): void {
    if (this.inText) this.write(text);
  }

  onclosetag(name: string): void {
    if (this.silent.at(-1) === name) this.silent.pop();
    else if (isWord(name)) this.end(localName(name));
  }

  private begin(tag: string, at: Attributes): void {
    switch (tag) {
      case 'tbl':
        this.open.push({ rows: [], outer: this.cell });
        this.found.push(this.open.at(-1)!.rows);
        this.cell = null;
        break;
      case 'tr':
        this.rowCount += 1;
        if (this.rowCount > this.limits.maxRows) throw new ImportRefusal('import.tooManyRows');
        this.open.at(-1)?.rows.push([]);
        this.skipped = 0;
        break;
      case 'gridBefore':
        this.skipped = count(at);
        break;
      case 'tc':
        this.cell = this.addCell();
        break;
      case 't':
        this.inText = true;
        break;
      case 'br':
      case 'cr':
        this.write('\n');
        break;
      case 'tab':
        this.write(' ');
        break;
      case 'noBreakHyphen':
        this.write('-');
        break;
      case 'sym':
        this.write(symbolOf(attribute(at, 'font'), attribute(at, 'char')));
        break;
      default:
        if (this.cell) setProperty(this.cell, tag, at);
    }
  }

  private end(tag: string): void {
    if (tag === 't') this.inText = false;
    else if (tag === 'p') this.write('\n');
    else if (tag === 'tc') this.cell = null;
    else if (tag === 'tbl') this.cell = this.open.pop()?.outer ?? null;
  }

  private addCell(): WordCell {
    const cell: WordCell = { text: '', skip: this.skipped, colSpan: 1, hidden: false, merge: 'none' };
    this.skipped = 0;
    this.open.at(-1)?.rows.at(-1)?.push(cell);
    return cell;
  }

  private write(text: string): void {
    if (!this.cell || this.silent.length > 0) return;
    this.cell.text += text;
    if (this.cell.text.length > this.limits.maxCellLength * 2) throw new ImportRefusal('import.cellTooLong');
  }
}

function setProperty(cell: WordCell, tag: string, at: Attributes): void {
  if (tag === 'gridSpan') cell.colSpan = count(at);
  else if (tag === 'vMerge') cell.merge = attribute(at, 'val') === 'restart' ? 'starts' : 'goesOn';
  else if (tag === 'vanish' && !['0', 'false'].includes(attribute(at, 'val'))) cell.hidden = true;
}

function mainPart(parts: Map<string, Buffer>): string {
  const relations = parts.get('_rels/.rels')?.toString('utf8', 0, 65_536) ?? '';
  const relation = /<Relationship\b[^>]*officeDocument"[^>]*>/.exec(relations)?.[0] ?? '';
  const target = /Target="\/?([^"]+)"/.exec(relation)?.[1];
  return target && parts.has(target) ? target : 'word/document.xml';
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
/** Drawings and formulas have elements of the same local names (`a:t`, `m:t`) under other prefixes. */
const isWord = (name: string): boolean => !/^(?:a|m|wp|pic|v|o):/.test(name);
const attribute = (at: Attributes, name: string): string => Object.entries(at).find(([key]) => localName(key) === name)?.[1] ?? '';
const count = (at: Attributes): number => Math.max(1, Math.min(1_000, Number.parseInt(attribute(at, 'val'), 10) || 1));
