import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { load } from 'cheerio';
import { useHouse } from '../../test/factories/house.js';
import { anItemContent, must, TestVersion } from '../../test/factories/version.http.js';
import { decodeKey, encodeKey, type NoteKey } from '../../verifier/note.js';
import { receiptOf } from '../../verifier/receipt-file.js';
import { partsOf, verdictOfReceipt, type ReceiptVerdict } from '../../verifier/receipt.js';
import { PROJECT_ROOT } from '../platform/project.js';

const house = useHouse();
const folder = mkdtempSync(join(tmpdir(), 'mulu-receipts-'));
afterAll(() => rmSync(folder, { recursive: true }));

const CANARY = '金丝雀内部职责';
let holder: ChildProcess;
let key: NoteKey;
afterAll(() => void holder?.kill('SIGTERM'));

/** The key holder as it runs in production: a process of its own, which knows the database's login and nothing of the application. */
async function startKeyHolder(): Promise<NoteKey> {
  holder = spawn(process.execPath, ['--import', './scripts/typescript-hook.mjs', 'src/checkpointer.ts'], {
    cwd: PROJECT_ROOT,
    env: {
      PATH: process.env['PATH'],
      MULU_CHECKPOINTER_URL: house.people.database.checkpointerUrl,
      MULU_CHECKPOINT_KEY: join(folder, 'key.pem'),
      MULU_CHECKPOINT_NAME: 'mulu.example/log',
    },
  });
  return new Promise((resolve, reject) => {
    let said = '';
    holder.stderr!.on('data', (bytes: Buffer) => {
      said += bytes.toString('utf8');
      const found = decodeKey(/signed with (\S+)/.exec(said)?.[1] ?? '');
      if (found) resolve(found);
    });
    holder.on('exit', () => reject(new Error(`the key holder stopped: ${said}`)));
  });
}

const path = () => `/open/catalogues/${version.catalogue}`;
const page = async () => load((await must(house.nobody.get(path()))).bytes.toString('utf8'));
const receipt = async (): Promise<Buffer> => (await must(house.nobody.get(`${path()}/receipt`))).bytes;
const document = async (): Promise<Buffer> => (await must(house.nobody.get(`${path()}.json`))).bytes;
const judged = async (about: Buffer, file?: Buffer): Promise<ReceiptVerdict> =>
  verdictOfReceipt(receiptOf(file ?? (await receipt())), [key], about);

let version: TestVersion;
beforeAll(async () => {
  const contents = [anItemContent('督导评估', { duty: CANARY }), anItemContent('[甲], {"乙": "\\"}'), anItemContent('招生')];
  version = await (await TestVersion.draft(house, contents)).published();
}, 60_000);

describe('before a checkpoint', () => {
  it('there is no receipt, and the page says when there will be', async () => {
    const answer = await house.nobody.get(`${path()}/receipt.json`);
    expect([answer.status, answer.json.code]).toEqual([404, 'receipt.notYet']);
    expect((await page())('.receipt').text()).toContain('签发下一个检查点后生成');
  });
});

