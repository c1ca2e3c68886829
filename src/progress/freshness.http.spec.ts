import { useHouse } from '../../test/factories/house.js';
import type { Client } from '../../test/factories/client.js';
import { anItemContent, must, TestVersion } from '../../test/factories/version.http.js';

const house = useHouse();

interface AgeCount {
  age: string;
  count: number;
  href: string;
}
interface Listed {
  catalogue: { id: string };
  age: string;
  items: number;
  confirmed: number;
}

const figures = (counts: AgeCount[]) => Object.fromEntries(counts.map(({ age, count }) => [age, count]));
const NOTHING = { inForce: 0, within6Months: 0, within12Months: 0, older: 0, unrevised: 0, never: 0, takenDown: 0 };

async function listOf(client: Client, href: string): Promise<Listed[]> {
  const items: Listed[] = [];
  let total: number | null = null;
  for (let cursor: string | null = ''; cursor !== null;) {
    const { json } = await must(client.get(`${href}&limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`));
    items.push(...json.items);
    if (cursor === '') total = json.total;
    else expect(json.total).toBeNull();
    cursor = json.nextCursor;
  }
  // A search is counted no further than a page.
  expect({ href, total }).toEqual({ href, total: href.includes('q=') && items.length > 2 ? null : items.length });
  return items;
}

/** Every number of a region and all below it is the length of its list, and no catalogue is in it twice. */
async function everyNumberDrills(client: Client, query: string): Promise<number> {
  const { json } = await must(client.get(`/api/progress/freshness?${query}`));
  const counts: AgeCount[] = [json.total, json.own, ...json.children.map((child: { counts: AgeCount[] }) => child.counts)].flat();
  const telling = counts.filter(({ count }, index) => count > 0 || index < 14);
  for (const { count, href } of telling) {
    const list = await listOf(client, href);
    expect({ href, count: list.length }).toEqual({ href, count });
    expect(new Set(list.map(({ catalogue }) => catalogue.id)).size).toBe(count);
  }
  return telling.length;
}

/** Sets the clock of a publication back, which nothing in the house can do. */
async function age(version: TestVersion, interval: string): Promise<void> {
  const admin = await house.people.another('admin');
  await admin.query(`set session_replication_role = replica`);
  await admin.query(`update publication set published_at = published_at - $2::interval where version_id = $1`, [version.id, interval]);
}

const changed = (name: string) => ({ elements: [`${name}，改过`] });
const catalogues: Record<string, TestVersion> = {};

beforeAll(async () => {
  const two = () => [anItemContent('一'), anItemContent('二')];
  const draft = () => TestVersion.draft(house, two());
  catalogues.new = await (await draft()).published();
  // Kept: a later version of nothing but carried-over texts.
  const first = await (await draft()).published();
  catalogues.kept = await (await first.revised()).published();
  // Revised: one text of two.
  const old = await (await draft()).published();
  const revision = await old.revised();
  await must(revision.edit('compiler', changed('二'), 1));
  catalogues.revised = await revision.published();
  // Something was taken away, nothing signed for anew.
  const whole = await (await draft()).published();
  const without = await (await whole.revised()).submitted();
  await must(without.decide('officer', { type: 'reopen', reason: '情况有变' }, 1));
  await must(without.decide('officer', { type: 'withhold', ground: 'ART15_PRIVACY', reason: '涉及个人隐私' }, 1));
  await must(without.move('officer', { type: 'concludeConfidentialityReview' }));
  await must(without.move('leader', { type: 'approve' }));
  catalogues.less = without;
  const gone = await (await draft()).published();
  await must(gone.move('leader', { type: 'takeDown', reason: '误公开', texts: 'all' }));
  catalogues.gone = gone;
  catalogues.never = await draft();
  await age(first, '14 months');
  await age(catalogues.kept, '2 months');
  await age(old, '13 months');
  await age(catalogues.revised, '7 months');
  await age(whole, '14 months');
  await age(without, '1 month');
}, 120_000);

