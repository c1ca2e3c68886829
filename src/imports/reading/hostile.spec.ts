import { fixture } from '../../../test/support/fixtures.js';
import { randomBytes } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import XLSX from '@e965/xlsx';
import { loadProfiles } from '../../profiles/index.js';
import { readInChild } from './child/read-in-child.js';
import { READING_LIMITS } from './limits.js';
import { archive, type Part } from '../../../test/support/archive.js';

const profile = loadProfiles().get('SX-CZ').profile;
const header = fixture('changzhi.tsv').toString('utf8').split('\n').slice(4, 7).join('\n');
const MILLION = 1_000_000;

const workbook = (sheet: string | Buffer): Part[] => [
  ['[Content_Types].xml', '<Types/>'],
  ['_rels/.rels', '<Relationships/>'],
  ['xl/workbook.xml', '<workbook><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>'],
  ['xl/_rels/workbook.xml.rels', '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'],
  ['xl/worksheets/sheet1.xml', sheet],
];
const document = (body: string, before = ''): Part[] => [
  ['[Content_Types].xml', '<Types/>'],
  ['word/document.xml', `${before}<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`],
];
const sheetOf = (rows: string[][]): Buffer =>
  XLSX.write({ SheetNames: ['a'], Sheets: { a: XLSX.utils.aoa_to_sheet(rows) } }, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
function compound(streams: Record<string, Buffer>): Buffer {
  const file = XLSX.CFB.utils.cfb_new();
  for (const [name, data] of Object.entries(streams)) XLSX.CFB.utils.cfb_add(file, `/${name}`, data);
  return Buffer.from(XLSX.CFB.write(file, { type: 'buffer' }) as Uint8Array);
}
/** A workbook stream that says it is protected: BOF, FILEPASS. */
const protectedStream = Buffer.from('0908100000060500bb0dcc0700000000060000002f0006000000010203040a000000', 'hex');
const farCell =
  '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>序号</t></is></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>';

/** name · status · code · bytes: each is refused within ten seconds, and nothing else happens. */
const CORPUS: readonly (readonly [string, string, number, string, () => Buffer])[] = [
  ['nothing', 'a.xlsx', 422, 'import.empty', () => Buffer.alloc(0)],
  ['a PDF', 'a.pdf', 415, 'import.unsupportedType', () => Buffer.from('%PDF-1.7\n')],
  ['a picture called a workbook', 'a.xlsx', 415, 'import.unsupportedType', () => Buffer.from('89504e470d0a1a0a', 'hex')],
  ['a document called a workbook', 'a.xlsx', 415, 'import.notWhatItClaims', () => fixture('changzhi.docx')],
  ['a workbook called a document', 'a.docx', 415, 'import.notWhatItClaims', () => fixture('changzhi.xlsx')],
  ['a page called a workbook', 'a.xls', 415, 'import.notWhatItClaims', () => fixture('changzhi.html')],
  ['text called a workbook', 'a.xlsx', 415, 'import.notWhatItClaims', () => fixture('changzhi.tsv')],
  ['an archive of something else', 'a.zip', 415, 'import.unsupportedType', () => archive([['a.txt', 'x']])],
  ['an empty archive', 'a.xlsx', 415, 'import.unsupportedType', () => archive([])],
  ['an old document', 'a.doc', 415, 'import.unsupportedType', () => compound({ WordDocument: Buffer.alloc(512) })],
  ['noise', 'a.bin', 415, 'import.unreadableText', () => Buffer.concat([Buffer.from([1, 0, 2, 0xff]), randomBytes(20_000)])],
  [
    'an encrypted workbook',
    'a.xlsx',
    422,
    'import.encrypted',
    () => compound({ EncryptionInfo: Buffer.alloc(64), EncryptedPackage: randomBytes(4096) }),
  ],
  [
    'a protected old workbook',
    'a.xls',
    422,
    'import.encrypted',
    () => compound({ Workbook: Buffer.concat([protectedStream, Buffer.alloc(4096)]) }),
  ],
  ['an archive with a password', 'a.xlsx', 422, 'import.encrypted', () => archive(workbook('x'), { encrypted: true })],
  ['a workbook cut off', 'a.xlsx', 400, 'import.broken', () => fixture('changzhi.xlsx').subarray(0, 9_000)],
  ['an archive that names a part twice', 'a.xlsx', 400, 'import.broken', () => archive([...workbook('x'), ['xl/workbook.xml', 'y']])],
  ['a bomb that says so', 'a.xlsx', 413, 'import.archiveBomb', () => archive(workbook(Buffer.alloc(100 * MILLION, 0x20)))],
  ['a bomb that lies', 'a.xlsx', 413, 'import.archiveBomb', () => archive(workbook(Buffer.alloc(100 * MILLION, 0x20)), { declare: 10 })],
  ['a dense part', 'a.docx', 413, 'import.archiveBomb', () => archive(document(' '.repeat(9 * MILLION)))],
  ['too many parts', 'a.xlsx', 413, 'import.archiveBomb', () => archive(Array.from({ length: 5_000 }, (_, i): Part => [`x${i}.xml`, 'x']))],
  [
    'parts that overlap',
    'a.xlsx',
    413,
    'import.archiveBomb',
    () => archive([...workbook('x'.repeat(3_000)), ['b.xml', randomBytes(3_000)]], { overlap: true }),
  ],
  [
    'a million empty rows in a sheet',
    'a.xlsx',
    413,
    'import.tooManyRows',
    () => archive(workbook(`<worksheet><sheetData>${numbered((i) => `<row r="${i}"/>`)}</sheetData></worksheet>`)),
  ],
  [
    'a sheet that claims a million rows',
    'a.xlsx',
    413,
    'import.tooManyRows',
    () => archive(workbook('<worksheet><dimension ref="A1:L1000000"/><sheetData><row r="1"/></sheetData></worksheet>')),
  ],
  ['one cell at the far end', 'a.xlsx', 413, 'import.tooManyRows', () => archive(workbook(farCell))],
  ['a million empty lines', 'a.tsv', 413, 'import.tooManyRows', () => Buffer.from(header + '\n'.repeat(MILLION))],
  ['a million empty rows in a page', 'a.html', 413, 'import.tooManyRows', () => Buffer.from(`<html><table>${'<tr>'.repeat(MILLION)}`)],
  [
    'a million empty rows in a document',
    'a.docx',
    413,
    'import.tooManyRows',
    () => archive(document(`<w:tbl>${numbered((i) => `<w:tr w:id="${i}${(i * 7919) % 1009}"/>`)}</w:tbl>`)),
  ],
  ['a million columns', 'a.tsv', 413, 'import.tooManyColumns', () => Buffer.from(`序号${'\t'.repeat(MILLION)}x`)],
  ['a cell of a million characters', 'a.tsv', 413, 'import.cellTooLong', () => Buffer.from(`序号\t${'目'.repeat(MILLION)}`)],
  ['tables nested without end', 'a.html', 413, 'import.tooCostly', () => Buffer.from(`<html>${'<table><tr><td>'.repeat(10_000)}`)],
  [
    'a page with an entity',
    'a.html',
    400,
    'import.entities',
    () => Buffer.from('<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><table><tr><td>&x;</td></tr></table></html>'),
  ],
  [
    'entities within entities',
    'a.html',
    400,
    'import.entities',
    () => Buffer.from('<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><l>&b;</l>'),
  ],
  [
    'a document with an entity',
    'a.docx',
    400,
    'import.entities',
    () => archive(document('', '<!DOCTYPE d [<!ENTITY x SYSTEM "http://127.0.0.1/">]>')),
  ],
  [
    'a sheet with an entity in UTF-16',
    'a.xlsx',
    400,
    'import.entities',
    () => archive(workbook(Buffer.from('\ufeff<!DOCTYPE d [<!ENTITY x "y">]><worksheet/>', 'utf16le'))),
  ],
  [
    'another table',
    'a.xlsx',
    422,
    'import.noHeader',
    () =>
      sheetOf([
        ['姓名', '电话'],
        ['a', '1'],
      ]),
  ],
  [
    'a notice without a table',
    'a.txt',
    422,
    'import.noHeader',
    () => Buffer.from(fixture('source/neimenggu-2024-128.txt').toString('utf8').slice(0, 400)),
  ],
  ['a header without rows', 'a.tsv', 422, 'import.noRows', () => Buffer.from(header.split('\n').slice(0, 2).join('\n'))],
];

function numbered(row: (i: number) => string): string {
  return Array.from({ length: MILLION }, (_, i) => row(i + 1)).join('');
}

describe('a hostile or useless file is refused', () => {
  it.each(CORPUS)('%s (%s): %i %s', async (_name, fileName, status, code, make) => {
    const bytes = make();
    const started = Date.now();
    await expect(readInChild(bytes, fileName, profile, { ...READING_LIMITS, maxBytes: 32 * MILLION })).rejects.toMatchObject({
      code,
      status,
    });
    expect(Date.now() - started).toBeLessThan(10_000);
  });

  it('whatever it holds, with words in both languages', async () => {
    await expect(readInChild(Buffer.from('%PDF-'), 'a', profile, READING_LIMITS)).rejects.toMatchObject({
      text: { zh: expect.stringContaining('不支持'), en: expect.stringContaining('cannot be read') },
    });
  });
});

it('reads patterns that make careless expressions slow in no time', async () => {
  const long = 30_000;
  const cells = ['《', '“', '（', '1.', '；', ' ', '_', '\u3000', '第', '条', '■', '□其他_', '《》', '（1）', '●'].map((piece) =>
    piece.repeat(long / piece.length),
  );
  const rows = cells.map((cell) =>
    ['1', '甲', '', '', `${cell}x`, `${cell}x`, `${cell}x`, `${cell}x`, `□其他${cell}x`, cell, cell, cell].join('\t'),
  );
  const bytes = Buffer.from([...header.split('\n').slice(0, 2), ...rows].join('\n'));
  const started = Date.now();
  const reading = await readInChild(bytes, 'a.tsv', profile, READING_LIMITS);
  expect(reading.items.length).toBe(cells.length);
  expect(Date.now() - started).toBeLessThan(10_000);
});

it('inflates what compresses well only as far as the budget goes', () => {
  expect(deflateRawSync(Buffer.alloc(100 * MILLION, 0x20)).length).toBeLessThan(200_000);
});
