import { fixture } from '../../../../test/support/fixtures.js';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import XLSX from '@e965/xlsx';
import { archive } from '../../../../test/support/archive.js';
import { loadProfiles } from '../../../profiles/index.js';
import { READING_LIMITS } from '../limits.js';
import { type ImportReading, readCatalogue } from '../read-catalogue.js';
import { readGrids } from './index.js';

const profile = loadProfiles().get('SX-CZ').profile;
const text = fixture('changzhi.tsv').toString('utf8');
const read = (bytes: Buffer, name: string): ImportReading => readCatalogue(bytes, name, profile, READING_LIMITS);
const contents = (bytes: Buffer, name: string): unknown => read(bytes, name).items.map(({ content }) => content);
const expected = contents(fixture('changzhi.tsv'), 'a.tsv');

/** The decoder turned round: every sequence of two bytes, and of four below U+10000. */
function gbk(): Buffer {
  const decoder = new TextDecoder('gb18030');
  const sequences = new Map<string, number[]>();
  for (let a = 0x81; a <= 0xfe; a += 1) for (let b = 0x40; b <= 0xfe; b += 1) sequences.set(decoder.decode(Uint8Array.of(a, b)), [a, b]);
  for (let a = 0x81; a <= 0x84; a += 1)
    for (let b = 0x30; b <= 0x39; b += 1)
      for (let c = 0x81; c <= 0xfe; c += 1)
        for (let d = 0x30; d <= 0x39; d += 1) sequences.set(decoder.decode(Uint8Array.of(a, b, c, d)), [a, b, c, d]);
  return Buffer.from(
    Array.from(text).flatMap((character) => (character < '\u0080' ? [character.charCodeAt(0)] : sequences.get(character)!)),
  );
}

describe('text', () => {
  const wide = Buffer.from(text, 'utf16le');
  it.each([
    ['UTF-8 with a mark', () => Buffer.from(`\ufeff${text}`, 'utf8')],
    ['UTF-16 with a mark', () => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 without one', () => wide],
    ['UTF-16, the other way round', () => Buffer.from(wide).swap16()],
    ['GB18030', gbk],
    ['CR LF', () => Buffer.from(text.replaceAll('\n', '\r\n'))],
    [
      'commas',
      () =>
        Buffer.from(
          text
            .split('\n')
            .map((line) =>
              line
                .split('\t')
                .map((field) => `"${field}"`)
                .join(','),
            )
            .join('\n'),
        ),
    ],
  ])('in %s', (_name, make) => expect(contents(make(), 'a.txt')).toEqual(expected));
});

it('reads the same from an old workbook', () => {
  const book = XLSX.read(fixture('changzhi.xlsx'));
  expect(contents(XLSX.write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer, 'a.xls')).toEqual(expected);
});

it('does not care for the name where it claims nothing', () => {
  for (const name of ['', '目录', 'a.bin', '../../etc/passwd']) expect(contents(fixture('changzhi.docx'), name)).toEqual(expected);
});

it('marks what the source hides', () => {
  const book = XLSX.read(fixture('changzhi.xlsx'), { cellStyles: true });
  const sheet = book.Sheets[book.SheetNames[0]!]!;
  sheet['!rows'] = [];
  sheet['!rows'][29] = { hidden: true };
  const { findings } = read(XLSX.write(book, { type: 'buffer', bookType: 'xlsx', cellStyles: true }) as Buffer, 'a.xlsx');
  expect(new Set(findings.filter(({ code }) => code === 'cell.hidden').map(({ row }) => row))).toEqual(new Set([30]));
});

describe('documents', () => {
  const cell = (body: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr><w:p>${body}</w:p></w:tc>`;
  const grid = (rows: string): unknown => {
    const bytes = archive([['word/document.xml', `<w:document><w:body><w:tbl>${rows}</w:tbl></w:body></w:document>`]]);
    return readGrids(bytes, 'a.docx', READING_LIMITS).grids[0]!.rows.map(({ slots }) => slots.map((slot) => slot && slot.text));
  };
  it('leave deletions out, take insertions in, and draw the boxes of symbol fonts', () => {
    const run =
      '<w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>政府网站</w:t></w:r>';
    expect(grid(`<w:tr>${cell(run)}</w:tr>`)).toEqual([['新☑政府网站']]);
  });
  it('span by gridSpan and vMerge, and skip by gridBefore', () => {
    const rows = `<w:tr>${cell('<w:r><w:t>a</w:t></w:r>', '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>')}${cell('<w:r><w:t>b</w:t></w:r>')}</w:tr>
      <w:tr>${cell('', '<w:gridSpan w:val="2"/><w:vMerge/>')}${cell('<w:r><w:t>c</w:t></w:r>')}</w:tr>
      <w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>${cell('<w:r><w:t>d</w:t></w:r>')}</w:tr>`;
    expect(grid(rows)).toEqual([
      ['a', 'a', 'b'],
      ['a', 'a', 'c'],
      [null, null, 'd'],
    ]);
  });
});

it('takes check boxes of a page for boxes, and breaks for line ends', () => {
  const page = Buffer.from(
    '<html><table><tr><td><input type="checkbox" checked>政府网站<br><input type=checkbox>政府公报<td style="display:none">x</table>',
  );
  expect(readGrids(page, 'a.html', READING_LIMITS).grids[0]!.rows[0]!.slots).toMatchObject([
    { text: '■政府网站\n□政府公报' },
    { text: 'x', hidden: true },
  ]);
});

it('has fixtures that the script makes of the sources', () => {
  execFileSync(process.execPath, [join(process.cwd(), 'scripts', 'fixtures.mjs'), '--check'], { stdio: 'pipe' });
});
