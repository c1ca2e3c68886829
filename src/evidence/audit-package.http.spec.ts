import { generateKeyPairSync } from 'node:crypto';
import pg from 'pg';
import { useHouse } from '../../test/factories/house.js';
import { anItemContent, must, TestVersion } from '../../test/factories/version.http.js';
import type { NoteKey } from '../../verifier/note.js';
import { packageOf } from '../../verifier/package-files.js';
import { verdictOf } from '../../verifier/verdict.js';
import { readZip } from '../../verifier/zip.js';
import { makeCheckpoint } from './checkpointer.js';

const house = useHouse();
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const SIGNER = { name: 'mulu.example/log', privateKey };
const KEY: NoteKey = { name: SIGNER.name, publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32) };

async function checkpoint(): Promise<void> {
  const login = new pg.Client({ connectionString: house.people.database.checkpointerUrl });
  await login.connect();
  await makeCheckpoint(login, SIGNER);
  await login.end();
}

async function packageFor(name: string, version: TestVersion, query = '', kept: readonly string[] = []) {
  const answer = await must((await house.as(name)).get(`${version.url}/audit-package${query}`));
  const files = readZip(answer.bytes);
  return { headers: answer.headers, files, words: [...files.values()].join('\n'), verdict: verdictOf(packageOf(files), [KEY], kept) };
}

let version: TestVersion;
beforeAll(async () => {
  version = await (await TestVersion.draft(house, [anItemContent('督导评估'), anItemContent('<script>alert(1)</script>')])).published();
}, 60_000);

describe('an audit package', () => {
  it('is unverifiable before a checkpoint covers it, intact afterwards', async () => {
    expect((await packageFor('auditor', version)).verdict).toMatchObject({ verdict: 'unverifiable', covered: 0 });
    await checkpoint();
    const { verdict, headers } = await packageFor('auditor', version);
    expect(verdict).toMatchObject({ verdict: 'intact', faults: [], uncovered: 0, missingBlobs: 0 });
    expect(verdict.covered).toBe(10);
    expect(headers).toMatchObject({ 'content-type': 'application/zip', 'cache-control': 'no-store' });
  });

  it('holds a page for people that runs nothing', async () => {
    const { files } = await packageFor('auditor', version);
    const page = files.get('index.html')!.toString('utf8');
    expect(page).toContain('督导评估');
    expect(page).toContain('保密审查员甲');
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('without contents holds hashes only, and verifies all the same', async () => {
    const { verdict, words, files } = await packageFor('auditor', version, '?content=none');
    expect(verdict).toMatchObject({ verdict: 'intact' });
    expect(verdict.missingBlobs).toBe(2);
    for (const word of ['督导评估', '保密审查员甲']) expect(words).not.toContain(word);
    expect([...files.keys()].some((name) => name.startsWith('blobs/'))).toBe(false);
  });

  it('gives an office no text that it may not read', async () => {
    const { verdict, words } = await packageFor('office', version);
    expect(verdict.verdict).toBe('intact');
    expect(words).not.toContain('督导评估');
  });

  it('leaves a sealed text and its reason where they are, for everybody', async () => {
    const other = await (
      await TestVersion.draft(house, [anItemContent('甲', { elements: ['金丝雀密文'] }), anItemContent('乙')])
    ).submitted();
    await must(other.decide('officer', { type: 'refer', reason: '金丝雀缘由' }));
    for (const name of ['auditor', 'officer', 'compiler', 'leader']) {
      const { words } = await packageFor(name, other);
      expect({ name, text: words.includes('金丝雀密文'), reason: words.includes('金丝雀缘由') }).toEqual({
        name,
        text: false,
        reason: false,
      });
      expect(words).toContain('乙');
    }
  });

  it('brings a proof for a checkpoint that the auditor kept', async () => {
    await checkpoint();
    const kept = (await house.people.admin.query('select size, note from checkpoint order by size desc limit 1')).rows[0];
    await house.people.admin.query(`select log_system('session.closed', null, '{}', '{}')`);
    await checkpoint();
    expect((await packageFor('auditor', version, '', [kept.note])).verdict).toMatchObject({
      verdict: 'unverifiable',
      faults: [{ code: 'checkpoint.unproved' }],
    });
    expect((await packageFor('auditor', version, `?checkpoint=${kept.size}`, [kept.note])).verdict).toMatchObject({
      verdict: 'intact',
      faults: [],
    });
    expect((await packageFor('auditor', version, '?checkpoint=999999')).verdict.verdict).toBe('intact');
    expect((await (await house.as('auditor')).get(`${version.url}/audit-package?checkpoint=0`)).status).toBe(400);
  });

  it('is not for those outside', async () => {
    for (const name of ['stranger', 'sysadmin', 'auditadmin'])
      expect((await (await house.as(name)).get(`${version.url}/audit-package`)).status).toBe(404);
    expect((await house.nobody.get(`${version.url}/audit-package`)).status).toBe(401);
    expect((await (await house.as('auditor')).get(`${version.url}/audit-package?content=some`)).status).toBe(400);
  });

  it('says so when somebody with a superuser’s powers changed the past', async () => {
    const admin = await house.people.another('admin');
    await admin.query('set session_replication_role = replica');
    await admin.query(
      `update log_event set body = convert_to(replace(convert_from(body, 'UTF8'), '"clear"', '"defer"'), 'UTF8'), hash = sha256(header || sha256(convert_to(replace(convert_from(body, 'UTF8'), '"clear"', '"defer"'), 'UTF8')))
       where stream = $1 and type = 'clear' and seq = (select min(seq) from log_event where stream = $1 and type = 'clear')`,
      [version.id],
    );
    const { verdict } = await packageFor('auditor', version);
    expect(verdict).toMatchObject({ verdict: 'tampered', faults: [{ stream: version.id, code: 'chain.broken' }] });
  });
});

describe('the audit of the installation', () => {
  it('is the audit administrator’s alone, and finds an account that nobody opened', async () => {
    const auditadmin = await house.as('auditadmin');
    expect((await must(auditadmin.get('/api/system/audit'))).json).toMatchObject({ valid: true, problems: [] });
    expect((await house.nobody.get('/api/system/audit')).status).toBe(401);
    for (const name of ['auditor', 'sysadmin', 'secadmin'])
      expect((await (await house.as(name)).get('/api/system/audit')).status).toBe(404);
    const admin = await house.people.another('admin');
    await admin.query(`insert into account (username, display_name, salt, verifier, kdf, must_change_password)
      select 'ghost', '幽灵', salt, verifier, kdf, false from account limit 1`);
    const { json } = await must(auditadmin.get('/api/system/audit'));
    expect(json).toMatchObject({ valid: false, problems: [{ code: 'account.unlogged' }] });
  });
});
