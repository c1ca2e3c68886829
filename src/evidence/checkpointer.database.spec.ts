import { generateKeyPairSync } from 'node:crypto';
import pg from 'pg';
import { usePeopleDatabase } from '../../test/factories/people.database.js';
import { leafData } from '../../verifier/chain.js';
import { isTrusted, parseCheckpoint } from '../../verifier/checkpoint.js';
import { sha256 } from '../../verifier/digest.js';
import { leafHash, rootByInclusion, rootOf } from '../../verifier/merkle.js';
import { makeCheckpoint } from './checkpointer.js';

const people = usePeopleDatabase();
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const SIGNER = { name: 'mulu.example/log', privateKey };
const KEY = { name: SIGNER.name, publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32) };

const checkpointer = async (): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: people.database.checkpointerUrl });
  await client.connect();
  people.beforeDrop(() => client.end());
  return client;
};
const leaves = async () => {
  const { rows } = await people.admin.query(
    `select l.position::int as position, l.stream, l.seq::int as seq, l.hash, e.hash as event from log_leaf l join log_event e using (stream, seq) order by l.position`,
  );
  return rows as { position: number; stream: string; seq: number; hash: Buffer; event: Buffer }[];
};
/** Something is logged: somebody signs out who is not there, or any step of the system chain. */
const log = (count: number) =>
  people.admin.query(`select log_system('session.closed', null, '{}', '{}') from generate_series(1, $1::int)`, [count]);

describe('the checkpointer', () => {
  it('signs the root of all events, as the verifier computes it', async () => {
    const login = await checkpointer();
    const note = (await makeCheckpoint(login, SIGNER))!;
    const all = await leaves();
    const checkpoint = parseCheckpoint(note)!;
    expect(all.length).toBeGreaterThan(20);
    expect(checkpoint).toMatchObject({ origin: SIGNER.name, size: all.length });
    expect(isTrusted(checkpoint, [KEY])).toBe(true);
    for (const { stream, seq, hash, event } of all) expect(hash).toEqual(leafHash(sha256, leafData(stream, seq, event)));
    const hashes = all.map(({ hash }) => hash);
    expect(checkpoint.root).toEqual(rootOf(sha256, hashes));
    const { rows } = await people.admin.query('select count(*)::int as events from log_event');
    expect(all).toHaveLength(rows[0].events);
  });

  it('signs nothing twice, and what grew meanwhile once, however many are at it', async () => {
    const [one, other] = await Promise.all([checkpointer(), checkpointer()]);
    expect(await makeCheckpoint(one!, SIGNER)).toBeNull();
    for (let round = 0; round < 5; round += 1) {
      await log(7 + round);
      await Promise.all([makeCheckpoint(one!, SIGNER), makeCheckpoint(other!, SIGNER)]);
      const all = await leaves();
      expect(all.map(({ position }) => position)).toEqual(all.map((_, index) => index));
      const { rows } = await people.admin.query('select size::int as size, root from checkpoint order by size desc limit 1');
      expect(rows[0]).toEqual({
        size: all.length,
        root: rootOf(
          sha256,
          all.map(({ hash }) => hash),
        ),
      });
    }
  });

  it('has a proof for every event at every checkpoint, which the verifier takes', async () => {
    const all = await leaves();
    const { rows: checkpoints } = await people.admin.query('select size::int as size, root from checkpoint order by size');
    expect(checkpoints.length).toBeGreaterThan(4);
    for (const { size, root } of checkpoints) {
      for (const { position, stream, seq, hash } of all) {
        const { rows } = await people.admin.query('select inclusion_proof($1, $2, $3) as found', [stream, seq, size]);
        const { found } = rows[0];
        if (position >= size) expect(found).toBeNull();
        else {
          const proof = found.proof.map((each: string) => Buffer.from(each, 'base64'));
          expect(rootByInclusion(sha256, hash, found.position, found.size, proof)).toEqual(root);
        }
      }
    }
  });

  it('keeps no root that the tree does not have', async () => {
    const login = await checkpointer();
    const size = (await leaves()).length;
    const keep = (text: string) => login.query('select mulu.checkpoint_keep($1, $2)', [size - 1, text]);
    await expect(keep(`${SIGNER.name}\n${size - 1}\n${sha256().toString('base64')}\n\n`)).rejects.toThrow('checkpoint.notTheTree');
    await expect(keep(`${SIGNER.name}\n${size}\n${sha256().toString('base64')}\n\n`)).rejects.toThrow('checkpoint.notTheTree');
  });

  it.each(['checkpointerUrl', 'appUrl', 'auditorUrl', 'portalUrl'] as const)('lets %s write nothing of it directly', async (url) => {
    const client = new pg.Client({ connectionString: people.database[url] });
    await client.connect();
    try {
      for (const table of ['log_leaf', 'log_subtree', 'checkpoint'])
        await expect(client.query(`delete from mulu.${table}`)).rejects.toThrow('permission denied');
      if (url !== 'checkpointerUrl') await expect(client.query('select mulu.leaves_absorb(1)')).rejects.toThrow('permission denied');
    } finally {
      await client.end();
    }
  });

  it('is not undone by the superuser unnoticed', async () => {
    for (const table of ['log_leaf', 'log_subtree', 'checkpoint']) {
      await expect(people.admin.query(`delete from ${table}`)).rejects.toThrow('history.immutable');
      await expect(people.admin.query(`truncate ${table} cascade`)).rejects.toThrow('history.immutable');
    }
  });
});
