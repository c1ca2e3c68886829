import { useHouse } from '../../test/factories/house.js';
import type { Client } from '../../test/factories/client.js';
import { anItemContent, must, TestVersion } from '../../test/factories/version.http.js';
import { MatterClock } from '../deadlines/index.js';

const house = useHouse();

interface Count {
  count: number;
  href: string;
}
interface Cells {
  bodies: Count;
  stages: (Count & { stage: string })[];
  [number: string]: unknown;
}

const NUMBERS = ['bodies', 'done', 'onTime', 'late', 'overdue', 'dueSoon'] as const;
const countsOf = (cells: Cells): Count[] => [...NUMBERS.map((name) => cells[name] as Count), ...cells.stages];
/** The numbers without their addresses. */
const figures = (cells: Cells) => ({
  ...Object.fromEntries(NUMBERS.map((name) => [name, (cells[name] as Count).count])),
  stages: Object.fromEntries(cells.stages.map(({ stage, count }) => [stage, count])),
  nextDue: cells.nextDue,
});

async function lengthOf(client: Client, href: string): Promise<number> {
  let total = 0;
  const said = new Set<number>();
  for (let cursor: string | null = ''; cursor !== null;) {
    const { json } = await must(client.get(`${href}&limit=2${cursor && `&cursor=${encodeURIComponent(cursor)}`}`));
    total += json.items.length;
    said.add(json.total);
    cursor = json.nextCursor;
  }
  expect([...said]).toEqual([total]);
  return total;
}

/** Every number of a region and all below it is the length of its list. */
async function everyNumberDrills(client: Client, query: string): Promise<number> {
  const { json } = await must(client.get(`/api/progress?${query}`));
  const cells: Cells[] = [json.total, json.own, ...json.children.map((child: { cells: Cells }) => child.cells)];
  const counts = cells.filter((each) => each.bodies.count > 0).flatMap(countsOf);
  for (const { count, href } of counts) expect({ href, count: await lengthOf(client, href) }).toEqual({ href, count });
  return counts.length;
}

const act = async (id: string, event: object) => {
  const office = await house.as('office');
  const { etag } = await office.get(`/api/matters/${id}`);
  return must(office.post(`/api/matters/${id}/events`, event, { ifMatch: etag! }));
};

/** A league-city's own office, which the evaluation does not have. */
async function appointOffice(username: string, region: string): Promise<void> {
  await house.people.admin.query(
    `insert into appointment (account_id, role, region_code) select id, 'leadingGroupOffice', $2 from account where username = $1`,
    [username, region],
  );
}

let task: string;
let before: { at: string; total: ReturnType<typeof figures> };

beforeAll(async () => {
  const office = await house.as('office');
  const groups = [
    { levels: ['autonomousRegion'], kinds: ['department'], dueOn: '2098-10-31' },
    { levels: ['leagueCity', 'bannerCounty'], kinds: ['department'], dueOn: '2099-03-31' },
  ];
  const issue = (regionCode: string, of: object[]) =>
    must(
      office.post('/api/tasks', { regionCode, purpose: 'publishCatalogue', number: '', title: '编制目录', text: '编制', groups: of }),
      201,
    );
  task = (await issue('150000', groups)).json.id;
  const shanxi = await issue('140000', [{ levels: ['province', 'prefectureCity'], kinds: ['department'], workingDays: 4 }]);
  expect(shanxi.json.bodies).toBe(2);
  const { json } = await must(office.get('/api/progress?region=150000'));
  before = { at: new Date().toISOString(), total: figures(json.total) };
  await new Promise((resolve) => setTimeout(resolve, 20));

  const { rows } = await house.people.admin.query(
    `select m.id, o.name from matter m join organization o on o.id = m.organization_id where m.machine_id = 'obligation'`,
  );
  const of = (name: string): string => rows.find((row: { name: string }) => row.name === name).id;
  await act(of('新城区教育局'), {
    type: 'recordOutside',
    doneOn: '2026-11-02',
    address: 'https://www.example.gov.cn/ml',
    evidence: '截图',
  });
  await act(of('开鲁县教育局'), { type: 'exempt', reason: '机构撤并' });
  await (await TestVersion.draft(house, [anItemContent('x')], '内蒙古自治区教育厅', 'NM-2024')).seen();
  await (await TestVersion.draft(house, [anItemContent('y')])).published();
  const admin = await house.people.another('admin');
  await admin.query(`set session_replication_role = replica`);
  await admin.query(`update matter set due_on = '2026-11-01' where id = $1`, [of('通辽市教育局')]);
  await house.app.get(MatterClock).sweep();
}, 60_000);