describe('freshness', () => {
  it('tells when a catalogue was confirmed or revised last; what was only kept is not confirmed', async () => {
    const { json } = await must((await house.as('office')).get('/api/progress/freshness/catalogues?region=140400'));
    const of = (name: string) => json.items.find((item: Listed) => item.catalogue.id === catalogues[name]!.catalogue);
    expect(of('new')).toMatchObject({ age: 'within6Months', unrevised: true, number: 1, items: 2, confirmed: 2 });
    expect(of('kept')).toMatchObject({ age: 'older', unrevised: true, number: 2, items: 2, confirmed: 0 });
    expect(new Date(of('kept').publishedAt).getTime()).toBeGreaterThan(new Date(of('kept').refreshedAt).getTime());
    expect(of('revised')).toMatchObject({ age: 'within12Months', unrevised: false, items: 2, confirmed: 1 });
    expect(of('revised').refreshedAt).toBe(of('revised').publishedAt);
    expect(of('less')).toMatchObject({ age: 'within6Months', unrevised: false, items: 1, confirmed: 0 });
    expect(of('gone')).toMatchObject({ age: 'takenDown', refreshedAt: null, items: 0 });
    expect(of('never')).toMatchObject({
      age: 'never',
      number: null,
      publishedAt: null,
      refreshedAt: null,
      confirmedAt: null,
      publicPage: null,
    });
    expect((await house.nobody.get(of('revised').publicPage)).status).toBe(200);
  });

  it('puts every catalogue into one age', async () => {
    const { json } = await must((await house.as('office')).get('/api/progress/freshness?region=140000'));
    const expected = { ...NOTHING, inForce: 4, within6Months: 2, within12Months: 1, older: 1, unrevised: 2, never: 1, takenDown: 1 };
    expect(figures(json.total)).toEqual(expected);
    expect(figures(json.own)).toEqual(NOTHING);
    expect(
      json.children.map(({ region, counts }: { region: { code: string }; counts: AgeCount[] }) => [region.code, figures(counts)]),
    ).toEqual([['140400', expected]]);
  });

  it.each(['region=140000', 'region=140400', 'region=150000', ''])(
    'leads from every number to a list of that length: %s',
    async (query) => {
      expect(await everyNumberDrills(await house.as('office'), query)).toBeGreaterThan(10);
      expect(await everyNumberDrills(await house.as('auditor'), query)).toBeGreaterThan(10);
    },
  );

  it('lists the stalest first, and finds by body and title', async () => {
    const office = await house.as('office');
    const list = await listOf(office, '/api/progress/freshness/catalogues?region=140000&age=inForce');
    expect(list.map(({ age: of }) => of)).toEqual(['older', 'within12Months', 'within6Months', 'within6Months']);
    const found = async (q: string) =>
      (await listOf(office, `/api/progress/freshness/catalogues?region=140000&q=${encodeURIComponent(q)}`)).length;
    expect([await found('长治市教育局'), await found('目录'), await found('%'), await found('体育')]).toEqual([6, 6, 0, 0]);
  });

  it.each([
    ['6 months', 'within6Months'],
    ['6 months 1 day', 'within12Months'],
    ['12 months', 'within12Months'],
    ['12 months 1 day', 'older'],
  ])('counts by the calendar: after %s it is %s', async (interval, expected) => {
    const admin = await house.people.another('admin');
    await admin.query(`set session_replication_role = replica`);
    // Noon of that day in the offices' zone.
    await admin.query(
      `update publication set published_at = ((mulu.day_here(now()) - $2::interval)::date + time '12:00') at time zone 'Asia/Shanghai' where version_id = $1`,
      [catalogues.new!.id, interval],
    );
    const { json } = await must((await house.as('office')).get('/api/progress/freshness/catalogues?region=140400'));
    expect(json.items.find((item: Listed) => item.catalogue.id === catalogues.new!.catalogue).age).toBe(expected);
  });
});

it('tells nobody whose territory it is not', async () => {
  for (const path of ['/api/progress/freshness', '/api/progress/freshness/catalogues']) {
    expect((await house.nobody.get(`${path}?region=140000`)).status).toBe(401);
    for (const name of ['compiler', 'officer', 'leader', 'stranger', 'sysadmin', 'auditadmin']) {
      expect((await (await house.as(name)).get(`${path}?region=140400`)).status).toBe(404);
      expect((await (await house.as(name)).get(path)).status).toBe(404);
    }
    for (const region of ['140000', '150000', '150500', '999999'])
      expect((await (await house.as('office.hohhot')).get(`${path}?region=${region}`)).status).toBe(404);
    expect((await (await house.as('office.hohhot')).get(path)).status).toBe(200);
  }
});

it.each(['region=x', 'own=maybe', 'age=old', 'cursor=x', `cursor=${Buffer.from('["yesterday","x"]').toString('base64url')}`, 'limit=0'])(
  'answers catalogues?%s with a refusal',
  async (query) => {
    const { status } = await (await house.as('office')).get(`/api/progress/freshness/catalogues?region=140000&${query}`);
    expect(status).toBe(400);
  },
);

it('logs no defect in all of this', () => {
  expect(house.log.filter((line) => line.includes('"level":50'))).toEqual([]);
});
