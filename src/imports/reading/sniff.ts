import { ImportRefusal } from './refusal.js';

/** What can be read, told by content. */
export type FileFormat = 'xlsx' | 'xls' | 'docx' | 'html' | 'text';
/** What the first bytes say; archives and compound files are opened to tell more. */
export type Container = 'zip' | 'ole' | 'markup' | 'text';

const FORMATS_BY_EXTENSION: Readonly<Record<string, FileFormat>> = {
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  xls: 'xls',
  et: 'xls',
  docx: 'docx',
  docm: 'docx',
  html: 'html',
  htm: 'html',
  txt: 'text',
  tsv: 'text',
  tab: 'text',
  csv: 'text',
};

const FOREIGN = [
  Buffer.from('%PDF-'),
  Buffer.from([0x89, 0x50, 0x4e, 0x47]),
  Buffer.from([0xff, 0xd8, 0xff]),
  Buffer.from('GIF8'),
  Buffer.from('Rar!'),
  Buffer.from([0x37, 0x7a, 0xbc, 0xaf]),
  Buffer.from([0x1f, 0x8b]),
  Buffer.from([0x7f, 0x45, 0x4c, 0x46]),
  Buffer.from('MZ'),
  Buffer.from('{\\rtf'),
  Buffer.from('MIME-Version:'),
];

/** Looks at the bytes alone. @throws ImportRefusal for what is known and cannot be read. */
export function sniffContainer(bytes: Buffer): Container {
  if (bytes.length === 0) throw new ImportRefusal('import.empty');
  if (starts(bytes, [0x50, 0x4b, 0x03, 0x04]) || starts(bytes, [0x50, 0x4b, 0x05, 0x06])) return 'zip';
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return 'ole';
  if (FOREIGN.some((magic) => bytes.subarray(0, magic.length).equals(magic))) {
    throw new ImportRefusal('import.unsupportedType');
  }
  return 'text';
}

/** HTML by its first tag; other markup is refused. `text` is the decoded file. */
export function sniffText(text: string): 'html' | 'text' {
  const head = text.slice(0, 4096).trimStart();
  if (!head.startsWith('<')) return 'text';
  if (declaresEntities(text)) throw new ImportRefusal('import.entities');
  if (/<(?:html|head|body|table|div|p|meta|span|section|article|main)\b|<!doctype\s+html/i.test(head)) return 'html';
  throw new ImportRefusal('import.unsupportedType');
}

/** An entity, or a document type with declarations of its own; `<!DOCTYPE html>` has none. */
function declaresEntities(text: string): boolean {
  if (/<!ENTITY/i.test(text)) return true;
  const start = text.search(/<!DOCTYPE/i);
  return start >= 0 && text.slice(start, text.indexOf('>', start) + 1 || undefined).includes('[');
}

/** A known extension must agree with the content; an unknown or absent one claims nothing. */
export function checkClaim(fileName: string, format: FileFormat): void {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(fileName.trim())?.[1]?.toLowerCase();
  const claimed = extension ? FORMATS_BY_EXTENSION[extension] : undefined;
  if (claimed && claimed !== format) throw new ImportRefusal('import.notWhatItClaims', `${claimed} ≠ ${format}`);
}

function starts(bytes: Buffer, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}
