import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { useHouse } from '../../../test/factories/house.js';
import { anItemContent, must, TestVersion } from '../../../test/factories/version.http.js';
import { parseCheckpoint } from '../../../verifier/checkpoint.js';
import { publicBytesOf } from '../../../verifier/note.js';
import { packageOf } from '../../../verifier/package-files.js';
import { verdictOf } from '../../../verifier/verdict.js';
import { readZip } from '../../../verifier/zip.js';
import { makeCheckpoint } from '../checkpointer.js';
import { packOf } from '../package/pack.js';
import { makeSmCheckpoint } from './checkpointer.js';
import { smSignerIn } from './key-file.js';

const house = useHouse();
const folder = mkdtempSync(join(tmpdir(), 'mulu-sm-package-'));
afterAll(() => rmSync(folder, { recursive: true }));
const { privateKey } = generateKeyPairSync('ed25519');
const SIGNER = { name: 'mulu.example/log', privateKey };
const SM = smSignerIn(join(folder, 'sm2.pem'), SIGNER.name);
const ED25519 = { name: SIGNER.name, publicKey: publicBytesOf(privateKey) };
const BOTH = [ED25519, SM.key];

let holder: pg.Client;
let version: TestVersion;
const packed = async (query = '') =>
  packageOf(readZip((await must((await house.as('auditor')).get(`${version.url}/audit-package${query}`))).bytes));
const judged = async (keys = BOTH, kept: readonly string[] = [], query = '') => verdictOf(await packed(query), keys, kept);

beforeAll(async () => {
  holder = new pg.Client({ connectionString: house.people.database.checkpointerUrl });
  await holder.connect();
  house.people.beforeDrop(() => holder.end());
  version = await (await TestVersion.draft(house, [anItemContent('督导评估'), anItemContent('教育收费')])).published();
}, 60_000);

describe('the second pair', () => {
  it('lacks in packages and in the list until somebody asks for it', async () => {
    await makeCheckpoint(holder, SIGNER);
    expect((await packed()).second).toBeNull();
    expect(await judged([ED25519])).toMatchObject({ verdict: 'intact' });
    expect(await judged()).toMatchObject({ verdict: 'unverifiable', covered: 0, faults: [{ stream: version.id, code: 'sm.none' }] });
    const { items } = (await must((await house.as('auditor')).get('/api/checkpoints'))).json;
    expect(items[0].smNote).toBeNull();
  });

  it('is listed beside the first, and lies in a package that verifies by either and by both', async () => {
    const note = (await makeSmCheckpoint(holder, SM))!;
    const { items } = (await must((await house.as('auditor')).get('/api/checkpoints'))).json;
    expect(items[0]).toMatchObject({ size: parseCheckpoint(note)!.size, smNote: note });
    for (const keys of [[SM.key], BOTH])
      expect(await judged(keys)).toMatchObject({ verdict: 'intact', faults: [], uncovered: 0, covered: 10, missingBlobs: 0 });
    expect(await judged(BOTH, [], '?content=none')).toMatchObject({ verdict: 'intact', missingBlobs: 2 });
    expect(await judged([{ ...SM.key, name: 'other.example' }])).toMatchObject({ verdict: 'unverifiable', covered: 0 });
  });

  it('of a period proves each of its logs', async () => {
    await TestVersion.draft(house, [anItemContent('教师资格')]);
    await makeCheckpoint(holder, SIGNER);
    await makeSmCheckpoint(holder, SM);
    const answer = await must((await house.as('auditor')).get('/api/audit-packages?from=2020-01-01&to=2099-12-31'));
    const pack = packageOf(readZip(answer.bytes));
    expect(pack.streams.size).toBeGreaterThan(1);
    expect(verdictOf(pack, [SM.key])).toMatchObject({ verdict: 'intact', faults: [], uncovered: 0 });
  });

  it('brings a proof for a checkpoint that the auditor kept', async () => {
    const kept = (await house.people.admin.query('select size, note from sm_checkpoint order by size limit 1')).rows[0];
    expect(await judged([SM.key], [kept.note])).toMatchObject({ verdict: 'unverifiable', faults: [{ code: 'sm.unproved' }] });
    const pack = await packed(`?checkpoint=${kept.size}`);
    expect(verdictOf(pack, [SM.key], [kept.note])).toMatchObject({ verdict: 'intact', faults: [] });
    expect(pack.second!.consistencies).toHaveLength(1);
    const forged = { ...pack, second: { ...pack.second!, consistencies: [{ ...pack.second!.consistencies[0]!, proof: [] }] } };
    expect(verdictOf(forged, [SM.key], [kept.note])).toMatchObject({ verdict: 'tampered', faults: [{ code: 'sm.inconsistent' }] });
    expect(await judged(BOTH, [], '?checkpoint=999999')).toMatchObject({ verdict: 'intact' });
  });
});

