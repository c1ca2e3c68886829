import { fixture } from '../../../../test/support/fixtures.js';
import { readdirSync, readFileSync } from 'node:fs';
import { archive } from '../../../../test/support/archive.js';
import { loadProfiles } from '../../../profiles/index.js';
import { READING_LIMITS } from '../limits.js';
import { readCatalogue } from '../read-catalogue.js';
import { readInChild } from './read-in-child.js';

const profile = loadProfiles().get('SX-CZ').profile;

describe('reading in a child process', () => {
  it.each(['changzhi.tsv', 'changzhi.xlsx', 'changzhi.docx', 'changzhi.html'])('answers as the reading itself does: %s', async (name) => {
    const bytes = fixture(name);
    const reading = await readInChild(bytes, name, profile, READING_LIMITS);
    expect(reading).toEqual(JSON.parse(JSON.stringify(readCatalogue(bytes, name, profile, READING_LIMITS))));
  });

  it('hands a refusal over with its code and status', async () => {
    await expect(readInChild(Buffer.from('没有表'), 'a.txt', profile, READING_LIMITS)).rejects.toMatchObject({
      code: 'import.noHeader',
      status: 422,
    });
  });

  it('kills a child that takes too long, too much memory, or answers too much', async () => {
    const bytes = fixture('changzhi.xlsx');
    for (const limit of [{ maxMilliseconds: 30 }, { maxResidentMegabytes: -60 }, { maxResultBytes: 100 }]) {
      await expect(readInChild(bytes, 'a.xlsx', profile, { ...READING_LIMITS, ...limit })).rejects.toMatchObject({
        code: 'import.tooCostly',
        status: 413,
      });
    }
  });

  it('refuses what is too large without starting a child', async () => {
    const started = Date.now();
    await expect(readInChild(Buffer.alloc(1025), 'a.txt', profile, { ...READING_LIMITS, maxBytes: 1024 })).rejects.toMatchObject({
      code: 'import.tooLarge',
      status: 413,
    });
    expect(Date.now() - started).toBeLessThan(30);
  });

  it('lets two files be read and eight wait, and refuses the eleventh', async () => {
    const bytes = fixture('changzhi.tsv');
    const all = await Promise.allSettled(Array.from({ length: 11 }, () => readInChild(bytes, 'a.tsv', profile, READING_LIMITS)));
    expect(all.at(-1)).toMatchObject({ status: 'rejected', reason: { code: 'import.busy', status: 503 } });
    expect(all.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(2);
  });
});

/** Resident megabytes of this process and of the largest of its children; 0 where there is no /proc. */
function resident(): { parent: number; child: number } {
  let child = 0;
  for (const pid of process.platform === 'linux' ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : []) {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'ascii');
      if (Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]) === process.pid)
        child = Math.max(child, Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024);
    } catch {
      // It has ended meanwhile.
    }
  }
  return { parent: process.memoryUsage.rss() / 1024 / 1024, child };
}

it('costs the server next to nothing, and the child no more than its cap, when a small file inflates to millions of cells', async () => {
  const row = `<row>${'<c><v>1</v></c>'.repeat(100)}</row>`;
  const rows = Math.floor((READING_LIMITS.maxInflatedBytes - 1_000_000) / row.length);
  const limits = { ...READING_LIMITS, maxRows: 1_000_000, maxInflationRatio: 10_000 };
  const bytes = archive([
    ['xl/workbook.xml', '<workbook><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>'],
    ['xl/_rels/workbook.xml.rels', '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'],
    ['xl/worksheets/sheet1.xml', `<worksheet><sheetData>${row.repeat(rows)}</sheetData></worksheet>`],
  ]);
  const before = resident().parent;
  const peak = { parent: 0, child: 0 };
  const timer = setInterval(() => {
    const now = resident();
    peak.parent = Math.max(peak.parent, now.parent);
    peak.child = Math.max(peak.child, now.child);
  }, 20);
  await expect(readInChild(bytes, 'a.xlsx', profile, limits)).rejects.toMatchObject({ status: expect.any(Number) });
  clearInterval(timer);
  expect(bytes.length).toBeLessThan(200_000);
  expect(peak.parent - before).toBeLessThan(48);
  // The cap, what the compiler takes in tests, and what may be taken between two looks.
  expect(peak.child).toBeLessThan(READING_LIMITS.maxResidentMegabytes + 96 + 128);
});
