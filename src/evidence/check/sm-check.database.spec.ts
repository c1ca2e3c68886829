import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { usePeopleDatabase } from '../../../test/factories/people.database.js';
import { publicBytesOf } from '../../../verifier/note.js';
import { makeCheckpoint } from '../checkpointer.js';
import { makeSmCheckpoint } from '../sm/checkpointer.js';
import { smSignerIn } from '../sm/key-file.js';
import { smNote } from '../sm/signer.js';
import type { Checked } from '../tree/check-tree.js';
import { checkWholeLog } from './whole-log.js';

const people = usePeopleDatabase();
const folder = mkdtempSync(join(tmpdir(), 'mulu-sm-check-'));
afterAll(() => rmSync(folder, { recursive: true }));
const { privateKey } = generateKeyPairSync('ed25519');
const SIGNER = { name: 'mulu.example/log', privateKey };
const SM = smSignerIn(join(folder, 'sm2.pem'), SIGNER.name);
const ED25519 = { name: SIGNER.name, publicKey: publicBytesOf(privateKey) };
const BOTH = [ED25519, SM.key];

let pool: pg.Pool;
const check = (keys = BOTH, from: Checked | null = null, kept: readonly string[] = []) =>
  checkWholeLog(pool, { keys, from, kept, chainsOnly: true });
async function logged(count: number): Promise<void> {
  await people.admin.query(`select log_system('session.closed', null, '{}', '{}') from generate_series(1, $1::int)`, [count]);
  const login = new pg.Client({ connectionString: people.database.checkpointerUrl });
  await login.connect();
  await makeCheckpoint(login, SIGNER);
  if (count > 1) await makeSmCheckpoint(login, SM);
  await login.end();
}
beforeAll(async () => {
  pool = new pg.Pool({ connectionString: people.database.appUrl, max: 3 });
  people.beforeDrop(() => pool.end());
});

describe('the check of the whole log', () => {
  it('vouches by SM2 for nothing while nobody asked for a second pair', async () => {
    await logged(1);
    expect(await check([ED25519])).toMatchObject({ verdict: 'intact' });
    for (const keys of [[SM.key], BOTH]) expect(await check(keys)).toMatchObject({ verdict: 'unverifiable', problems: [] });
  });

  it('takes in the second pair, from the beginning and from where it ended', async () => {
    await logged(33);
    const whole = await check();
    for (const keys of [[SM.key], [ED25519], BOTH])
      expect(await check(keys)).toMatchObject({ verdict: 'intact', problems: [], covered: whole.covered });
    expect(whole.covered).toBe(whole.checked.size);
    expect(whole.checked.sm!.size).toBe(whole.checked.size);
    expect(await check(BOTH, whole.checked)).toMatchObject({ verdict: 'intact', checked: whole.checked });
    await logged(20);
    const next = await check(BOTH, whole.checked);
    expect(next).toMatchObject({ verdict: 'intact', problems: [] });
    expect(next.checked).toEqual((await check()).checked);
    const { sm: _, ...before } = whole.checked;
    expect((await check(BOTH, before)).checked).toEqual(next.checked);
    expect(await check([ED25519, { ...SM.key, name: 'other.example' }])).toMatchObject({ verdict: 'unverifiable', problems: [] });
  });

  it('compares with notes of either pair that were kept in one file', async () => {
    const { rows } = await people.admin.query('select note from checkpoint union all select note from sm_checkpoint');
    const kept = rows.map(({ note }) => note as string);
    for (const keys of [[SM.key], [ED25519], BOTH])
      expect(await check(keys, null, kept)).toMatchObject({ verdict: 'intact', problems: [] });
    const noted = smNote(`${SM.key.name}\n2\n${Buffer.alloc(32).toString('base64')}\n`, SM);
    expect(await check(BOTH, null, [noted])).toMatchObject({
      verdict: 'tampered',
      problems: [{ code: 'sm.missing' }, { code: 'sm.root' }],
    });
    const later = smNote(`${SM.key.name}\n9999\n${Buffer.alloc(32).toString('base64')}\n`, SM);
    expect((await check(BOTH, null, [later])).problems).toContainEqual(expect.objectContaining({ code: 'sm.short' }));
  });

  it.each([
    ['a leaf', `update sm_leaf set hash = sha256('x') where position = 11`, 'tampered', 'sm.leaf'],
    ['a leaf gone', `delete from sm_leaf where position = 11`, 'tampered', 'sm.gap'],
    [
      'the end gone',
      `delete from sm_leaf where position >= 11; delete from sm_subtree where (position + 1) << level > 11`,
      'truncated',
      'sm.short',
    ],
    ['a leaf put in', `insert into sm_leaf values (100000, sha256('x'))`, 'tampered', 'sm.gap'],
    ['a subtree', `update sm_subtree set hash = sha256('x') where level = 2 and position = 1`, 'tampered', 'sm.subtree'],
    ['a subtree gone', `delete from sm_subtree where level = 2 and position = 1`, 'tampered', 'sm.subtree'],
    ['a subtree put in', `insert into sm_subtree values (9, 0, sha256('x'))`, 'tampered', 'sm.subtree'],
    ['the bytes of an event', `update log_event set body = body || ' ' where seq = 11`, 'tampered', 'sm.leaf'],
    ['a signature', `update sm_checkpoint set note = replace(note, E'/sm\\n', E'/sn\\n')`, 'tampered', 'sm.signature'],
    ['a note', `update sm_checkpoint set note = 'x'`, 'tampered', 'sm.unreadable'],
    [
      'a root',
      `update sm_checkpoint set note = replace(note, split_part(note, E'\\n', 3), '${Buffer.alloc(32).toString('base64')}')`,
      'tampered',
      'sm.root',
    ],
  ])('finds %s altered by a superuser', async (_, sql, verdict, code) => {
    const admin = await people.another('admin');
    const tables = ['log_event', 'sm_leaf', 'sm_subtree', 'sm_checkpoint'];
    try {
      await admin.query('set session_replication_role = replica');
      await admin.query('alter table log_event drop constraint if exists log_event_hash_computed');
      for (const table of tables) await admin.query(`create temp table kept_${table} as select * from mulu.${table}`);
      await admin.query(sql);
      const found = await check();
      expect(found.verdict).toBe(verdict);
      expect(found.problems.map((problem) => problem.code)).toContain(code);
    } finally {
      for (const table of tables) {
        await admin.query(`delete from mulu.${table}`);
        await admin.query(`insert into mulu.${table} select * from kept_${table}`);
      }
      await admin.query('discard temp');
    }
    expect(await check()).toMatchObject({ verdict: 'intact' });
  });
});
