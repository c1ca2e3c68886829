import { fixture } from '../../../test/support/fixtures.js';
import fc from 'fast-check';
import { canonicalJson, parseContentPatch } from '../../content/index.js';
import { loadProfiles } from '../../profiles/index.js';
import { READING_LIMITS } from './limits.js';
import { applyConfirmation, readCatalogue } from './read-catalogue.js';
import { ImportRefusal } from './refusal.js';

const profile = loadProfiles().get('SX-CZ').profile;
const lines = fixture('changzhi.tsv')
  .toString('utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t'));
const cells = lines.flat().filter((cell) => cell !== '');
const runs = { numRuns: 150 };

/** Reads, confirms all and none; anything but a refusal fails the test. Every content is one that an item may hold. */
function readAnyhow(bytes: Buffer, name: string): void {
  try {
    const reading = readCatalogue(bytes, name, profile, READING_LIMITS);
    JSON.parse(JSON.stringify(reading));
    for (const repairs of ['all', []] as const) {
      const { items, openFindings } = applyConfirmation(reading, repairs, profile);
      expect(items).toHaveLength(reading.items.length);
      expect(new Set(openFindings.map(({ id }) => id)).size).toBe(openFindings.length);
      for (const { content, raw } of items) {
        canonicalJson({ content, raw });
        const { path, ...rest } = content;
        const parsed = parseContentPatch(path.length > 0 ? content : rest);
        if (!parsed.ok) expect(parsed.problems).toEqual([]);
      }
    }
  } catch (error) {
    if (!(error instanceof ImportRefusal)) throw error;
  }
}

const odd = fc.constantFrom(
  '',
  ' ',
  '■',
  '□政府网站',
  '《',
  '》',
  '1.',
  '同上',
  '✓',
  '\u202e',
  '\ud800',
  '\u200b',
  '第一条',
  '●',
  '“',
  '0',
  'x'.repeat(300),
  '甲'.repeat(5_000),
);
const anyCell = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...cells) },
  { weight: 2, arbitrary: odd },
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 10 }),
);
const toText = (rows: readonly (readonly string[])[]): Buffer => Buffer.from(rows.map((row) => row.join('\t')).join('\n'), 'utf8');

describe('whatever a file holds, it is read or refused', () => {
  it('rows shuffled and cells blanked or moved', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(lines, { minLength: 3 }),
        fc.array(fc.tuple(fc.nat(400), fc.nat(12)), { maxLength: 60 }),
        (rows, holes) => {
          const table = [...lines.slice(4, 6), ...rows].map((row) => [...row]);
          for (const [r, c] of holes) {
            const row = table[r % table.length]!;
            if ((r + c) % 3 === 0) row.splice(c, 1);
            else if ((r + c) % 3 === 1) row.splice(c, 0, '');
            else if (c < row.length) row[c] = '';
          }
          readAnyhow(toText(table), 'a.tsv');
        },
      ),
      runs,
    );
  });

  it('any cells under the header', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyCell, { maxLength: 14 }), { maxLength: 12 }), (rows) =>
        readAnyhow(toText([...lines.slice(4, 6), ...rows]), 'a.tsv'),
      ),
      runs,
    );
  });

  it('the notice with lines left out', () => {
    const notice = fixture('source/neimenggu-2024-128.txt').toString('utf8').split('\n');
    fc.assert(
      fc.property(fc.subarray(notice), (some) => readAnyhow(Buffer.from(some.join('\n')), 'a.txt')),
      runs,
    );
  });

  it.each(['changzhi.html', 'changzhi.docx', 'changzhi.xlsx', 'annex2.html'])('%s with bytes changed', (name) => {
    const whole = fixture(name);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }), (changes) => {
        const bytes = Buffer.from(whole);
        for (const [at, byte] of changes) bytes[at] = byte;
        readAnyhow(bytes, '');
      }),
      { numRuns: 60 },
    );
  });
});
