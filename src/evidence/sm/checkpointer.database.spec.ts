import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { usePeopleDatabase } from '../../../test/factories/people.database.js';
import { isTrusted, notesIn, parseCheckpoint } from '../../../verifier/checkpoint.js';
import { publicBytesOf } from '../../../verifier/note.js';
import { rootOf } from '../../../verifier/merkle.js';
import { smLeaf } from '../../../verifier/sm/leaf.js';
import { sm3 } from '../../../verifier/sm/sm3.js';
import { CheckpointClock } from '../checkpoint-clock.js';
import { makeCheckpoint } from '../checkpointer.js';
import { CheckpointLetters } from '../mail.js';
import { makeSmCheckpoint, SmTreeError } from './checkpointer.js';
import { smSignerIn } from './key-file.js';

const people = usePeopleDatabase();
const folder = mkdtempSync(join(tmpdir(), 'mulu-sm-'));
afterAll(() => rmSync(folder, { recursive: true }));
const { privateKey } = generateKeyPairSync('ed25519');
const SIGNER = { name: 'mulu.example/log', privateKey };
const KEY = { name: SIGNER.name, publicKey: publicBytesOf(privateKey) };
const SM = smSignerIn(join(folder, 'sm2.pem'), SIGNER.name);

const checkpointer = async (): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: people.database.checkpointerUrl });
  await client.connect();
  people.beforeDrop(() => client.end());
  return client;
};
const log = (count: number) =>
  people.admin.query(`select log_system('session.closed', null, '{}', '{}') from generate_series(1, $1::int)`, [count]);

/** Every leaf worked out from the bytes of the log, by the verifier's own SM3. */
async function leavesByBytes(): Promise<Buffer[]> {
  const { rows } = await people.admin.query(
    `select l.stream, e.header, e.body from log_leaf l join log_event e on e.stream = l.stream and e.seq = l.seq order by l.position`,
  );
  const last = new Map<string, Buffer>();
  return rows.map((event: { stream: string; header: Buffer; body: Buffer }) => {
    const leaf = smLeaf(sm3, last.get(event.stream) ?? null, event);
    last.set(event.stream, leaf);
    return leaf;
  });
}
const stored = async () => (await people.admin.query('select hash from sm_leaf order by position')).rows.map(({ hash }) => hash as Buffer);

