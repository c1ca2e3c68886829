import { spawn, type ChildProcess } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { usePeopleDatabase } from '../../../test/factories/people.database.js';
import { mailServer, type MailServer } from '../../../test/support/smtp.js';
import { checkpointText, isTrusted, parseCheckpoint } from '../../../verifier/checkpoint.js';
import { decodeWitnessKey } from '../../../verifier/cosignature.js';
import { sha256 } from '../../../verifier/digest.js';
import { isConsistent } from '../../../verifier/merkle.js';
import { encodeKey, publicBytesOf, signNote } from '../../../verifier/note.js';
import { trustedCheckpoints } from '../../../verifier/pair.js';
import type { Fault } from '../../../verifier/chain.js';
import { PROJECT_ROOT } from '../../platform/project.js';
import { CheckpointClock } from '../checkpoint-clock.js';
import { CheckpointLetters } from '../mail.js';
import { checkpointMail } from '../mail-sender.js';
import { addressesOf, WitnessAddressError, type WitnessAddress } from './addresses.js';
import type { Cosigned } from './state.js';

const people = usePeopleDatabase();
const folder = mkdtempSync(join(tmpdir(), 'mulu-cosigning-'));
const stateFile = join(folder, 'state.json');
const { privateKey } = generateKeyPairSync('ed25519');
const SIGNER = { name: 'mulu.example/log', privateKey };
const KEY = { name: SIGNER.name, publicKey: publicBytesOf(privateKey) };

let running: ChildProcess;
let witness: WitnessAddress;
let clock: CheckpointClock;
const lines: string[] = [];

/** The second instance, as a process of its own. */
async function startWitness(): Promise<WitnessAddress> {
  running = spawn(process.execPath, ['--import', './scripts/typescript-hook.mjs', 'src/witness.ts'], {
    cwd: PROJECT_ROOT,
    env: {
      PATH: process.env['PATH'],
      MULU_WITNESS_KEY: join(folder, 'witness.pem'),
      MULU_WITNESS_NAME: 'witness.example',
      MULU_WITNESS_LOGS: encodeKey(KEY),
      MULU_WITNESS_STATE: stateFile,
      MULU_WITNESS_PORT: '0',
    },
  });
  return new Promise((resolve, reject) => {
    let said = '';
    running.stderr!.on('data', (bytes: Buffer) => {
      said += bytes.toString('utf8');
      const [, key, place] = /cosigned with (\S+)\nListening on (\S+)\n/.exec(said) ?? [];
      if (key && place) resolve(addressesOf([`http://${place} ${key}`])[0]!);
    });
    running.on('exit', () => reject(new Error(`the witness stopped: ${said}`)));
  });
}

const stopWitness = () =>
  new Promise((resolve) => {
    if (running.exitCode !== null) return resolve(null);
    running.removeAllListeners('exit').once('exit', resolve);
    running.kill('SIGTERM');
  });
const state = (): Cosigned => JSON.parse(readFileSync(stateFile, 'utf8'))[SIGNER.name];
const log = (count = 3) =>
  people.admin.query(`select log_system('session.closed', null, '{}', '{}') from generate_series(1, $1::int)`, [count]);
const newest = async () => {
  const { rows } = await people.admin.query(
    'select size::int as size, checkpoint_note(size) as note from checkpoint order by size desc limit 1',
  );
  return rows[0] as { size: number; note: string };
};
const contradicted = jest.fn<void, [string, boolean]>();
const clockFor = (witnesses: WitnessAddress[]) =>
  new CheckpointClock({ url: people.database.checkpointerUrl, signer: SIGNER, witnesses, contradicted, log: (line) => lines.push(line) });

beforeAll(async () => {
  witness = await startWitness();
  clock = clockFor([witness]);
}, 30_000);
beforeEach(() => {
  lines.splice(0);
  contradicted.mockClear();
});
afterAll(async () => {
  await clock?.stop();
  await stopWitness();
  rmSync(folder, { recursive: true });
});

