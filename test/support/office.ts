import { openArchive } from '../../src/imports/reading/archive.js';
import { READING_LIMITS } from '../../src/imports/reading/limits.js';
import { readGrids } from '../../src/imports/reading/readers/index.js';

/** The markup of every part of an .xlsx or .docx, by its name. */
export function partsOf(bytes: Buffer): Map<string, string> {
  return new Map([...openArchive(bytes, READING_LIMITS)].map(([name, part]) => [name, part.toString('utf8')]));
}

/** All words of a .docx in one line, tables and paragraphs as they come. */
export function wordsOf(bytes: Buffer): string {
  const text = partsOf(bytes)
    .get('word/document.xml')!
    .replace(/<[^>]+>/g, ' ');
  return text.replace(/\s+/g, ' ');
}

/** The tables of a file as rows of texts; a merged cell stands where it begins. */
export function tablesOf(bytes: Buffer, name: string): string[][][] {
  return readGrids(bytes, name, READING_LIMITS).grids.map(({ rows }) =>
    rows.map(({ row, slots }) => slots.flatMap((cell, i) => (cell && cell.column === i + 1 && cell.row === row ? [cell.text] : []))),
  );
}