describe('the second pair', () => {
  let login: pg.Client;
  beforeAll(async () => void (login = await checkpointer()));

  it('begins on a log that is there, as if it had been asked for from the beginning', async () => {
    expect(await makeSmCheckpoint(login, SM)).toBeNull();
    await log(40);
    const first = parseCheckpoint((await makeCheckpoint(login, SIGNER))!)!;
    await log(23);
    await makeCheckpoint(login, SIGNER);
    const note = (await makeSmCheckpoint(login, SM))!;
    const leaves = await leavesByBytes();
    const checkpoint = parseCheckpoint(note)!;
    expect(checkpoint).toMatchObject({ origin: 'mulu.example/log/sm', size: leaves.length });
    expect(checkpoint.size).toBeGreaterThan(first.size);
    expect(isTrusted(checkpoint, [SM.key])).toBe(true);
    expect(isTrusted(checkpoint, [KEY])).toBeNull();
    expect(checkpoint.root).toEqual(rootOf(sm3, leaves));
    expect(await stored()).toEqual(leaves);
  });

  it('grows with the log, and signs each size once, however many are at it', async () => {
    const other = await checkpointer();
    expect(await makeSmCheckpoint(login, SM)).toBeNull();
    for (let round = 0; round < 6; round += 1) {
      await log(1 + round * 3);
      await makeCheckpoint(login, SIGNER);
      await Promise.all([makeSmCheckpoint(login, SM), makeSmCheckpoint(other, SM)]);
      const leaves = await leavesByBytes();
      expect(await stored()).toEqual(leaves);
      const { rows } = await people.admin.query('select note from sm_checkpoint order by size desc limit 1');
      expect(parseCheckpoint(rows[0].note)).toMatchObject({ size: leaves.length, root: rootOf(sm3, leaves) });
    }
    const { rows } = await people.admin.query(
      `select s.level, s.position::int as position, s.hash from sm_subtree s order by s.level, s.position`,
    );
    const leaves = await stored();
    expect(rows.length).toBeGreaterThan(leaves.length / 2);
    for (const { level, position, hash } of rows)
      expect(hash).toEqual(rootOf(sm3, leaves, position * 2 ** level, (position + 1) * 2 ** level));
  });

  it('is taken as what comes next, all of it and nothing else', async () => {
    await log(2);
    await makeCheckpoint(login, SIGNER);
    const size = (await stored()).length;
    const hash = Buffer.alloc(32, 1);
    const grow = async (from: number, nodes: readonly (readonly [number, number])[], hashes = nodes.map(() => hash)) => {
      const [levels, positions] = [nodes.map(([level]) => level), nodes.map(([, position]) => position)];
      return Number((await login.query('select mulu.sm_grow($1, $2, $3, $4) as size', [from, levels, positions, hashes])).rows[0].size);
    };
    const whole: [number, number][] = [[0, size]];
    for (let level = 1; size % 2 ** level === 2 ** level - 1; level += 1) whole.push([level, Math.floor(size / 2 ** level)]);
    const subtree: [number, number][] = [
      [0, size],
      [0, size + 1],
      [1, Math.floor((size + 1) / 2)],
    ];
    await expect(grow(size, [[0, size + 1]])).rejects.toThrow('sm.notWhatComesNext');
    await expect(grow(size, [[0, size - 1]])).rejects.toThrow('sm.notWhatComesNext');
    await expect(grow(size, [...whole, [9, 0]])).rejects.toThrow('sm.notWhatComesNext');
    await expect(grow(size, [...whole, [-1, 0]])).rejects.toThrow('sm.notWhatComesNext');
    await expect(grow(size, subtree.slice(0, size % 2 === 0 ? 2 : 1))).rejects.toThrow('sm.notWhatComesNext');
    await expect(grow(size, whole, [])).rejects.toThrow('null value');
    await expect(grow(size, [[0, size], ...whole])).rejects.toThrow(/sm\.notWhatComesNext|sm_leaf_pkey/);
    expect(await grow(size - 1, [[0, size - 1]])).toBe(size);
    expect((await stored()).length).toBe(size);
    const text = (root: string) => `x\n${size}\n${root}\n\n— x y\n`;
    const keep = (at: number, note: string) => login.query('select mulu.sm_checkpoint_keep($1, $2)', [at, note]);
    await expect(keep(size + 1, text('A'.repeat(43) + '=').replace(`${size}`, `${size + 1}`))).rejects.toThrow('checkpoint.notTheTree');
    await expect(keep(size, text('A'))).rejects.toThrow('checkpoint.notTheTree');
    await expect(keep(size, text('A'.repeat(43) + '=').replace(`${size}`, '1'))).rejects.toThrow('checkpoint.notTheTree');
    expect(await makeSmCheckpoint(login, SM)).not.toBeNull();
  });

  it('is signed over no tree with a hole, and not while the program stops', async () => {
    await log(1);
    await makeCheckpoint(login, SIGNER);
    const stopping = new AbortController();
    stopping.abort();
    expect(await makeSmCheckpoint(login, SM, stopping.signal)).toBeNull();
    const admin = await people.another('admin');
    await admin.query('begin; set local session_replication_role = replica');
    await admin.query('delete from sm_subtree where level = (select max(level) from sm_subtree)');
    await expect(makeSmCheckpoint(admin, SM)).rejects.toThrow(SmTreeError);
    await admin.query('rollback');
    expect(await makeSmCheckpoint(login, SM)).not.toBeNull();
  });

  it.each(['checkpointerUrl', 'appUrl', 'auditorUrl', 'portalUrl'] as const)('lets %s write nothing of it directly', async (url) => {
    const client = new pg.Client({ connectionString: people.database[url] });
    await client.connect();
    try {
      for (const table of ['sm_leaf', 'sm_subtree', 'sm_checkpoint'])
        await expect(client.query(`delete from mulu.${table}`)).rejects.toThrow('permission denied');
      if (url !== 'checkpointerUrl') {
        await expect(client.query(`select mulu.sm_grow(0, '{}', '{}', '{}')`)).rejects.toThrow('permission denied');
        await expect(client.query(`select mulu.sm_checkpoint_keep(1, 'x')`)).rejects.toThrow('permission denied');
      }
    } finally {
      await client.end();
    }
  });

  it('is not undone by the superuser unnoticed', async () => {
    for (const table of ['sm_leaf', 'sm_subtree', 'sm_checkpoint']) {
      await expect(people.admin.query(`delete from ${table}`)).rejects.toThrow('history.immutable');
      await expect(people.admin.query(`truncate ${table} cascade`)).rejects.toThrow('history.immutable');
    }
  });
});

describe('what is shown of it', () => {
  it('lies in the file and in the e-mail beside the first pair', async () => {
    const witnessFile = join(folder, 'checkpoints.txt');
    const sent: { text: string; attachment: { content: string } }[] = [];
    const lines: string[] = [];
    await log(1);
    const clock = new CheckpointClock({
      url: people.database.checkpointerUrl,
      signer: SIGNER,
      smSigner: SM,
      witnessFile,
      mail: { send: async (message) => void sent.push(message) },
      log: (line) => lines.push(line),
    });
    await clock.shown();
    await clock.stop();
    const notes = notesIn(readFileSync(witnessFile, 'utf8')).map((note) => parseCheckpoint(note)!);
    expect(notes.map(({ origin }) => origin)).toEqual([SIGNER.name, SM.key.name]);
    expect(notes[0]!.size).toBe(notes[1]!.size);
    expect(notes.map((note) => isTrusted(note, [KEY, SM.key]))).toEqual([true, true]);
    expect(sent).toHaveLength(1);
    expect(notesIn(sent[0]!.attachment.content)).toEqual(notesIn(readFileSync(witnessFile, 'utf8')));
    expect(sent[0]!.text).toContain(sent[0]!.attachment.content);
    expect(lines).toEqual([]);
  });

  it('is not there where nobody asked for it', async () => {
    const sent: { attachment: { content: string } }[] = [];
    await log(1);
    const login = await checkpointer();
    const note = await makeCheckpoint(login, SIGNER);
    await new CheckpointLetters({ send: async (message) => void sent.push(message) }).tell(login);
    expect(sent[0]!.attachment.content).toBe(note);
  });
});