describe('the roll-up', () => {
  it('tells stage, timing and the next deadline of a territory', async () => {
    const { json } = await must((await house.as('office')).get(`/api/progress?region=150000&task=${task}`));
    expect(figures(json.total)).toEqual({
      bodies: 5,
      done: 1,
      onTime: 1,
      late: 0,
      overdue: 1,
      dueSoon: 0,
      stages: {
        notStarted: 2,
        draft: 1,
        confidentialityReview: 0,
        riskAssessment: 0,
        departmentApproval: 0,
        scheduled: 0,
        fulfilled: 0,
        doneOutside: 1,
        exempted: 1,
      },
      nextDue: '2026-11-01',
    });
    expect(figures(json.own).stages).toMatchObject({ draft: 1 });
    expect(json.children).toHaveLength(12);
    const hohhot = json.children.find((child: { region: { code: string } }) => child.region.code === '150100');
    expect(figures(hohhot.cells)).toMatchObject({ bodies: 2, done: 1 });
    expect(json.total.workingDaysLeft).toBeLessThan(0);
  });

  it('sums up: the total is the region’s own and its children', async () => {
    const { json } = await must((await house.as('office')).get('/api/progress?region=140000'));
    const parts: Cells[] = [json.own, ...json.children.map((child: { cells: Cells }) => child.cells)];
    for (const name of NUMBERS)
      expect(parts.reduce((sum, cells) => sum + (cells[name] as Count).count, 0)).toBe((json.total[name] as Count).count);
    expect(figures(json.total)).toMatchObject({ bodies: 2, done: 1, dueSoon: 1 });
  });

  it.each(['region=150000', 'region=150100', 'region=140000', ''])(
    'leads from every number to a list of that length: %s',
    async (query) => {
      expect(await everyNumberDrills(await house.as('office'), query)).toBeGreaterThan(10);
      expect(await everyNumberDrills(await house.as('auditor'), query)).toBeGreaterThan(10);
    },
  );

  it('shows any moment of the past as it was', async () => {
    const office = await house.as('office');
    const { json } = await must(office.get(`/api/progress?region=150000&at=${encodeURIComponent(before.at)}`));
    expect(figures(json.total)).toEqual(before.total);
    expect(before.total).toMatchObject({ bodies: 5, done: 0, stages: { notStarted: 5 } });
    expect(await everyNumberDrills(office, `region=150000&at=${encodeURIComponent(before.at)}`)).toBeGreaterThan(10);
    const { json: ages } = await must(office.get('/api/progress?region=150000&at=2020-01-01T00:00:00Z'));
    expect(figures(ages.total)).toMatchObject({ bodies: 0, nextDue: null });
    const now = await must(office.get(`/api/progress?region=140000&at=${encodeURIComponent(new Date(Date.now() + 1000).toISOString())}`));
    const present = await must(office.get('/api/progress?region=140000'));
    expect(figures(now.json.total)).toEqual(figures(present.json.total));
  });

  it('names who holds what is not done, and how long there is', async () => {
    const { json } = await must((await house.as('office')).get(`/api/obligations?region=150000&task=${task}`));
    const row = (name: string) => json.items.find((item: { organization: { name: string } }) => item.organization.name === name);
    expect(row('内蒙古自治区教育厅')).toMatchObject({
      stage: 'draft',
      holder: { role: 'compiler', people: ['编制人乙', '编制人甲'] },
      overdue: false,
    });
    expect(row('通辽市教育局')).toMatchObject({ stage: 'notStarted', overdue: true, holder: { role: 'compiler', people: [] } });
    expect(row('通辽市教育局').workingDaysLeft).toBeLessThan(0);
    expect(row('新城区教育局')).toMatchObject({ stage: 'doneOutside', holder: null, onTime: true, workingDaysLeft: null });
    expect(JSON.stringify(json)).not.toContain('anItem');
  });

  it('finds a body by a part of its name, one stage, the region’s own only', async () => {
    const office = await house.as('office');
    const names = async (query: string) =>
      (await must(office.get(`/api/obligations?region=150000&${query}`))).json.items.map(
        (item: { organization: { name: string } }) => item.organization.name,
      );
    expect(await names(`q=${encodeURIComponent('开鲁')}`)).toEqual(['开鲁县教育局']);
    expect(await names('stage=exempted')).toEqual(['开鲁县教育局']);
    expect(await names('own=true')).toEqual(['内蒙古自治区教育厅']);
    expect(await names('timing=overdue')).toEqual(['通辽市教育局']);
    const { json } = await must(office.get(`/api/obligations?region=150500&task=${task}&limit=1`));
    expect(json).toMatchObject({ region: { code: '150500', name: '通辽市' }, task: { id: task, title: '编制目录' }, total: 2 });
    const shanxi = await must(office.get(`/api/obligations?region=140000&task=${task}`));
    expect(shanxi.json).toMatchObject({ region: { code: '140000' }, task: null, total: 0, items: [] });
  });

  it('tells how it came to be so', async () => {
    const { json } = await must((await house.as('office')).get(`/api/progress/trend?region=150000&task=${task}`));
    expect(json.points.at(-1)).toMatchObject({ bodies: 5, done: 1, exempted: 1, overdue: 1, open: 3 });
  });
});

