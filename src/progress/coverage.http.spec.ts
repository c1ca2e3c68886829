import { useHouse } from '../../test/factories/house.js';
import type { Client } from '../../test/factories/client.js';
import { anItemContent, must, TestVersion } from '../../test/factories/version.http.js';
import { PILOT_FIELDS, spellingOf } from '../pilots/index.js';

const house = useHouse();

interface Count {
  count: number;
  href: string;
}
interface Row {
  organization: { id: string; name: string };
  region: { code: string };
  pilot: boolean;
  items: Count;
  covered: number;
  counts: (Count & { field: string })[];
}

const XINCHENG = '新城区教育局';
const ZONE = '稀土高新区教育局';

/** The numbers that are not nothing. */
const said = ({ counts }: Pick<Row, 'counts'>) =>
  Object.fromEntries(counts.filter(({ count }) => count > 0).map(({ field, count }) => [field, count]));
const matrix = async (client: Client, query: string) => (await must(client.get(`/api/progress/coverage?${query}`))).json;
const row = (json: { items: Row[] }, name: string) => json.items.find(({ organization }) => organization.name === name)!;

async function listOf(client: Client, href: string): Promise<{ path: string[]; field: string | null; organization: { name: string } }[]> {
  const items = [];
  let total: number | null = null;
  for (let cursor: string | null = ''; cursor !== null;) {
    const { json } = await must(client.get(`${href}&limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`));
    items.push(...json.items);
    if (cursor === '') total = json.total;
    else expect(json.total).toBeNull();
    cursor = json.nextCursor;
  }
  expect({ href, total }).toEqual({ href, total: items.length });
  return items;
}

/** Every number of a matrix, totals too, is the length of its list. */
async function everyNumberDrills(client: Client, query: string): Promise<number> {
  const { total, items } = await matrix(client, query);
  const counts = [total, ...items].flatMap((cells: Row) => [cells.items, ...cells.counts]).filter(({ count }: Count) => count > 0);
  for (const { count, href } of counts) expect({ href, count: (await listOf(client, href)).length }).toEqual({ href, count });
  return counts.length;
}

async function appoint(body: string): Promise<void> {
  await house.people.admin.query(
    `insert into appointment (account_id, role, organization_id) select a.id, r.role, o.id from organization o
     join (values ('compiler', 'compiler'), ('officer', 'confidentialityOfficer'), ('leader', 'departmentLeader')) r (username, role) on true
     join account a on a.username = r.username where o.name = $1`,
    [body],
  );
}

const publish = async (body: string, fields: readonly (string | undefined)[], profile = 'NM-2024') => {
  const basis = { title: '《中华人民共和国政府信息公开条例》', effectLevel: { code: 'ADMIN_REGULATION', raw: '行政法规' } };
  const bases = [{ ...basis, clauses: [{ article: '第二十条', text: '主动公开' }] }];
  const contents = fields.map((field, index) => anItemContent(`事项${index + 1}`, { bases, ...(field && { field }) }));
  const draft = await TestVersion.draft(house, contents, body, profile);
  // Between two others: its place is no whole number.
  if (draft.items[2]) await must((await house.as('compiler')).put(`${draft.item(2)}/position`, { after: draft.items[0] }));
  return draft.published();
};

let version: TestVersion;

beforeAll(async () => {
  await must((await house.as('sysadmin')).post('/api/organizations', { name: ZONE, kind: 'department', regionCode: '150271' }), 201);
  await Promise.all([XINCHENG, ZONE].map(appoint));
  version = await publish(XINCHENG, ['义务教育', '义务教育领域', '扶贫', '乡村振兴', '校园安全', undefined, '救灾']);
  await publish(ZONE, ['养老服务']);
  await publish('长治市教育局', ['义务教育'], 'SX-CZ');
  await TestVersion.draft(house, [anItemContent('草稿', { field: '社会救助' })], '内蒙古自治区教育厅', 'NM-2024');
  // A leak: what was barred is counted nowhere.
  await must(version.move('leader', { type: 'suspendItem', itemId: version.items[6], reason: '误公开' }));
}, 120_000);

