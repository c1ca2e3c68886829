import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { usePeopleDatabase } from '../../test/factories/people.database.js';
import { isTrusted, parseCheckpoint } from '../../verifier/checkpoint.js';
import { decodeKey } from '../../verifier/note.js';
import { CheckpointClock, keyIn, KeyFileError, publicKeyOf } from './index.js';

const people = usePeopleDatabase();
const folder = mkdtempSync(join(tmpdir(), 'mulu-evidence-'));
afterAll(() => rmSync(folder, { recursive: true }));
const NAME = 'mulu.example/log';

describe('the signing key', () => {
  it('is made once, for its owner only, and is the same afterwards', () => {
    const file = join(folder, 'key.pem');
    const key = publicKeyOf(NAME, keyIn(file));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(publicKeyOf(NAME, keyIn(file))).toBe(key);
    expect(decodeKey(key)).toMatchObject({ name: NAME });
  });

  it('that cannot be read is said to be so, and not replaced', () => {
    const file = join(folder, 'broken.pem');
    writeFileSync(file, 'no key');
    expect(() => keyIn(file)).toThrow(KeyFileError);
    expect(readFileSync(file, 'utf8')).toBe('no key');
  });
});

describe('the clock of checkpoints', () => {
  it('signs what was logged, once, and appends it where the database cannot reach', async () => {
    const witnessFile = join(folder, 'checkpoints.txt');
    const privateKey = keyIn(join(folder, 'key.pem'));
    const lines: string[] = [];
    const clock = new CheckpointClock({
      url: people.database.checkpointerUrl,
      signer: { name: NAME, privateKey },
      witnessFile,
      everyMs: 50,
      log: (line) => lines.push(line),
    });
    await clock.tick();
    await people.admin.query(`select log_system('session.closed', null, '{}', '{}')`);
    await clock.tick();
    await clock.tick();
    await clock.stop();
    const notes = readFileSync(witnessFile, 'utf8').split(/(?<=\n)\n(?=mulu)/);
    const checkpoints = notes.map((note) => parseCheckpoint(note.replace(/\n\n$/, '\n'))!);
    expect(checkpoints.map((checkpoint) => isTrusted(checkpoint, [decodeKey(publicKeyOf(NAME, privateKey))!]))).toEqual([true, true]);
    const { rows } = await people.admin.query('select note from checkpoint order by size');
    expect(rows.map(({ note }: { note: string }) => parseCheckpoint(note)!.size)).toEqual(checkpoints.map(({ size }) => size));
    expect(lines).toEqual([]);
  });

  it('says what failed and goes on', async () => {
    const lines: string[] = [];
    const clock = new CheckpointClock({
      url: people.database.appUrl,
      signer: { name: NAME, privateKey: keyIn(join(folder, 'key.pem')) },
      log: (line) => lines.push(line),
    });
    await clock.tick();
    await clock.stop();
    expect(lines).toEqual([expect.stringContaining('permission denied')]);
  });
});
