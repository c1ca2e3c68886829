import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { useHouse } from '../../../test/factories/house.js';
import { anItemContent, must, TestVersion } from '../../../test/factories/version.http.js';
import { PROJECT_ROOT } from '../../platform/project.js';
import { makeCheckpoint } from '../checkpointer.js';
import type { EvidenceReadPage, EvidenceReadView } from './evidence-reads.views.js';

interface Described {
  readonly paths: Readonly<Record<string, { readonly get?: { readonly tags?: readonly string[] } }>>;
}

const house = useHouse();
const day = (days: number) => new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
const PERIOD = `from=${day(-1)}&to=${day(1)}`;

let version: TestVersion;
let item: string;

const read = async (url: string, name = 'auditor', status = 200) => must((await house.as(name)).get(url), status);
/** The entries that there are, the latest first, of somebody else than who asks. */
async function entries(query = ''): Promise<EvidenceReadView[]> {
  const { items } = (await read(`/api/audit/reads?${PERIOD}&limit=200${query}`, 'auditadmin')).json as EvidenceReadPage;
  return items.filter(({ what }) => what !== 'reads');
}
/** What is written down while something is done. */
async function written(act: () => Promise<unknown>): Promise<EvidenceReadView[]> {
  const before = (await entries()).length;
  await act();
  const after = await entries();
  return after.slice(0, after.length - before);
}
/** An hour goes by: as the database sees it. */
async function anHourLater(): Promise<void> {
  await house.people.admin.query('set session_replication_role = replica');
  await house.people.admin.query(`update log_event set at = at - interval '61 minutes' where type = 'log.read'`);
  await house.people.admin.query('set session_replication_role = default');
}

beforeAll(async () => {
  version = await (await TestVersion.draft(house, [anItemContent('甲')])).published();
  item = version.items[0]!;
}, 60_000);

describe('whoever audits and is shown evidence', () => {
  it.each([
    ['history', () => `${version.url}/history`, null],
    ['replay', () => `${version.url}/replay?at=3`, null],
    ['verification', () => `${version.url}/audit`, null],
    ['package', () => `${version.url}/audit-package?content=none`, () => `versions/${version.id}/audit-package?content=none`],
    ['dossier', () => `${version.url}/items/${item}/dossier`, () => `versions/${version.id}/items/${item}/dossier`],
  ] as const)('leaves an entry of a log (%s)', async (what, url, query) => {
    const [entry, ...more] = await written(() => read(url()));
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      what,
      actor: { displayName: '审计员' },
      roles: ['auditor'],
      log: { id: version.id, machine: 'catalogueVersion', title: '目录', number: 1, place: '长治市教育局' },
      query: query?.() ?? null,
    });
  });

  it.each([
    ['search', `/api/audit/decisions?who=%E7%94%B2&${PERIOD}&limit=10`, `audit/decisions?${PERIOD}&who=甲`],
    ['search', `/api/audit/withheld?${PERIOD}`, `audit/withheld?${PERIOD}`],
    ['search', '/api/audit/ratio', 'audit/ratio'],
    ['search', `/api/audit/pace?${PERIOD}`, `audit/pace?${PERIOD}`],
    ['checkpoints', '/api/checkpoints', null],
    ['package', `/api/audit-packages?${PERIOD}`, `audit-packages?${PERIOD}`],
  ])('leaves an entry of what was asked for (%s %s)', async (what, url, query) => {
    const [entry, ...more] = await written(() => read(url));
    expect([more, entry!.what, entry!.log, entry!.query]).toEqual([[], what, null, query]);
  });

  it('leaves them in the chain of the system, which verifies', async () => {
    expect((await read('/api/system/audit', 'auditadmin')).json).toMatchObject({ valid: true, problems: [] });
  });

  it('leaves one an hour however much they go through a log, and another of another question', async () => {
    await anHourLater();
    const through = () =>
      Promise.all(
        [1, 2, 3, 4]
          .map((at) => read(`${version.url}/replay?at=${at}`))
          .concat(read(`${version.url}/replay/ticks`), read(`${version.url}?at=2`)),
      );
    expect((await written(through)).map(({ what }) => what)).toEqual(['replay']);
    expect(await written(through)).toEqual([]);
    await anHourLater();
    expect((await written(through)).length).toBe(1);
    const search = (who: string) => read(`/api/audit/decisions?${PERIOD}&who=${who}`);
    expect(
      (await written(async () => [await search('a'), await search('b'), await search('a')])).map(({ query }) => query!.at(-1)),
    ).toEqual(['b', 'a']);
  });

  it('leaves one each time they carry something away', async () => {
    const twice = async () => [await read(`${version.url}/audit-package`), await read(`${version.url}/audit-package`)];
    expect((await written(twice)).map(({ what }) => what)).toEqual(['package', 'package']);
  });

  it('leaves none of what they were not shown', async () => {
    const nothing = async () => {
      await read('/api/versions/00000000-0000-4000-8000-000000000000/replay', 'auditor', 404);
      await read(`${version.url}/replay?at=x`, 'auditor', 400);
      await read(`${version.url}/replay`, 'auditadmin', 404);
      await read('/api/audit/decisions', 'auditor', 400);
      await read(version.url);
    };
    expect(await written(nothing)).toEqual([]);
  });
});