describe('with a superuser’s powers', () => {
  let admin: pg.Client;
  beforeAll(async () => void (admin = await house.people.another('admin')));
  beforeEach(() => admin.query('begin; set local session_replication_role = replica'));
  afterEach(() => admin.query('rollback'));

  /** The package as it would be made out of what this connection sees. */
  async function seen(): Promise<Awaited<ReturnType<typeof packed>>> {
    const pack = await packOf(async (sql, values) => (await admin.query(sql, [...values])).rows as never, [version.id], null);
    return { ...pack, blobs: new Map() };
  }
  const at = (seq: number) => `position = (select position from log_leaf where stream = '${version.id}' and seq = ${seq})`;

  it('nothing is found where nothing was done', async () => {
    expect(verdictOf(await seen(), BOTH)).toMatchObject({ verdict: 'intact', faults: [] });
  });

  it.each([
    ['a leaf', () => `update sm_leaf set hash = sha256('x') where ${at(3)}`, 'tampered', { seq: 3, code: 'sm.leaf' }],
    ['the last leaf', () => `update sm_leaf set hash = sha256('x') where ${at(10)}`, 'tampered', { seq: 10, code: 'sm.leaf' }],
    ['a leaf gone', () => `delete from sm_leaf where ${at(3)}`, 'tampered', { seq: 3, code: 'sm.leaf' }],
    ['the larger half', () => `update sm_subtree set hash = sha256('x') where level >= 3`, 'tampered', { seq: 10, code: 'sm.otherEvent' }],
    ['all parts gone', () => `delete from sm_subtree`, 'unverifiable', { code: 'sm.none' }],
    ['a root', () => `update sm_checkpoint set note = replace(note, E'/sm\\n', E'/sn\\n')`, 'tampered', { code: 'sm.signature' }],
    ['a note', () => `update sm_checkpoint set note = 'x'`, 'tampered', { code: 'sm.unreadable' }],
    ['its checkpoints gone', () => `delete from sm_checkpoint`, 'unverifiable', { code: 'sm.none' }],
  ])('%s altered is found', async (_, sql, verdict, fault) => {
    await admin.query(sql());
    const found = verdictOf(await seen(), [SM.key]);
    expect(found.verdict).toBe(verdict);
    expect(found.faults[0]).toMatchObject(fault);
  });

  it('an event changed, its chain and the whole first tree made anew and signed by an unsuspecting key holder, is found and named', async () => {
    await admin.query(
      `update log_event set body = other.body, hash = sha256(header || sha256(other.body))
       from (select convert_to(regexp_replace(convert_from(body, 'UTF8'), '"eventId":"[0-9a-f]{8}', '"eventId":"00000000'), 'UTF8') as body from log_event where stream = $1 and seq = 10) other
       where stream = $1 and seq = 10`,
      [version.id],
    );
    for (const table of ['log_leaf', 'log_subtree', 'checkpoint']) await admin.query(`delete from ${table}`);
    await makeCheckpoint(admin, SIGNER);
    const pack = await seen();
    expect(verdictOf({ ...pack, second: null }, [ED25519]).verdict).toBe('intact');
    expect(verdictOf(pack, [SM.key])).toMatchObject({ verdict: 'tampered' });
    expect(verdictOf(pack, [SM.key]).faults[0]).toMatchObject({ stream: version.id, seq: 10, code: 'sm.leaf' });
  });
});
