import XLSX from '@e965/xlsx';
import { openArchive } from '../archive.js';
import type { Grid } from '../grid.js';
import type { ReadingLimits } from '../limits.js';
import { ImportRefusal } from '../refusal.js';
import { checkClaim, type FileFormat, sniffContainer, sniffText } from '../sniff.js';
import { decodeText } from './encoding.js';
import { pageCharset, readPage } from './page.js';
import { readText } from './text.js';
import { readWord } from './word.js';
import { readWorkbook } from './workbook.js';

export interface ReadGrids {
  readonly format: FileFormat;
  readonly grids: readonly Grid[];
}

/**
 * All sheets or tables of a file. The kind is told by content; a name that says otherwise is refused.
 * @throws ImportRefusal
 */
export function readGrids(bytes: Buffer, fileName: string, limits: ReadingLimits): ReadGrids {
  if (bytes.length > limits.maxBytes) throw new ImportRefusal('import.tooLarge');
  const container = sniffContainer(bytes);
  if (container === 'zip') return readArchive(bytes, fileName, limits);
  if (container === 'ole') return readCompound(bytes, fileName, limits);
  const text = decodeText(bytes, pageCharset(bytes));
  const format = sniffText(text);
  checkClaim(fileName, format);
  return { format, grids: format === 'html' ? readPage(text, limits) : readText(text, limits) };
}

function readArchive(bytes: Buffer, fileName: string, limits: ReadingLimits): ReadGrids {
  const parts = openArchive(bytes, limits);
  if (parts.has('xl/workbook.xml')) {
    checkClaim(fileName, 'xlsx');
    return { format: 'xlsx', grids: unbroken(() => readWorkbook(bytes, parts, limits)) };
  }
  if ([...parts.keys()].some((name) => /^word\/document\d*\.xml$/.test(name))) {
    checkClaim(fileName, 'docx');
    return { format: 'docx', grids: readWord(parts, limits) };
  }
  throw new ImportRefusal('import.unsupportedType');
}

/** OLE compound files: old workbooks are read, encrypted packages named, everything else (.doc, .ppt, .msg) refused. */
function readCompound(bytes: Buffer, fileName: string, limits: ReadingLimits): ReadGrids {
  const paths = unbroken(() => XLSX.CFB.read(bytes, { type: 'buffer' }).FullPaths.map((path: string) => path.replace(/^.*\//, '')));
  if (paths.includes('EncryptedPackage') || paths.includes('EncryptionInfo')) throw new ImportRefusal('import.encrypted');
  if (!paths.includes('Workbook') && !paths.includes('Book')) throw new ImportRefusal('import.unsupportedType');
  checkClaim(fileName, 'xls');
  return { format: 'xls', grids: unbroken(() => readWorkbook(bytes, null, limits)) };
}

/** Errors of the spreadsheet library become refusals: a password, or a damaged file. */
function unbroken<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ImportRefusal) throw error;
    const message = error instanceof Error ? error.message : '';
    throw new ImportRefusal(/password|encrypt/i.test(message) ? 'import.encrypted' : 'import.broken');
  }
}
