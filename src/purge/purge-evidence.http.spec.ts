import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { useHouse } from '../../test/factories/house.js';
import { CANARY, PurgeDesk, secretContent } from '../../test/factories/purges.http.js';
import { anItemContent, must, TestVersion } from '../../test/factories/version.http.js';
import { packageOf } from '../../verifier/package-files.js';
import { receiptOf } from '../../verifier/receipt-file.js';
import { verdictOfReceipt } from '../../verifier/receipt.js';
import { verdictOf } from '../../verifier/verdict.js';
import { readZip } from '../../verifier/zip.js';
import { makeCheckpoint } from '../evidence/checkpointer.js';
import { checkWholeLog } from '../evidence/index.js';
import { PROJECT_ROOT } from '../platform/project.js';

const house = useHouse();
const desk = new PurgeDesk(house);
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const SIGNER = { name: 'mulu.example/log', privateKey };
const KEY = { name: SIGNER.name, publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32) };

async function checkpoint(): Promise<void> {
  const login = new pg.Client({ connectionString: house.people.database.checkpointerUrl });
  await login.connect();
  await makeCheckpoint(login, SIGNER);
  await login.end();
}

const auditor = () => house.as('auditor');
const told = async (url: string) => (await must((await auditor()).get(url))).json;

describe('after a purge', () => {
  let version: TestVersion;
  let contentHash: string;
  let published: Buffer;
  beforeAll(async () => {
    const draft = await TestVersion.draft(house, [anItemContent('甲', { elements: [`联系人：${CANARY}`] }), anItemContent('乙')]);
    version = await draft.published();
    ({ contentHash } = await version.seen());
    published = (await must(house.nobody.get(`/open/catalogues/${version.catalogue}.json`))).bytes;
    await checkpoint();
    await must(version.move('officer', { type: 'suspendItem', itemId: version.items[0], reason: '含个人信息' }));
    await desk.purge(version, contentHash);
    await checkpoint();
  }, 60_000);

  it('every moment of the version says that it is gone, and shows the others as they were', async () => {
    const { last } = await told(`${version.url}/replay`);
    for (let at = 3; at <= last.seq; at += 1) {
      const { items, recorded } = await told(`${version.url}/replay?at=${at}`);
      expect({ at, recorded: recorded !== undefined, items }).toMatchObject({
        recorded: true,
        items: [
          { contentHash, content: null, withheld: 'purged' },
          { content: { elements: ['乙的内容'] }, withheld: null },
        ],
      });
    }
    expect((await told(`${version.url}/replay?at=${last.seq}`)).event).toMatchObject({ type: 'text.purged', purged: ['text'] });
    const { items } = await told(`${version.url}/replay/diff?from=1`);
    expect(items[0]).toMatchObject({ id: version.items[0], after: { withheld: 'purged', path: null }, differences: null });
    const shown = await told(`${version.url}/replay/public?at=${last.seq - 2}`);
    expect(shown).toMatchObject({ status: 'published', items: [{ content: null, withheld: 'purged' }, { withheld: null }] });
    const item = await told(`${version.item(0)}?at=${last.seq - 2}`);
    expect(item).toMatchObject({ purged: true, content: null, source: null, marks: null, decisions: [{ type: 'clear', purged: false }] });
    await told(`${version.url}/replay/requirements?at=4&itemId=${version.items[0]}`);
  });

  it('the dossier and the sample keep the hash, and say so', async () => {
    const dossier = await must((await auditor()).get(`${version.item(0)}/dossier`));
    for (const words of ['（已清除）', '（内容已清除）', '依法清除文本', contentHash.slice(0, 16)]) expect(dossier.text).toContain(words);
    expect(dossier.text).not.toContain(CANARY);
    const sample = await told('/api/samples?of=items&seed=1&size=50&from=2020-01-01&to=2099-01-01');
    expect(sample.drawn).toContainEqual(expect.objectContaining({ itemId: version.items[0], path: null }));
  });

  it('the package verifies, counts the text as purged, and its page for people says so', async () => {
    const { bytes } = await must((await auditor()).get(`${version.url}/audit-package`));
    const files = readZip(bytes);
    expect(verdictOf(packageOf(files), [KEY])).toMatchObject({ verdict: 'intact', faults: [], missingBlobs: 0, purgedBlobs: 1 });
    expect(files.get('index.html')!.toString('utf8')).toContain(`<code>${contentHash.slice(0, 12)}</code> 已清除 purged`);
    expect([...files.values()].join('\n')).not.toContain(CANARY);
  });

  it('the whole log checks out, the version’s and the system’s', async () => {
    const pool = new pg.Pool({ connectionString: house.people.database.appUrl, max: 3 });
    const found = await checkWholeLog(pool, { keys: [KEY], from: null });
    await pool.end();
    expect(found).toMatchObject({ verdict: 'intact', problems: [] });
  });

  it('the receipt still proves what is left, and the public page shows nothing of it', async () => {
    const path = `/open/catalogues/${version.catalogue}`;
    const receipt = receiptOf((await must(house.nobody.get(`${path}/receipt`))).bytes);
    const now = (await must(house.nobody.get(`${path}.json`))).bytes;
    expect(await verdictOfReceipt(receipt, [KEY], now)).toMatchObject({ verdict: 'intact', faults: [], items: 2, hidden: 1 });
    expect((await verdictOfReceipt(receipt, [KEY], published)).verdict).not.toBe('intact');
    for (const url of [path, `${path}.json`, `${path}/receipt`])
      expect({ url, found: (await house.nobody.get(url)).text.includes(CANARY) }).toEqual({ url, found: false });
  });
});

