import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { useHouse } from '../../../test/factories/house.js';
import { anItemContent, must, TestVersion } from '../../../test/factories/version.http.js';
import { encodeKey, type NoteKey } from '../../../verifier/note.js';
import { PROJECT_ROOT } from '../../platform/project.js';
import { makeCheckpoint } from '../checkpointer.js';
import { checkWholeLog, type CheckOptions, type CheckResult } from './whole-log.js';

const house = useHouse();
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const SIGNER = { name: 'mulu.example/log', privateKey };
const KEY: NoteKey = { name: SIGNER.name, publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32) };
const folder = mkdtempSync(join(tmpdir(), 'mulu-check-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let pool: pg.Pool;
let version: TestVersion;
const check = (from: CheckResult['checked'] | null = null, keys: readonly NoteKey[] = [KEY], more: Partial<CheckOptions> = {}) =>
  checkWholeLog(pool, { keys, from, ...more });
/** Somebody else's. */
const other = generateKeyPairSync('ed25519');
const OTHER: NoteKey = { name: SIGNER.name, publicKey: other.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32) };

async function checkpoint(): Promise<void> {
  const login = new pg.Client({ connectionString: house.people.database.checkpointerUrl });
  await login.connect();
  await makeCheckpoint(login, SIGNER);
  await login.end();
}

beforeAll(async () => {
  pool = new pg.Pool({ connectionString: house.people.database.appUrl, max: 3 });
  house.people.beforeDrop(() => pool.end());
  version = await (await TestVersion.draft(house, [anItemContent('督导评估')])).submitted();
  const groups = [{ levels: ['autonomousRegion'], kinds: ['department'], dueOn: '2099-01-31' }];
  const words = { number: '内政数字〔2024〕128号', title: '关于编制主动公开事项目录的通知', text: '编制并公开目录' };
  await must((await house.as('office')).post('/api/tasks', { regionCode: '150000', purpose: 'publishCatalogue', ...words, groups }), 201);
  await checkpoint();
});

describe('the check of the whole log', () => {
  it('finds nothing where nothing was done: every log, every event, every leaf', async () => {
    const { rows } = await house.people.admin.query(
      `select count(*)::int as events, count(distinct stream)::int as logs, (select count(*)::int from log_leaf) as leaves from log_event`,
    );
    expect(await check()).toMatchObject({
      verdict: 'intact',
      problems: [],
      events: rows[0].events,
      logs: rows[0].logs,
      covered: rows[0].leaves,
    });
    expect(await check(null, [KEY], { chainsOnly: true })).toMatchObject({ verdict: 'intact', problems: [], events: rows[0].events });
    expect(rows[0].logs).toBeGreaterThan(3);
  });

  it('goes on where it ended: only the logs that moved on are looked at again', async () => {
    const { checked } = await check();
    expect(await check(checked)).toMatchObject({ verdict: 'intact', logs: 0, events: 0, checked });
    await must(version.decide('officer', { type: 'clear' }));
    await checkpoint();
    const next = await check(checked);
    expect(next).toMatchObject({ verdict: 'intact', problems: [] });
    expect(next.checked.size).toBeGreaterThan(checked.size);
    expect(next.covered).toBeGreaterThan(checked.covered);
    expect(await check(next.checked)).toMatchObject({ verdict: 'intact', covered: next.covered }); // nothing new
    expect(await check(next.checked, [])).toMatchObject({ verdict: 'unverifiable', covered: 0 });
    expect(next.logs).toBeLessThanOrEqual(2);
    expect(next.checked).toEqual((await check()).checked);
  });

  it('vouches for nothing without a checkpoint of a key that is trusted', async () => {
    expect(await check(null, [])).toMatchObject({ verdict: 'unverifiable', covered: 0, problems: [] });
    expect(await check(null, [OTHER])).toMatchObject({
      verdict: 'unverifiable',
      covered: 0,
      problems: [{ code: 'checkpoint.unknownKey' }],
    });
  });

  const LAST = `(stream, seq) = (select stream, seq from mulu.log_event where stream = $1 order by seq desc limit 1)`;
  it.each([
    ['a byte of an event', `update mulu.log_event set body = body || ' ' where ${LAST}`, 'tampered', /^chain\.hash$/],
    ['a column beside the bytes', `update mulu.log_event set to_state = 'withheld' where ${LAST}`, 'tampered', /^chain\.column$/],
    ['a state', `update mulu.version_item set state = 'withheld' where version_id = $1`, 'tampered', /^state\.differs$/],
    ['an event in the middle gone', `delete from mulu.log_event where stream = $1 and seq = 2`, 'tampered', /^chain\.gap$/],
    ['a leaf', `update mulu.log_leaf set hash = sha256('x') where stream = $1 and seq = 1`, 'tampered', /^tree\.leaf$/],
    ['a leaf gone', `delete from mulu.log_leaf where stream = $1 and seq = 1`, 'tampered', /^tree\.gap$/],
    ['all of a log gone', `delete from mulu.log_event where stream = $1`, 'tampered', /^tree\.eventGone$/],
    [
      'the tail of the tree gone',
      `delete from mulu.log_leaf where position = (select max(position) from mulu.log_leaf) and $1 <> ''`,
      'truncated',
      /^tree\.short$/,
    ],
    [
      'a root',
      `update mulu.checkpoint set note = replace(note, E'\\n' || size || E'\\n', E'\\n' || size || E'\\nAA') where $1 <> ''`,
      'tampered',
      /^checkpoint\./,
    ],
    [
      'a subtree',
      `update mulu.log_subtree set hash = sha256('x') where level = 2 and position = 1 and $1 <> ''`,
      'tampered',
      /^tree\.subtree$/,
    ],
    ['a subtree gone', `delete from mulu.log_subtree where level = 1 and position = 3 and $1 <> ''`, 'tampered', /^tree\.subtree$/],
    ['the root beside a checkpoint', `update mulu.checkpoint set root = sha256('x') where $1 <> ''`, 'tampered', /^checkpoint\.differs$/],
    [
      'an event that is not in the tree, before another that is',
      `update mulu.log_leaf set seq = 900 where stream = $1 and seq = (select max(seq) from mulu.log_event where stream = $1)`,
      'tampered',
      /^tree\.leftOut$/,
    ],
    [
      'the time set back',
      `update mulu.log_event set header = convert_to(regexp_replace(convert_from(header, 'UTF8'), ';at=....', ';at=1999'), 'UTF8') where ${LAST}`,
      'tampered',
      /^chain\.time$/,
    ],
    ['a lifecycle registered otherwise', `update mulu.machine set source = sha256('x') where $1 <> ''`, 'tampered', /^machine\.differs$/],
  ])('finds %s', async (_, sql, verdict, code) => {
    const admin = new pg.Client({ connectionString: house.people.database.adminUrl });
    await admin.connect();
    await inTheHandsOf(admin, async () => {
      await admin.query(sql, [version.id]);
      const found = await check();
      expect(found.verdict).toBe(verdict);
      expect(found.problems.map((problem) => problem.code)).toContainEqual(expect.stringMatching(code));
    });
    expect(await check()).toMatchObject({ verdict: 'intact' });
  });

  it('holds what was kept outside against a tree that was made anew and signed', async () => {
    const { rows } = await house.people.admin.query<{ note: string }>('select note from mulu.checkpoint order by size');
    const kept = rows.map(({ note }) => note);
    expect(await check(null, [KEY], { kept })).toMatchObject({ verdict: 'intact' });
    const admin = new pg.Client({ connectionString: house.people.database.adminUrl });
    await admin.connect();
    await inTheHandsOf(admin, async () => {
      const [, second] = rows;
      await admin.query(`delete from mulu.checkpoint where note = $1`, [second!.note]);
      expect(await check()).toMatchObject({ verdict: 'intact' });
      expect(await check(null, [KEY], { kept })).toMatchObject({ verdict: 'tampered', problems: [{ code: 'checkpoint.missing' }] });
      for (const table of ['checkpoint', 'log_leaf', 'log_subtree']) await admin.query(`delete from mulu.${table}`);
      // The last event says the same in other bytes, and its hash is theirs.
      await admin.query(`update mulu.log_event set body = body || ' ', hash = sha256(header || sha256(body || ' ')) where ${LAST}`, [
        version.id,
      ]);
      await checkpoint();
      const after = await check(null, [KEY], { kept, chainsOnly: true });
      expect(after.problems.map(({ code }) => code)).toContain('checkpoint.root');
      expect(await check(null, [KEY], { chainsOnly: true })).toMatchObject({ verdict: 'intact' });
    });
    expect(await check(null, [KEY], { kept })).toMatchObject({ verdict: 'intact' });
  });

  /** With every wall down; afterwards all is as it was. */
  async function inTheHandsOf(admin: pg.Client, work: () => Promise<void>): Promise<void> {
    const tables = ['log_event', 'log_leaf', 'log_subtree', 'version_item', 'checkpoint', 'machine'];
    try {
      await admin.query('set session_replication_role = replica');
      await admin.query('alter table mulu.log_event drop constraint if exists log_event_hash_computed');
      for (const table of tables) await admin.query(`create temp table kept_${table} as select * from mulu.${table}`);
      await work();
    } finally {
      await admin.query('set session_replication_role = replica');
      for (const table of tables) {
        await admin.query(`delete from mulu.${table}`);
        await admin.query(`insert into mulu.${table} select * from kept_${table}`);
      }
      await admin.end();
    }
  }

  it('is a command that answers as the verifier does, and remembers how far it came', () => {
    const { database } = house.people;
    const env = { PATH: process.env.PATH, DATABASE_URL: database.appUrl, MULU_PORTAL_URL: database.portalUrl, MULU_DATA_DIR: folder };
    const run = (...args: string[]) =>
      spawnSync(process.execPath, ['--import', './scripts/typescript-hook.mjs', 'src/check.ts', ...args], {
        cwd: PROJECT_ROOT,
        env,
        encoding: 'utf8',
      });
    const first = run('--full', '--key', encodeKey(KEY));
    expect(first).toMatchObject({ status: 0, stderr: expect.stringMatching(/^完整 · intact\n.*\n\d+ logs, [1-9]\d+ events/) });
    expect(run('--key', encodeKey(KEY))).toMatchObject({ status: 0, stderr: expect.stringContaining('0 logs, 0 events') });
    expect(run('--full').status).toBe(3);
    const notes = join(folder, 'kept.txt');
    writeFileSync(notes, 'nothing');
    expect(run('--checkpoint', notes)).toMatchObject({ status: 4, stderr: expect.stringContaining('there is no checkpoint in') });
    expect(run('--key', 'nonsense')).toMatchObject({ status: 4, stderr: expect.stringContaining('this is no key') });
  });
});
