import { createHash } from 'node:crypto';
import { generateKeyPairSync } from 'node:crypto';
import pg from 'pg';
import { useHouse } from '../../../test/factories/house.js';
import { anItemContent, must, TestVersion } from '../../../test/factories/version.http.js';
import { packageOf } from '../../../verifier/package-files.js';
import { readZip } from '../../../verifier/zip.js';
import { makeCheckpoint } from '../checkpointer.js';
import type { SampleView } from './samples.views.js';

const house = useHouse();
const { privateKey } = generateKeyPairSync('ed25519');
const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const dayAfter = (days: number) => new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
const PERIOD = `from=${dayAfter(-1)}&to=${dayAfter(1)}`;

async function checkpoint(): Promise<void> {
  const login = new pg.Client({ connectionString: house.people.database.checkpointerUrl });
  await login.connect();
  await makeCheckpoint(login, { name: 'mulu.example/log', privateKey });
  await login.end();
}

const sample = async (query: string, name = 'auditor') => (await house.as(name)).get(`/api/samples?${PERIOD}&${query}`);
const drawn = async (query: string): Promise<SampleView> => (await must(sample(query))).json;

/** What somebody draws who has the package of the period and a pocket calculator. */
async function byHand(of: 'items' | 'decisions', seed: string, size: number): Promise<{ digest: string; ids: string[] }> {
  const { bytes } = await must((await house.as('auditor')).get(`/api/audit-packages?${PERIOD}`));
  const ids = packageOf(readZip(bytes)).events.flatMap(({ stream, seq, body }) => {
    const { itemId, type, machine } = JSON.parse(body.toString('utf8'));
    if (!itemId) return [];
    if (of === 'items') return [`${stream} ${itemId}`];
    return machine?.id === 'itemReview' && ['clear', 'return', 'withhold', 'acceptRisk'].includes(type) ? [`${stream} ${seq}`] : [];
  });
  const list = [...new Set(ids)].sort();
  const order = [...list].sort((one, other) => (sha256(`${seed}\n${one}`) < sha256(`${seed}\n${other}`) ? -1 : 1));
  return { digest: sha256(list.join('\n')), ids: order.slice(0, size) };
}

beforeAll(async () => {
  const names = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛'];
  await (
    await TestVersion.draft(
      house,
      names.map((name) => anItemContent(name)),
    )
  ).awaitingApproval();
}, 60_000);

describe('a random sample', () => {
  it('needs a checkpoint that fixes what it is drawn from', async () => {
    const refused = await sample('of=items&seed=a&size=3');
    expect([refused.status, refused.json.code]).toEqual([422, 'sample.noCheckpoint']);
    await checkpoint();
    expect((await sample('of=items&seed=a&size=3&checkpoint=1')).status).toBe(422);
  });

  it.each(['items', 'decisions'] as const)('of %s is what somebody draws by hand from the package', async (of) => {
    for (const seed of ['2026-11 抽样', 'b']) {
      const { population, digest, drawn: rows } = await drawn(`of=${of}&seed=${encodeURIComponent(seed)}&size=3`);
      const hand = await byHand(of, seed, 3);
      expect([population, digest]).toEqual([8, hand.digest]);
      expect(rows.map(({ id }) => id)).toEqual(hand.ids);
      for (const { id, key, rank } of rows) expect([key, rank]).toEqual([sha256(`${seed}\n${id}`), hand.ids.indexOf(id) + 1]);
    }
  });

  it('stays the same while the logs grow, for whoever names the checkpoint', async () => {
    const before = await drawn('of=items&seed=c&size=4');
    await TestVersion.draft(house, [anItemContent('壬'), anItemContent('癸')]);
    await checkpoint();
    const after = await drawn('of=items&seed=c&size=4');
    expect([after.population, after.digest === before.digest]).toEqual([10, false]);
    expect(await drawn(`of=items&seed=c&size=4&checkpoint=${before.checkpoint.size}`)).toEqual(before);
  });

  it('keeps to the region, the period and the number', async () => {
    expect((await drawn('of=items&seed=d&size=500&region=140400')).population).toBe(10);
    expect((await drawn('of=items&seed=d&size=500&region=150000')).population).toBe(0);
    const past = (await must((await house.as('auditor')).get('/api/samples?from=2020-01-01&to=2020-12-31&of=items&seed=d&size=5'))).json;
    expect([past.population, past.drawn]).toEqual([0, []]);
    expect((await drawn('of=items&seed=d&size=2')).drawn).toHaveLength(2);
  });

  it('leaves as csv and as a workbook, with what it was drawn by', async () => {
    const { text, headers } = await must(sample('of=decisions&seed=%3D1%2B1&size=2&format=csv'));
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(text).toContain('种子：=1+1');
    expect(text.split('\r\n')).toHaveLength(3 + 1 + 2 + 1);
    expect((await must(sample('of=decisions&seed=e&size=2&format=xlsx'))).bytes.subarray(0, 2).toString()).toBe('PK');
  });

  it('is an auditor’s, and asks for what it needs', async () => {
    for (const name of ['office', 'officer', 'auditadmin']) expect((await sample('of=items&seed=a&size=3', name)).status).toBe(404);
    expect((await house.nobody.get(`/api/samples?${PERIOD}&of=items&seed=a&size=3`)).status).toBe(401);
    for (const query of [
      'of=all&seed=a&size=3',
      'of=items&size=3',
      'of=items&seed=a&size=0',
      'of=items&seed=a&size=501',
      'of=items&seed=a&size=3&region=x',
    ])
      expect((await sample(query)).status).toBe(400);
  });
});
