import { generateKeyPairSync } from 'node:crypto';
import pg from 'pg';
import { useHouse } from '../../test/factories/house.js';
import { MatterDesk } from '../../test/factories/matters.js';
import { anItemContent, must, TestVersion } from '../../test/factories/version.http.js';
import { packageOf } from '../../verifier/package-files.js';
import { verdictOf } from '../../verifier/verdict.js';
import { readZip } from '../../verifier/zip.js';
import { makeCheckpoint } from './checkpointer.js';

const house = useHouse();
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const SIGNER = { name: 'mulu.example/log', privateKey };
const KEY = { name: SIGNER.name, publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32) };
const dayAfter = (days: number) => new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
const TODAY = `from=${dayAfter(-1)}&to=${dayAfter(1)}`;

let version: TestVersion;
let task: string;
beforeAll(async () => {
  version = await (await TestVersion.draft(house, [anItemContent('督导评估')])).published();
  const desk = await MatterDesk.open(house.people.app);
  task = (await desk.issued([[desk.bodies.changzhi, '140400']], desk.office, { regionCode: '140000' })).task;
  const login = new pg.Client({ connectionString: house.people.database.checkpointerUrl });
  await login.connect();
  await makeCheckpoint(login, SIGNER);
  await login.end();
}, 60_000);

async function packageAt(name: string, url: string) {
  const { bytes } = await must((await house.as(name)).get(url));
  const files = readZip(bytes);
  const pack = packageOf(files);
  return { files, streams: [...pack.streams.keys()], verdict: verdictOf(pack, [KEY]) };
}

describe('a package of a matter', () => {
  it('verifies, and is read without a server', async () => {
    const { streams, verdict, files } = await packageAt('office', `/api/matters/${task}/audit-package`);
    expect(streams).toEqual([task]);
    expect(verdict).toMatchObject({ verdict: 'intact', uncovered: 0, missingBlobs: 0 });
    expect(files.get('index.html')!.toString('utf8')).toContain('关于编制主动公开事项目录的通知');
    expect((await (await house.as('stranger')).get(`/api/matters/${task}/audit-package`)).status).toBe(404);
    expect((await house.nobody.get(`/api/matters/${task}/audit-package`)).status).toBe(401);
  });
});

describe('a package of a period', () => {
  it('holds every log over which one is auditor in which something happened, each whole', async () => {
    const { streams, verdict, files } = await packageAt('auditor', `/api/audit-packages?${TODAY}`);
    expect(streams).toContain(version.id);
    expect(verdict).toMatchObject({ verdict: 'intact', faults: [], uncovered: 0 });
    expect(files.get('index.html')!.toString('utf8')).toContain('督导评估');
    expect(files.get('index.html')!.toString('utf8')).toContain(`<h1>${dayAfter(-1)} — ${dayAfter(1)}</h1>`);
    const bare = await packageAt('auditor', `/api/audit-packages?${TODAY}&content=none`);
    expect([bare.streams, [...bare.files.keys()].some((name) => name.startsWith('blobs/'))]).toEqual([streams, false]);
  });

  it('tells beforehand how much that is', async () => {
    const { streams } = await packageAt('auditor', `/api/audit-packages?${TODAY}`);
    const { json } = await must((await house.as('auditor')).get(`/api/audit-packages/size?${TODAY}`));
    expect(json).toMatchObject({ logs: streams.length, fits: true, mostEvents: 20_000 });
    expect(json.largest.map(({ id }: { id: string }) => id).sort()).toEqual([...streams].sort());
    const sum = (of: 'events' | 'bytes') => json.largest.reduce((total: number, log: Record<typeof of, number>) => total + log[of], 0);
    expect([sum('events'), sum('bytes')]).toEqual([json.events, json.bytes]);
    for (const { id, of } of json.largest)
      await must((await house.as('auditor')).get(`/api/${of === 'version' ? 'versions' : 'matters'}/${id}/audit-package`));
    const past = await must((await house.as('auditor')).get('/api/audit-packages/size?from=2020-01-01&to=2020-01-02'));
    expect(past.json).toMatchObject({ logs: 0, events: 0, fits: true, largest: [] });
  });

  it('tells of an empty period by having nothing in it', async () => {
    expect((await packageAt('auditor', '/api/audit-packages?from=2020-01-01&to=2020-01-02')).streams).toEqual([]);
  });

  it('is an auditor’s, of days that there are, forward', async () => {
    for (const name of ['office', 'officer', 'auditadmin'])
      expect((await (await house.as(name)).get(`/api/audit-packages?${TODAY}`)).status).toBe(404);
    expect((await house.nobody.get(`/api/audit-packages?${TODAY}`)).status).toBe(401);
    expect((await (await house.as('auditadmin')).get(`/api/audit-packages/size?${TODAY}`)).status).toBe(404);
    expect((await house.nobody.get(`/api/audit-packages/size?${TODAY}`)).status).toBe(401);
    const auditor = await house.as('auditor');
    expect((await auditor.get('/api/audit-packages?from=2026-02-30&to=2026-03-01')).status).toBe(400);
    expect((await auditor.get('/api/audit-packages?from=2026-03-02&to=2026-03-01')).json.code).toBe('period.backwards');
  });

  it('says how much it would be when that is too much', async () => {
    await house.people.admin.query(
      `insert into log_event (stream, body) select $1, convert_to('{"type":"items.arranged"}', 'UTF8') from generate_series(1, 20001)`,
      [version.id],
    );
    const refused = await (await house.as('auditor')).get(`/api/audit-packages?${TODAY}`);
    expect([refused.status, refused.json.code]).toEqual([413, 'package.tooLarge']);
    expect(refused.json.events).toBeGreaterThan(20_000);
    const { json } = await must((await house.as('auditor')).get(`/api/audit-packages/size?${TODAY}`));
    expect([json.fits, json.events, json.largest[0].id]).toEqual([false, refused.json.events, version.id]);
  }, 60_000);
});