it('the words by which an item was removed may go from the version that removed it, and its audit is none the worse', async () => {
  const first = await (await TestVersion.draft(house, [anItemContent('子'), anItemContent('丑')])).published();
  const second = await first.revised();
  await must(second.remove('compiler', { reason: `与 ${CANARY} 有关` }));
  const { contentHash } = await second.seen();
  await second.published();
  await desk.purge(second, contentHash);
  for (const { url } of [first, second])
    expect(await told(`${url}/audit`)).toMatchObject({ valid: true, replayMatches: true, problems: [] });
  expect(await told(`${second.url}/replay`)).toMatchObject({ items: [{ withheld: 'purged' }, { withheld: null }] });
});

describe('words', () => {
  it('that were purged are missing from the past as well, and said to be', async () => {
    const version = await (await TestVersion.draft(house, [anItemContent('丙')])).submitted();
    await must(version.decide('officer', { type: 'return', reason: `请删去 ${CANARY}` }));
    const { items } = (await must((await house.as('auditadmin')).get(`/api/purges/texts?version=${version.id}`))).json;
    const words = items.find((text: { kind: string; type: string }) => text.kind === 'words' && text.type === 'return');
    await desk.purge(version, words.contentHash);
    const { last } = await told(`${version.url}/replay`);
    const item = await told(`${version.item(0)}?at=${last.seq - 1}`);
    expect(item.decisions[0]).toMatchObject({ type: 'return', words: null, purged: true });
    expect((await must((await auditor()).get(`${version.item(0)}/dossier`))).text).toContain('（已清除）');
  });

  it('that only number a row are none: they are not offered, and not purged', async () => {
    const version = await TestVersion.draft(house, [anItemContent('丁')]);
    await must((await house.as('compiler')).put(`${version.item(0)}/position`, { after: null, number: '7' }));
    const { rows } = await house.people.admin.query(
      `select encode(reason_hash, 'hex') as hash from mulu.log_event where stream = $1 and type = 'items.arranged'`,
      [version.id],
    );
    expect(rows).toHaveLength(1);
    const { items } = (await must((await house.as('auditadmin')).get(`/api/purges/texts?version=${version.id}`))).json;
    expect(items.filter(({ kind }: { kind: string }) => kind === 'words')).toEqual([]);
    expect(await desk.propose(version, rows[0].hash)).toMatchObject({ status: 404 });
  });
});

describe('files', () => {
  const FILE = join(PROJECT_ROOT, 'test', 'fixtures', 'changzhi.xlsx');

  it('that wait to be confirmed lose their rows with the text; one that was confirmed is as before', async () => {
    const compiler = await house.as('compiler');
    const { version } = await desk.suspended('戊');
    const next = await version.revised();
    const confirmed = (await must(compiler.upload(`${next.url}/imports`, FILE), 201)).json;
    await must(compiler.post(`/api/imports/${confirmed.id}/confirmation`, { repairs: 'all' }));
    const waiting = (await must(compiler.upload(`${next.url}/imports`, FILE), 201)).json;
    const elsewhere = await TestVersion.draft(house, [anItemContent('己')]);
    const other = (await must(compiler.upload(`${elsewhere.url}/imports`, FILE), 201)).json;
    await must(next.edit('compiler', anItemContent('戊，已删去个人信息')));
    await desk.purge(version, (await version.seen()).contentHash);

    const gone = { status: 410, json: { code: 'import.lapsed' } };
    expect(await compiler.get(`/api/imports/${waiting.id}`)).toMatchObject(gone);
    expect(await compiler.post(`/api/imports/${waiting.id}/reading`, { repairs: 'all' })).toMatchObject(gone);
    expect(await compiler.post(`/api/imports/${waiting.id}/confirmation`, { repairs: 'all' })).toMatchObject(gone);
    expect((await must(compiler.get(`/api/imports/${confirmed.id}`))).json).toMatchObject({ confirmed: true });
    expect((await must(compiler.get(`/api/imports/${other.id}`))).json).toMatchObject({ confirmed: false, items: 28 });
  });
});

describe('somebody who writes the same text at that moment', () => {
  const waiters = async (count: number) => {
    const sql = `select count(*)::int as waiting from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
    for (let left = 200; left > 0; left -= 1) {
      if ((await house.people.admin.query(sql)).rows[0].waiting >= count) return;
      await pause(20);
    }
    throw new Error(`there are no ${count} that wait`);
  };

  it('waits for the purge, and is refused then', async () => {
    const { version, contentHash } = await desk.suspended('庚');
    const another = await TestVersion.draft(house, [anItemContent('辛')]);
    const { json } = await must(desk.propose(version, contentHash), 201);
    const holder = await house.people.another('admin');
    await holder.query('begin');
    await holder.query('select from mulu.publication where version_id = $1 for update', [version.id]);
    const purging = desk.act(json.id, { type: 'purge.done', contentHash });
    await waiters(1);
    const writing = another.edit('compiler', secretContent('庚'));
    await waiters(2);
    await holder.query('commit');
    expect((await purging).status).toBe(200);
    expect(await writing).toMatchObject({ status: 422, json: { code: 'text.purged' } });
  });

  it('is waited for, and then stands in the way', async () => {
    const { version, contentHash } = await desk.suspended('壬');
    const another = await TestVersion.draft(house, [anItemContent('癸')]);
    const { json } = await must(desk.propose(version, contentHash), 201);
    const holder = await house.people.another('admin');
    await holder.query('begin');
    await holder.query('select from mulu.catalogue_version where id = $1 for update', [version.id]);
    const purging = desk.act(json.id, { type: 'purge.done', contentHash });
    await waiters(1);
    await must(another.edit('compiler', secretContent('壬')));
    await holder.query('commit');
    expect(await purging).toMatchObject({ status: 422, json: { requirements: [{ id: 'textNotInUse', itemIds: [another.items[0]] }] } });
  });
});
