import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadProfiles } from '../../../profiles/index.js';
import { READING_LIMITS } from '../limits.js';
import { readCatalogue } from '../read-catalogue.js';
import { readInChild } from './read-in-child.js';

const profile = loadProfiles().get('SX-CZ').profile;
const fixture = (name: string): Buffer => readFileSync(join(process.cwd(), 'test', 'fixtures', name));

describe('reading in a child process', () => {
  it.each(['changzhi.tsv', 'changzhi.xlsx', 'changzhi.docx', 'changzhi.html'])('answers as the reading itself does: %s', async (name) => {
    const bytes = fixture(name);
    const reading = await readInChild(bytes, name, profile, READING_LIMITS);
    expect(reading).toEqual(JSON.parse(JSON.stringify(readCatalogue(bytes, name, profile, READING_LIMITS))));
  });

  it('hands a refusal over with its code and status', async () => {
    await expect(readInChild(Buffer.from('没有表'), 'a.txt', profile, READING_LIMITS)).rejects.toMatchObject({ code: 'import.noHeader', status: 422 });
  });

  it('kills a child that takes too long, too much memory, or answers too much', async () => {
    const bytes = fixture('changzhi.xlsx');
    for (const limit of [{ maxMilliseconds: 30 }, { maxResidentMegabytes: -60 }, { maxResultBytes: 100 }]) {
      await expect(readInChild(bytes, 'a.xlsx', profile, { ...READING_LIMITS, ...limit })).rejects.toMatchObject({ code: 'import.tooCostly', status: 413 });
    }
  });

  it('refuses what is too large without starting a child', async () => {
    const started = Date.now();
    await expect(readInChild(Buffer.alloc(1025), 'a.txt', profile, { ...READING_LIMITS, maxBytes: 1024 })).rejects.toMatchObject({ code: 'import.tooLarge', status: 413 });
    expect(Date.now() - started).toBeLessThan(30);
  });

  it('lets two files be read and eight wait, and refuses the eleventh', async () => {
    const bytes = fixture('changzhi.tsv');
    const all = await Promise.allSettled(Array.from({ length: 11 }, () => readInChild(bytes, 'a.tsv', profile, READING_LIMITS)));
    expect(all.at(-1)).toMatchObject({ status: 'rejected', reason: { code: 'import.busy', status: 503 } });
    expect(all.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(2);
  });
});