describe('a receipt', () => {
  beforeAll(async () => {
    key = await startKeyHolder();
    for (let left = 50; (await house.nobody.get(`${path()}/receipt`)).status !== 200 && left > 0; left -= 1) await pause(100);
  }, 20_000);

  it('proves that the version was published, and the bytes that everybody reads', async () => {
    const verdict = await judged(await document());
    expect(verdict).toMatchObject({ verdict: 'intact', faults: [], items: 3, hidden: 0 });
    expect(verdict.code).toMatch(/^([0-9A-F]{4}-){4}[0-9A-F]{4}$/);
  });

  it('is printed on the page in short, with the way to the whole', async () => {
    const $ = await page();
    const { code } = await judged(await document());
    const size = receiptOf(await receipt()).checkpoint.split('\n')[1];
    expect($('.receipt code').text()).toBe(code);
    expect($('.receipt').text()).toContain(`mulu.example/log，第 ${size} 条`);
    expect($('.receipt a').attr('href')).toBe(`${path()}/receipt`);
  });

  it('names nobody and says nothing that is not public', async () => {
    const file = (await receipt()).toString('utf8');
    const { record, publication } = receiptOf(Buffer.from(file));
    const words = [file, record.body.toString('utf8'), publication.header.toString('utf8'), record.header.toString('utf8')].join('\n');
    const { rows } = await house.people.admin.query('select id::text from account union select id::text from revision');
    for (const { id } of rows as { id: string }[]) expect(words).not.toContain(id);
    for (const word of [CANARY, '督导评估', '审查员']) expect(words).not.toContain(word);
  });

  it.each([
    ['a word', (text: string) => text.replace('督导评估的内容', '督导评估的內容'), 'item 1 is not'],
    ['the day', (text: string) => text.replace(/"publishedAt" : "20/, '"publishedAt" : "19'), 'title, body'],
    ['an item left out', (text: string) => text.replace(partsOf(text)!.items[1] + ',', ''), 'before item 2 the document lacks 1'],
    ['the last one left out', (text: string) => text.replace(',' + partsOf(text)!.items[2], ''), 'at its end the document lacks 1'],
    ['another layout', (text: string) => JSON.stringify(JSON.parse(text)), 'not laid out'],
  ])('does not go with a document that differs: %s', async (_, change, named) => {
    const about = await document();
    const other = Buffer.from(change(about.toString('utf8')));
    expect(other.equals(about)).toBe(false);
    const { verdict, faults } = await judged(other);
    expect(verdict).toBe('tampered');
    expect(faults[0]).toMatchObject({ code: 'receipt.document', detail: expect.stringContaining(named) });
  });

  it('does not go with another record, place, document or signature', async () => {
    const good = JSON.parse((await receipt()).toString('utf8'));
    const about = await document();
    const base64 = (text: string) => Buffer.from(text).toString('base64');
    const text = (encoded: string) => Buffer.from(encoded, 'base64').toString();
    const spoiled: [string, object][] = [
      ['receipt.inclusion', { record: { ...good.record, body: base64(text(good.record.body).replace('"v":1', '"v":2')) } }],
      ['receipt.header', { publication: { ...good.publication, seq: good.publication.seq + 1 } }],
      ['receipt.publication', { publication: { ...good.publication, bodyHash: good.parts[0].digest } }],
      ['receipt.parts', { parts: good.parts.slice(0, -1) }],
      ['receipt.inclusion', { inclusions: [good.inclusions[0]] }],
      ['checkpoint.signature', { checkpoint: good.checkpoint.replace(/\n\d+\n/, '\n1\n') }],
      ['checkpoint.unreadable', { checkpoint: 'x' }],
    ];
    for (const [code, change] of spoiled) {
      const { verdict, faults } = await judged(about, Buffer.from(JSON.stringify({ ...good, ...change })));
      expect([verdict, faults.map((fault) => fault.code)]).toEqual(['tampered', expect.arrayContaining([code])]);
    }
    expect(verdictOfReceipt(receiptOf(await receipt()), [], about).verdict).toBe('unverifiable');
  });

  it('of a text that was barred since still holds for what is left, and helps nobody to guess the rest', async () => {
    const before = await document();
    await house.people.admin.query('begin; set local session_replication_role = replica');
    await house.people.admin.query(
      'insert into bar (item_id, content_hash, version_id, seq, at) select item_id, content_hash, version_id, 1, now() from publication_item where item_id = $1',
      [version.items[1]],
    );
    await house.people.admin.query('commit');
    expect(await judged(await document())).toMatchObject({ verdict: 'intact', items: 3, hidden: 1 });
    expect(await judged(before)).toMatchObject({ verdict: 'tampered', faults: [{ detail: expect.stringContaining('item 2') }] });
    expect(receiptOf(await receipt()).parts.map(({ salt }) => salt?.length ?? null)).toEqual([0, 16, null, 16]);
  });

  it('of the next version is there within a second, by a key holder in a process of its own', async () => {
    version = await (await TestVersion.draft(house, [anItemContent('财务')])).published();
    const from = Date.now();
    while ((await house.nobody.get(`${path()}/receipt`)).status !== 200 && Date.now() - from < 5000) await pause(20);
    expect(Date.now() - from).toBeLessThan(1000);
    expect(await judged(await document())).toMatchObject({ verdict: 'intact', items: 1 });
  });

  it('is taken by the program that verifies, as a file', async () => {
    const files = { receipt: await receipt(), document: await document(), other: Buffer.from('{}') };
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
    const verify = (...args: string[]) => {
      const program = ['--import', './scripts/typescript-hook.mjs', 'verifier/cli.ts', ...args];
      return spawnSync(process.execPath, program, { cwd: PROJECT_ROOT, encoding: 'utf8' });
    };
    const trusting = ['--key', encodeKey(key)];
    const good = verify(join(folder, 'receipt'), '--document', join(folder, 'document'), ...trusting);
    expect([good.status, good.stdout]).toEqual([0, expect.stringContaining((await judged(files.document)).code)]);
    expect(verify(join(folder, 'receipt'), '--document', join(folder, 'other'), ...trusting).status).toBe(1);
    expect(verify(join(folder, 'receipt')).status).toBe(3);
    expect(verify(join(folder, 'other'), ...trusting).status).toBe(4);
  }, 30_000);

  it('is there for published catalogues only', async () => {
    const of = async (id: string) => (await house.nobody.get(`/open/catalogues/${id}/receipt`)).status;
    const draft = await TestVersion.draft(house);
    expect([await of(draft.catalogue), await of('x'), await of('00000000-0000-4000-8000-000000000009')]).toEqual([404, 404, 404]);
  });
});