describe('the matrix', () => {
  it('counts the published items of each body in each field, by any of its names', async () => {
    const json = await matrix(await house.as('office'), 'region=150000');
    expect(json.fields).toHaveLength(28);
    expect(json.fields.at(15)).toEqual({ code: 'RURAL_REVITALISATION', name: '乡村振兴' });
    expect(said(row(json, XINCHENG))).toEqual({ COMPULSORY_EDUCATION: 2, RURAL_REVITALISATION: 2, other: 1, none: 1 });
    expect(row(json, XINCHENG)).toMatchObject({ pilot: true, covered: 2, items: { count: 6 } });
    expect(said(row(json, ZONE))).toEqual({ ELDERLY_CARE: 1 });
    expect(row(json, ZONE)).toMatchObject({ pilot: true, region: { code: '150271' } });
    expect(row(json, '内蒙古自治区教育厅')).toMatchObject({ pilot: false, covered: 0, items: { count: 0 } });
    expect(said(json.total)).toEqual({ COMPULSORY_EDUCATION: 2, RURAL_REVITALISATION: 2, ELDERLY_CARE: 1, other: 1, none: 1 });
    expect(json.total).toMatchObject({ covered: 3, items: { count: 7 } });
  });

  it('counts a field that the rules keep from the public as none', async () => {
    const json = await matrix(await house.as('office'), 'region=140000');
    expect(said(row(json, '长治市教育局'))).toEqual({ none: 1 });
  });

  it('speaks the language of the reader', async () => {
    const { json } = await (await house.as('office')).get('/api/progress/coverage?region=150000', { 'accept-language': 'en' });
    expect(json.fields.slice(-3).map(({ name }: { name: string }) => name)).toEqual(['Health care', 'Other fields', 'No field']);
  });

  it.each(['region=150000', 'region=150000&pilots=true', 'region=150102', 'region=140000', ''])(
    'leads from every number to a list of that length: %s',
    async (query) => {
      expect(await everyNumberDrills(await house.as('office'), query)).toBeGreaterThan(3);
      expect(await everyNumberDrills(await house.as('auditor'), query)).toBeGreaterThan(3);
    },
  );

  it('shows the pilots only, where that is asked', async () => {
    const json = await matrix(await house.as('office'), 'region=150000&pilots=true');
    expect(json.items.map(({ organization }: Row) => organization.name)).toEqual([XINCHENG, ZONE, '开鲁县教育局']);
    expect(json.bodies).toBe(3);
    expect((await matrix(await house.as('office'), 'region=150102&pilots=true')).bodies).toBe(1);
    expect((await matrix(await house.as('office'), 'region=140000&pilots=true')).bodies).toBe(0);
  });

  it('comes page by page, with the total on the first', async () => {
    const office = await house.as('office');
    const whole = await matrix(office, 'region=150000');
    const rows: Row[] = [];
    let pages = 0;
    for (let cursor: string | null = ''; cursor !== null; pages += 1) {
      const page = await matrix(office, `region=150000&limit=3${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      expect(page.total).toEqual(pages === 0 ? whole.total : null);
      rows.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(pages).toBeGreaterThan(1);
    expect(rows).toEqual(whole.items);
    expect(rows).toHaveLength(whole.bodies);
    for (const [index, { count }] of whole.total.counts.entries())
      expect(rows.reduce((sum, each) => sum + each.counts[index]!.count, 0)).toBe(count);
  });

  it('lists items as the public reads them, and nothing else', async () => {
    const office = await house.as('office');
    const { items } = row(await matrix(office, 'region=150000'), XINCHENG);
    const list = await listOf(office, items.href);
    expect(list.map(({ field }) => field)).toEqual(['义务教育', '扶贫', '义务教育领域', '乡村振兴', '校园安全', null]);
    expect(Object.keys(list[0]!).sort()).toEqual(['catalogue', 'field', 'id', 'organization', 'path', 'region']);
    const all = JSON.stringify(await listOf(office, '/api/progress/coverage/items?region=150000'));
    for (const hidden of ['事项7', '救灾', '草稿', '第二十条']) expect(all).not.toContain(hidden);
  });
});

it('has the zone’s catalogue on the public page of the zone and of its league-city', async () => {
  for (const code of ['150271', '150200', '150000']) {
    const { json } = await must(house.nobody.get(`/open/regions/${code}.json`));
    expect(json.items.map(({ organization }: Row) => organization.name)).toContain(ZONE);
  }
  expect((await house.nobody.get('/open/regions/150271')).text).toContain('<h1>包头稀土高新技术产业开发区</h1>');
});

describe('whose territory it is not', () => {
  it('sees nothing', async () => {
    for (const path of ['/api/progress/coverage', '/api/progress/coverage/items']) {
      expect((await house.nobody.get(`${path}?region=150000`)).status).toBe(401);
      for (const name of ['compiler', 'officer', 'leader', 'stranger', 'sysadmin', 'auditadmin']) {
        const client = await house.as(name);
        expect((await client.get(`${path}?region=150102`)).status).toBe(404);
        expect((await client.get(path)).status).toBe(404);
      }
      for (const region of ['150000', '150200', '140000', '999999'])
        expect((await (await house.as('office.hohhot')).get(`${path}?region=${region}`)).status).toBe(404);
    }
  });

  it('sees only what lies in the own one, whatever body is asked for', async () => {
    const hohhot = await house.as('office.hohhot');
    const json = await matrix(hohhot, '');
    expect(json.items.map(({ organization }: Row) => organization.name)).toEqual(['呼和浩特市教育局', XINCHENG]);
    const zone = row(await matrix(await house.as('office'), 'region=150200'), ZONE).organization.id;
    expect(await listOf(hohhot, `/api/progress/coverage/items?region=150100&organization=${zone}`)).toEqual([]);
  });
});

it.each([
  'region=x',
  'pilots=maybe',
  'field=EDUCATION',
  'organization=x',
  'cursor=x',
  `cursor=${Buffer.from('["a","b"]').toString('base64url')}`,
  `cursor=${Buffer.from('["a","b","c","d","e"]').toString('base64url')}`,
  'limit=0',
])('answers items?%s with a refusal', async (query) => {
  const { status } = await (await house.as('office')).get(`/api/progress/coverage/items?region=150000&${query}`);
  expect([400, 404]).toContain(status);
});

it('compares names in the database as in the program', async () => {
  const odd = [
    '义务教育领域',
    ' 义 务\u3000教\u00a0育 ',
    '就业（创业）',
    '领域',
    'a\tb\nc',
    '（）',
    '领域领域',
    'É',
    '\u200a\u202f\u205f\ufeff甲',
  ];
  const names = [...odd, ...PILOT_FIELDS.spellings().keys()];
  const { rows } = await house.people.admin.query(
    'select mulu.field_spelling(n) as spelling from unnest($1::text[]) with ordinality u (n, i) order by i',
    [names],
  );
  expect(rows.map(({ spelling }: { spelling: string }) => spelling)).toEqual(names.map(spellingOf));
});

it('logs no defect in all of this', () => {
  expect(house.log.filter((line) => line.includes('"level":50'))).toEqual([]);
});