describe('others', () => {
  it('leave none', async () => {
    expect(
      await written(async () => [await read(`${version.url}/history`, 'officer'), await read(`${version.url}/replay`, 'officer')]),
    ).toEqual([]);
  });

  it('are told of it only as audit administrators, whose own looking is written down too', async () => {
    for (const name of ['auditor', 'officer', 'secadmin']) await read(`/api/audit/reads?${PERIOD}`, name, 404);
    expect((await house.nobody.get(`/api/audit/reads?${PERIOD}`)).status).toBe(401);
    await read('/api/system/audit', 'auditadmin');
    const { items } = (await read(`/api/audit/reads?${PERIOD}&who=${encodeURIComponent('审计管理员')}`, 'auditadmin'))
      .json as EvidenceReadPage;
    expect(items.map(({ what }) => what)).toEqual(expect.arrayContaining(['verification', 'reads']));
  });

  it('find them by person, kind and page', async () => {
    const all = await entries();
    expect((await entries(`&person=${all[0]!.actor.id}`)).every(({ actor }) => actor.id === all[0]!.actor.id)).toBe(true);
    expect((await entries('&what=dossier')).length).toBe(all.filter(({ what }) => what === 'dossier').length);
    const first = (await read(`/api/audit/reads?${PERIOD}&what=package&limit=2`, 'auditadmin')).json as EvidenceReadPage;
    const rest = (await read(`/api/audit/reads?${PERIOD}&what=package&cursor=${first.nextCursor}`, 'auditadmin')).json as EvidenceReadPage;
    expect([...first.items, ...rest.items]).toEqual(await entries('&what=package'));
    await read(`/api/audit/reads?${PERIOD}&what=x`, 'auditadmin', 400);
  });
});