describe('whose territory it is not', () => {
  it('sees nothing', async () => {
    for (const path of ['/api/progress', '/api/obligations', '/api/progress/trend']) {
      expect((await house.nobody.get(`${path}?region=150000`)).status).toBe(401);
      for (const name of ['compiler', 'officer', 'leader', 'stranger', 'sysadmin', 'auditadmin']) {
        const client = await house.as(name);
        expect((await client.get(`${path}?region=150000`)).status).toBe(404);
        expect((await client.get(path)).status).toBe(404);
      }
    }
  });

  it('sees only what lies in the own one', async () => {
    await appointOffice('stranger', '150100');
    const client = await house.as('stranger');
    const { json } = await must(client.get('/api/progress'));
    expect(json).toMatchObject({ region: { code: '150100' }, parents: [], territories: [{ code: '150100', name: '呼和浩特市' }] });
    expect(figures(json.total)).toMatchObject({ bodies: 2 });
    for (const region of ['150000', '150500', '140000']) expect((await client.get(`/api/progress?region=${region}`)).status).toBe(404);
    expect((await client.get(`/api/obligations?region=150500`)).status).toBe(404);
    expect(await everyNumberDrills(client, 'region=150100')).toBeGreaterThan(10);
  });
});

it.each(['region=x', 'region=999999', 'task=x', 'at=yesterday', 'stage=x', 'timing=x', 'own=maybe', 'cursor=x', 'limit=0'])(
  'answers ?%s with a refusal',
  async (query) => {
    const { status } = await (await house.as('office')).get(`/api/obligations?region=150000&${query}`);
    expect([400, 404]).toContain(status);
  },
);

it('knows nothing of a day that is yet to come, and takes the evening of today', async () => {
  const office = await house.as('office');
  const ahead = new Date(Date.now() + 2 * 86_400_000).toISOString();
  for (const path of ['progress', 'obligations', 'progress/export'])
    expect(await office.get(`/api/${path}?region=150000&at=${ahead}`)).toMatchObject({ status: 400, json: { code: 'progress.dayAhead' } });
  const { json: now } = await must(office.get('/api/progress?region=150000'));
  const evening = encodeURIComponent(`${now.today}T23:59:59+08:00`);
  const { json: tonight } = await must(office.get(`/api/progress?region=150000&at=${evening}`));
  expect(tonight.total.bodies.count).toBe(now.total.bodies.count);
});

it('logs no defect in all of this', () => {
  expect(house.log.filter((line) => line.includes('"level":50'))).toEqual([]);
});