describe('the key holder', () => {
  it('has each checkpoint cosigned, and puts the cosignature under the note', async () => {
    for (let round = 0; round < 4; round += 1) {
      await log(round * 5 + 1);
      await clock.shown();
      const { note, size } = await newest();
      expect(isTrusted(parseCheckpoint(note)!, [KEY], [witness.key])).toBe(true);
      expect(state()).toMatchObject({ size, note });
    }
    expect(lines).toEqual([]);
    expect(contradicted.mock.calls.every(([name, contradicts]) => name === 'witness.example' && !contradicts)).toBe(true);
  });

  it('has a proof between any two sizes, which the verifier takes', async () => {
    const { rows: roots } = await people.admin.query(
      'select n::int as size, tree_root(n) as root from generate_series(0, (select max(size) from checkpoint)) n',
    );
    expect(roots.length).toBeGreaterThan(30);
    for (const first of roots) {
      for (const second of roots.slice(first.size)) {
        const { rows } = await people.admin.query('select consistency_proof($1, $2) as proof', [first.size, second.size]);
        if (second.size === 0) continue;
        const proof = rows[0].proof.map((hash: string) => Buffer.from(hash, 'base64'));
        expect([first.size, second.size, isConsistent(sha256, first.size, second.size, first.root, second.root, proof)]).toEqual([
          first.size,
          second.size,
          true,
        ]);
      }
    }
    const { rows } = await people.admin.query(
      'select consistency_proof(3, 1000000) as beyond, consistency_proof(5, 3) as backwards, consistency_proof(-1, 3) as before',
    );
    expect(rows).toEqual([{ beyond: null, backwards: null, before: null }]);
  });

  it('asks again when the witness was away, and for what it missed', async () => {
    await stopWitness();
    await log();
    await clock.shown();
    expect(lines).toEqual([expect.stringContaining('The witness witness.example did not cosign')]);
    expect((await newest()).note).not.toContain('witness.example');
    await clock.stop();
    witness = await startWitness();
    clock = clockFor([witness]);
    await clock.shown(); // nothing new was logged: the last checkpoint is asked about
    expect(isTrusted(parseCheckpoint((await newest()).note)!, [KEY], [witness.key])).toBe(true);
  }, 30_000);

  it('takes no signature of somebody else', async () => {
    const other = generateKeyPairSync('ed25519').privateKey;
    const impostor = { ...witness, key: { name: 'witness.example', publicKey: publicBytesOf(other) }, id: 'witness.example+00000000' };
    const another = clockFor([impostor]);
    await another.shown();
    await another.stop();
    expect(lines).toEqual([expect.stringContaining('its answer is not signed with its key')]);
    expect(contradicted).not.toHaveBeenCalled();
  });

  it('says so when the witness knows more than there is: the log was cut', async () => {
    const before = readFileSync(stateFile, 'utf8');
    await stopWitness();
    writeFileSync(stateFile, JSON.stringify({ [SIGNER.name]: { ...state(), size: 1_000_000 } }));
    witness = await startWitness();
    await log();
    const another = clockFor([witness]);
    await another.shown();
    await another.stop();
    expect(lines).toEqual([expect.stringContaining('it has seen 1000000 events, and here are')]);
    expect(contradicted.mock.calls).toEqual([['witness.example', true]]);
    await stopWitness();
    writeFileSync(stateFile, before);
    witness = await startWitness();
  }, 30_000);

  it('says so when the witness was shown another tree; the verifier names the two views', async () => {
    const before = readFileSync(stateFile, 'utf8');
    await stopWitness();
    const { size, note } = await newest();
    const elsewhere = signNote(checkpointText({ origin: SIGNER.name, size, root: sha256() }), SIGNER.name, privateKey);
    writeFileSync(stateFile, JSON.stringify({ [SIGNER.name]: { ...state(), size, root: sha256().toString('base64'), note: elsewhere } }));
    witness = await startWitness();
    const same = clockFor([witness]);
    await same.shown();
    await log();
    await same.shown();
    await same.stop();
    expect(lines).toEqual([expect.stringContaining('another root'), expect.stringContaining('the log was rewritten')]);
    const faults: Fault[] = [];
    trustedCheckpoints([note, elsewhere], { keys: [KEY], witnesses: [] }, faults);
    expect(faults).toEqual([expect.objectContaining({ code: 'checkpoint.fork', detail: expect.stringContaining(`size ${size}`) })]);
    await stopWitness();
    writeFileSync(stateFile, before);
    witness = await startWitness();
  }, 30_000);

  it.each(['', 'http://witness.example', 'ftp://witness.example KEY', 'http://witness.example KEY more'])(
    'knows no witness by %p',
    (text) => {
      const given = text.replace('KEY', encodeKey(KEY));
      expect(() => addressesOf([given])).toThrow(WitnessAddressError);
      expect(decodeWitnessKey(encodeKey(KEY))).toBeNull();
    },
  );
});

describe('the audit administrator’s mail', () => {
  let mail: MailServer;
  beforeAll(async () => void (mail = await mailServer()));
  afterAll(() => mail.close());

  it('brings a checkpoint at most once an hour, and one at each publication', async () => {
    let now = 0;
    const { send } = checkpointMail(mail.url, 'mulu@example.gov.cn', 'auditadmin@example.gov.cn')!;
    const letters = new CheckpointLetters({ send, now: () => now });
    let published = false;
    const tell = async () => {
      await log();
      await clock.shown();
      await letters.tell({
        query: async (text, values) => {
          const { rows } = await people.admin.query(text, values as unknown[]);
          return { rows: rows.map((row) => ({ ...row, published })) };
        },
      });
      return mail.received.length;
    };
    expect(await tell()).toBe(1);
    expect(mail.received[0]).toMatchObject({ to: ['auditadmin@example.gov.cn'], subject: expect.stringContaining(`${SIGNER.name} 第 `) });
    now += 3_599_000;
    expect(await tell()).toBe(1);
    published = true;
    expect(await tell()).toBe(2);
    published = false;
    now += 3_600_000;
    mail.refuse = true;
    await expect(tell()).rejects.toThrow('451');
    mail.refuse = false;
    expect(await tell()).toBe(3);
    expect(mail.received[2]!.raw).toContain(`${(await newest()).size}.note`);
  });

  it('is sent only where there is a mail server and somebody to send it to', () => {
    expect(checkpointMail(undefined, 'a@example.org', 'b@example.org')).toBeNull();
    expect(checkpointMail(mail.url, 'a@example.org', undefined)).toBeNull();
  });
});
