import { roomsOf } from '../app.module.js';
import { useHouse } from '../../test/factories/house.js';
import { quarterly, ReportDesk } from '../../test/factories/reports.http.js';
import { testApplication } from '../../test/harness/index.js';
import { ReportOpenings } from './openings.js';

const house = useHouse();
const desk = new ReportDesk(house);
let quarter: string;
let afterQuarter: string;
let year: number;
beforeAll(async () => {
  ({ period: quarter, next: afterQuarter, year } = await desk.quarter());
});

describe('the calendar opens', () => {
  it('one report for each territory with an office of its own, once, with two processes at it', async () => {
    const other = await testApplication(house.people.database, roomsOf('evaluation'));
    house.people.beforeDrop(() => other.app.close());
    const both = [house.app, other.app].map((app) => app.get(ReportOpenings));
    const counts = await Promise.all([...both, ...both].map((openings) => openings.openDue(afterQuarter)));
    const { rows } = await house.people.admin.query(
      `select region_code, organization_id, office_region, period, state, due_rule from mulu.matter
       where machine_id = 'progressReport' and purpose = 'quarterlyProgress'`,
    );
    expect(rows).toEqual([
      {
        region_code: '150100',
        organization_id: null,
        office_region: '150000',
        period: quarter,
        state: 'drafting',
        due_rule: { kind: 'WORKDAYS_AFTER', from: expect.any(String), days: 10 },
      },
    ]);
    const { rows: all } = await house.people.admin.query(`select count(*)::int as n from mulu.matter where machine_id = 'progressReport'`);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(all[0].n);
    expect(await both[0]!.openDue(afterQuarter)).toBe(0);
  });

  it('nothing whose deadline passed before anybody was there, and all that is asked for in its time', async () => {
    const openings = house.app.get(ReportOpenings);
    const count = () => house.people.admin.query(`select count(*)::int as n from mulu.matter where machine_id = 'progressReport'`);
    const before = (await count()).rows[0].n;
    expect(await openings.openDue('2024-12-15')).toBe(0);
    expect((await count()).rows[0].n).toBe(before);
    await openings.openDue(`${year}-12-01`);
    const { rows } = await house.people.admin.query(
      `select purpose, period, due_on::text from mulu.matter where machine_id = 'progressReport' and purpose = 'annualProgress'`,
    );
    expect(rows).toEqual([{ purpose: 'annualProgress', period: String(year), due_on: `${year}-12-30` }]);
    await openings.openDue(`${year + 1}-01-02`);
    const { rows: departments } = await house.people.admin.query(
      `select o.name, m.period, m.due_on::text, m.office_region = o.region_code as home from mulu.matter m join mulu.organization o on o.id = m.organization_id
       where m.purpose = 'annualDisclosure' order by o.name`,
    );
    expect(departments.map(({ name }) => name).sort()).toEqual(['内蒙古自治区教育厅', '新城区教育局', '长治市教育局'].sort());
    expect(new Set(departments.map(({ period, due_on, home }) => `${period} ${due_on} ${home}`))).toEqual(
      new Set([`${year} ${year + 1}-01-31 true`]),
    );
  });
});

describe('a report opened by hand', () => {
  it('is made once: the same key answers the same, another is told which one there is', async () => {
    const client = await house.as('office.hohhot');
    const body = quarterly(desk.pastQuarter());
    const same = await Promise.all(Array.from({ length: 4 }, () => client.post('/api/reports', body, { key: `one-${body.period}` })));
    expect(new Set(same.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(same[0]!.status).toBe(201);
    const others = await Promise.all(Array.from({ length: 3 }, () => client.post('/api/reports', body)));
    expect(others.map(({ status, json }) => [status, json.code, json.reportId])).toEqual(
      others.map(() => [409, 'report.exists', same[0]!.json.id]),
    );
    const race = quarterly(desk.pastQuarter());
    const raced = await Promise.all(Array.from({ length: 4 }, () => client.post('/api/reports', race)));
    expect(raced.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });

  it.each([
    ['nobody', null, 401],
    ['the office above', 'office', 403],
    ['an auditor', 'auditor', 403],
    ['a department', 'compiler.xincheng', 404],
    ['an administrator', 'sysadmin', 404],
  ])('is not for %s', async (_, name, status) => {
    const client = name ? await house.as(name) : house.nobody;
    expect((await client.post('/api/reports', quarterly('2020-Q1'))).status).toBe(status);
  });

  it('is of a period that has begun, of a territory that somebody stands above, of the right kind', async () => {
    expect(await desk.open('office.hohhot', quarterly('2098-Q1'))).toMatchObject({ status: 422, json: { code: 'report.periodAhead' } });
    expect(await desk.open('office', quarterly('2020-Q1', '150000'))).toMatchObject({ status: 422, json: { code: 'report.noSuperior' } });
    expect((await desk.open('office.hohhot', quarterly('2020'))).status).toBe(400);
    expect((await desk.open('office.hohhot', quarterly('2020-Q9'))).status).toBe(400);
    expect((await desk.open('compiler', { purpose: 'annualDisclosure', regionCode: '150000', period: '2024' })).status).toBe(400);
    expect((await desk.open('office.hohhot', quarterly('2020-Q1', '999999'))).status).toBe(404);
  });
});

it('logs no defect in all of this', () => {
  expect(house.log.filter((line) => line.includes('"level":50'))).toEqual([]);
});