describe('the entries', () => {
  it('name no query but by a hash', async () => {
    const { rows } = await house.people.admin.query<{ body: string }>(
      `select convert_from(body, 'UTF8') as body from log_event where type = 'log.read'`,
    );
    expect(rows.length).toBeGreaterThan(10);
    for (const { body } of rows) expect(body).not.toMatch(/who=|audit\//);
  });

  it('go out with the answer or not at all: where they cannot be written, nothing is shown', async () => {
    await house.people.admin.query('revoke execute on function evidence_read(text, text, uuid, text, boolean) from mulu_app');
    try {
      for (const url of [`${version.url}/replay`, `${version.url}/audit-package`, '/api/checkpoints', `${version.url}/history`]) {
        const answer = await (await house.as('auditor')).get(url);
        expect([url, answer.status]).toEqual([url, 500]);
        expect(answer.text).not.toContain(version.id);
      }
    } finally {
      await house.people.admin.query('grant execute on function evidence_read(text, text, uuid, text, boolean) to mulu_app');
    }
  });

  it('cannot be made in somebody else’s name, of what there is not, or of no kind', async () => {
    const call = (...values: unknown[]) => house.people.app.query('select mulu.evidence_read($1, $2, $3, $4, true)', values);
    const count = async () =>
      (await house.people.admin.query(`select count(*)::int as n from log_event where type = 'log.read'`)).rows[0].n;
    const before = await count();
    await call('no token', 'replay', null, null);
    await call(null, 'replay', version.id, null);
    const token = (await house.as('auditor')).credentials.split('=')[1];
    await call(token, 'replay', '00000000-0000-4000-8000-000000000000', null);
    expect(await count()).toBe(before);
    await expect(call(token, 'gossip', null, null)).rejects.toMatchObject({ message: 'read.unknown' });
    await call(token, 'replay', version.id, null);
    expect(await count()).toBe(before + 1);
  });
});

/** What each route for evidence needs beside its path. */
const ASKED: Readonly<Record<string, string>> = {
  '/api/audit/decisions': PERIOD,
  '/api/audit/decisions/counts': `${PERIOD}&kind=clear`,
  '/api/audit/withheld': PERIOD,
  '/api/audit/withheld/counts': `${PERIOD}&kind=withhold`,
  '/api/audit/pace': PERIOD,
  '/api/audit/pace/decisions': PERIOD,
  '/api/audit/ratio/bodies': 'year=2026',
  '/api/audit/ratio/items': 'year=2026',
  '/api/audit/reads': PERIOD,
  '/api/audit-packages': PERIOD,
  '/api/audit-packages/size': PERIOD,
  '/api/samples': `${PERIOD}&of=items&seed=a&size=1`,
  '/api/versions/{versionId}/replay/diff': 'from=1',
};
const paths = Object.entries((JSON.parse(readFileSync(join(PROJECT_ROOT, 'web', 'src', 'api', 'openapi.json'), 'utf8')) as Described).paths)
  .filter(
    ([path, { get }]) => get && (get.tags?.some((tag) => ['evidence', 'audit', 'replay'].includes(tag)) || /\/(history|audit)$/.test(path)),
  )
  .map(([path]) => path);

describe('every route for evidence that the API describes', () => {
  let matter: string;
  let size: number;
  beforeAll(async () => {
    const groups = [{ levels: ['prefectureCity'], kinds: ['department'], dueOn: '2098-10-31' }];
    const task = {
      regionCode: '140000',
      purpose: 'publishCatalogue',
      number: '1',
      title: '任务',
      text: '任务',
      requirements: ['一'],
      groups,
    };
    matter = (await must((await house.as('office')).post('/api/tasks', task), 201)).json.id;
    const login = await house.people.another('admin');
    await makeCheckpoint(login, { name: 'mulu.example/log', privateKey: generateKeyPairSync('ed25519').privateKey });
    size = (await read('/api/checkpoints')).json.items[0].size;
  });

  it.each(paths)('%s leaves an entry', async (path) => {
    await anHourLater();
    const url = path.replace('{versionId}', version.id).replace('{itemId}', item).replace('{matterId}', matter);
    const who = /^\/api\/(system|audit\/reads)/.test(path) ? 'auditadmin' : 'auditor';
    const count = async () =>
      (await house.people.admin.query(`select count(*)::int as n from log_event where type = 'log.read'`)).rows[0].n;
    const before = await count();
    const asked = ASKED[path] ?? (path.endsWith('/consistency') ? `first=1&second=${size}` : '');
    await read(`${url}?${asked}`, who);
    expect(await count()).toBe(before + 1);
  });
});
