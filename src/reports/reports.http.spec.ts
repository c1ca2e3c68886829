import { roomsOf } from '../app.module.js';
import { useHouse } from '../../test/factories/house.js';
import { anItemContent, must, TestVersion } from '../../test/factories/version.http.js';
import { testApplication } from '../../test/harness/index.js';
import { tablesOf, wordsOf } from '../../test/support/office.js';
import { ReportOpenings } from './openings.js';
import { periodBefore } from './period.js';

const house = useHouse();
const DUE = '2099-03-31';

/** The quarter that runs now, and the day after it ends. */
let quarter: string;
let afterQuarter: string;
let year: number;
beforeAll(async () => {
  const { json } = await (await house.as('office')).get('/api/calendar?year=2026');
  const today: string = json.today;
  year = Number(today.slice(0, 4));
  const number = Math.ceil(Number(today.slice(5, 7)) / 3);
  quarter = `${year}-Q${number}`;
  afterQuarter = number === 4 ? `${year + 1}-01-01` : `${year}-${String(number * 3 + 1).padStart(2, '0')}-01`;
});

const quarterly = (period: string, regionCode = '150100') => ({ purpose: 'quarterlyProgress', regionCode, period });
const open = async (name: string, body: object) => (await house.as(name)).post('/api/reports', body);
const read = async (id: string, name = 'office.hohhot') => (await must((await house.as(name)).get(`/api/reports/${id}`))).json;
const etag = async (id: string) => (await (await house.as('office')).get(`/api/matters/${id}`)).etag!;
const act = async (name: string, id: string, event: object) =>
  (await house.as(name)).post(`/api/matters/${id}/events`, event, { ifMatch: await etag(id) });
const compose = async (name: string, id: string, body: object = {}) =>
  (await house.as(name)).post(`/api/reports/${id}/compose`, body, { ifMatch: await etag(id) });
const edit = async (name: string, id: string, body: object) =>
  (await house.as(name)).put(`/api/reports/${id}/content`, body, { ifMatch: await etag(id) });
const section = (report: { content: { sections: { key: string }[] } }, key: string): any =>
  report.content.sections.find((one) => one.key === key);
const valueIn = (report: any, key: string): number =>
  report.content.sections.flatMap((one: any) => one.figures).find((figure: any) => figure.key === key).value;

/** A quarter of its own for each test, all of them past. */
let used = 0;
function pastQuarter(): string {
  used += 1;
  return `20${20 + Math.floor(used / 4)}-Q${(used % 4) + 1}`;
}
const opened = async (period: string): Promise<string> => (await must(open('office.hohhot', quarterly(period)), 201)).json.id;

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
    const body = quarterly(pastQuarter());
    const same = await Promise.all(Array.from({ length: 4 }, () => client.post('/api/reports', body, { key: `one-${body.period}` })));
    expect(new Set(same.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(same[0]!.status).toBe(201);
    const others = await Promise.all(Array.from({ length: 3 }, () => client.post('/api/reports', body)));
    expect(others.map(({ status, json }) => [status, json.code, json.reportId])).toEqual(
      others.map(() => [409, 'report.exists', same[0]!.json.id]),
    );
    const race = quarterly(pastQuarter());
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
    expect(await open('office.hohhot', quarterly('2098-Q1'))).toMatchObject({ status: 422, json: { code: 'report.periodAhead' } });
    expect(await open('office', quarterly('2020-Q1', '150000'))).toMatchObject({ status: 422, json: { code: 'report.noSuperior' } });
    expect((await open('office.hohhot', quarterly('2020'))).status).toBe(400);
    expect((await open('office.hohhot', quarterly('2020-Q9'))).status).toBe(400);
    expect((await open('compiler', { purpose: 'annualDisclosure', regionCode: '150000', period: '2024' })).status).toBe(400);
    expect((await open('office.hohhot', quarterly('2020-Q1', '999999'))).status).toBe(404);
  });
});

describe('what a report says', () => {
  it('is counted as the lists behind it count, and what people wrote stays when it is composed anew', async () => {
    const office = await house.as('office');
    const groups = [{ levels: ['leagueCity', 'bannerCounty'], kinds: ['department'], dueOn: DUE }];
    const notice = { regionCode: '150100', purpose: 'publishCatalogue', number: '', title: '编制目录', text: '编制并公开目录', groups };
    const task = (await must(office.post('/api/tasks', notice), 201)).json;
    expect(task.bodies).toBe(2);
    const { rows } = await house.people.admin.query(
      `select m.id, o.name from mulu.matter m join mulu.organization o on o.id = m.organization_id where m.parent_id = $1 order by o.name`,
      [task.id],
    );
    const bureau = rows.find(({ name }) => name === '新城区教育局')!;

    const id = (await house.people.admin.query(`select id from mulu.matter where purpose = 'quarterlyProgress' and period = $1`, [quarter]))
      .rows[0].id;
    expect((await edit('office.hohhot', id, { title: '报告' })).json.code).toBe('report.notComposed');
    expect((await act('office.hohhot', id, { type: 'submit' })).status).toBe(422);
    await must(compose('office.hohhot', id));
    const first = await read(id);
    expect(first).toMatchObject({ state: 'drafting', title: expect.stringContaining('呼和浩特市'), content: { before: { from: 'log' } } });
    expect([valueIn(first, 'bodies'), valueIn(first, 'done'), valueIn(first, 'notStarted')]).toEqual([2, 0, 2]);
    const figures = first.content.sections.flatMap((one: any) => one.figures);
    expect(figures.every(({ before }: any) => before === 0)).toBe(true);
    for (const { value, href } of figures.filter((figure: any) => figure.href)) {
      const { json } = await must((await house.as('office.hohhot')).get(`${href}&limit=200`));
      expect(json.items).toHaveLength(value);
    }

    await must(
      edit('office.hohhot', id, {
        sections: [
          { key: 'practice', text: '各旗县逐月调度。' },
          { key: 'notices', text: '本季没有督办。' },
        ],
      }),
    );
    const outside = { type: 'recordOutside', doneOn: '2026-11-02', address: 'https://www.xinchengqu.gov.cn/ml/', evidence: '网站截图存档' };
    await must(act('office.hohhot', bureau.id, outside));
    const { json: preview } = await must((await house.as('office.hohhot')).get(`/api/reports/${id}/composition`));
    expect(preview.figures.map(({ key, was, now }: any) => [key, was, now])).toEqual([
      ['done', 0, 1],
      ['onTime', 0, 1],
      ['notStarted', 2, 1],
      ['doneOutside', 0, 1],
    ]);
    expect(Object.fromEntries(preview.texts.map(({ section: key, fate }: any) => [key, fate]))).toMatchObject({
      progress: 'renewed',
      notices: 'kept',
      practice: 'kept',
      problems: 'same',
    });
    await must(compose('office.hohhot', id));
    const second = await read(id);
    expect(valueIn(second, 'done')).toBe(1);
    expect(section(second, 'practice').text).toBe('各旗县逐月调度。');
    expect(section(second, 'notices')).toMatchObject({ text: '本季没有督办。', written: true });
    await must(compose('office.hohhot', id, { replace: ['notices'] }));
    expect(section(await read(id), 'notices')).toMatchObject({ text: expect.stringContaining('督办通知0件'), written: false });
    expect((await edit('office.hohhot', id, { sections: [{ key: 'nosuch', text: '' }] })).json.code).toBe('report.noSuchSection');
  });

  it('is of the end of its period, when that is past, beside what was reported of the one before', async () => {
    const earlier = periodBefore(quarter);
    const id = await opened(earlier);
    await must(compose('office.hohhot', id));
    const past = await read(id);
    expect(valueIn(past, 'bodies')).toBe(0);
    expect(past.content.asOf).toMatch(/T15:59:59\.999Z$/);
    await must(act('office.hohhot', id, { type: 'submit' }));
    const current = (await (await house.as('office.hohhot')).get(`/api/reports?period=${quarter}&purpose=quarterlyProgress`)).json.items[0]
      .id;
    await must(compose('office.hohhot', current));
    const report = await read(current);
    expect(report.content.before).toEqual({ period: earlier, asOf: past.content.asOf, from: 'report' });
    expect(report.previous).toEqual({ id, period: earlier, state: 'submitted' });
  });

  it('of a department holds counts of what it published, and no text of any item', async () => {
    const marked = (name: string) => anItemContent(name, { elements: ['绝密要素样本'] });
    const published = await TestVersion.draft(house, [anItemContent('督导评估'), marked('不公开事项')]);
    await published.submitted();
    await must(published.decide('officer', { type: 'clear' }, 0));
    await must(published.decide('officer', { type: 'withhold', ground: 'ART16_INTERNAL', reason: '绝密理由样本' }, 1));
    await must(published.move('officer', { type: 'concludeConfidentialityReview' }));
    await must(published.move('leader', { type: 'approve' }));
    await TestVersion.draft(house, [marked('草稿事项')], '长治市教育局', 'SX-CZ', 'GRASSROOTS_FIELD');
    const found = await (await house.as('compiler')).get(`/api/organizations?q=${encodeURIComponent('长治市教育局')}`);
    const organization = found.json.items[0].id;
    const list = await (await house.as('compiler')).get(`/api/reports?organization=${organization}&purpose=annualDisclosure`);
    const id = list.json.items[0].id;
    await must(compose('compiler', id));
    const report = await read(id, 'leader');
    expect(report).toMatchObject({
      author: '长治市教育局',
      addressee: '长治市人民政府办公室',
      title: `长治市教育局${year}年政府信息公开工作年度报告`,
    });
    expect(report.content.sections.map(({ heading }: any) => heading.slice(0, 2))).toEqual([
      '一、',
      '二、',
      '三、',
      '四、',
      '五、',
      '六、',
    ]);
    expect([
      valueIn(report, 'catalogues'),
      valueIn(report, 'items'),
      valueIn(report, 'versionsPublished'),
      valueIn(report, 'stale'),
    ]).toEqual([1, 1, 1, 0]);
    const file = await must((await house.as('leader')).get(`/api/reports/${id}/export`));
    for (const text of [JSON.stringify(report), wordsOf(file.bytes)]) expect(text).not.toMatch(/绝密|不公开事项|草稿事项|督导评估/);
  });
});

describe('its life', () => {
  it('goes up, comes back, is taken back, goes up again, and is received', async () => {
    const id = await opened(pastQuarter());
    await must(compose('office.hohhot', id));
    await must(edit('office.hohhot', id, { sections: [{ key: 'problems', text: '力量不足。' }] }));
    await must(act('office.hohhot', id, { type: 'submit' }));
    expect((await edit('office.hohhot', id, { title: '又改' })).status).toBe(409);
    expect((await act('office', id, { type: 'return' })).json.requirements).toMatchObject([{ id: 'reasonGiven' }]);
    expect((await act('office.hohhot', id, { type: 'receive' })).status).toBe(403);
    await must(act('office', id, { type: 'return', reason: '请补充数据' }));
    await must(edit('office.hohhot', id, { title: '改正的报告' }));
    await must(act('office.hohhot', id, { type: 'submit' }));
    await must(act('office.hohhot', id, { type: 'recall', reason: '再核对' }));
    await must(act('office.hohhot', id, { type: 'submit' }));
    await must(act('office', id, { type: 'receive', opinion: '已阅' }));
    expect(await read(id)).toMatchObject({ state: 'received', title: '改正的报告', events: [], deadline: { onTime: false } });
    const { json: past } = await must((await house.as('office')).get(`/api/matters/${id}/history`));
    expect(past.items.map(({ type }: { type: string }) => type)).toEqual(
      ['open', 'compose', 'edit', 'submit', 'return', 'edit', 'submit', 'recall', 'submit', 'receive'], // prettier-ignore
    );
  });

  it('is written by its author only, on what they saw, once for one key', async () => {
    const id = await opened(pastQuarter());
    for (const [name, status] of [
      ['office', 403],
      ['auditor', 403],
      ['compiler.xincheng', 404],
    ] as const) {
      expect((await compose(name, id)).status).toBe(status);
      expect((await edit(name, id, { title: '别人写的' })).status).toBe(status);
    }
    const author = await house.as('office.hohhot');
    expect((await author.post(`/api/reports/${id}/compose`, {})).status).toBe(428);
    expect((await author.post(`/api/reports/${id}/compose`, {}, { ifMatch: '"9"' })).status).toBe(412);
    await must(compose('office.hohhot', id));
    const seen = await etag(id);
    const both = await Promise.all(
      ['一', '二'].map((text) => author.put(`/api/reports/${id}/content`, { sections: [{ key: 'problems', text }] }, { ifMatch: seen })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    const same = { sections: [{ key: 'problems', text: section(await read(id), 'problems').text }] };
    expect((await must(edit('office.hohhot', id, same))).json.seq).toBe((await read(id)).seq);
    expect((await (await house.as('office')).get(`/api/reports/${id}`)).status).toBe(200);
    expect((await (await house.as('compiler.xincheng')).get(`/api/reports/${id}`)).status).toBe(404);
  });

  it('is not a report, whatever else it is', async () => {
    const { rows } = await house.people.admin.query(`select id from mulu.matter where machine_id = 'compilationTask' limit 1`);
    for (const path of ['', '/composition', '/export']) {
      expect((await (await house.as('office')).get(`/api/reports/${rows[0].id}${path}`)).status).toBe(404);
    }
    expect((await compose('office', rows[0].id)).status).toBe(404);
  });
});

describe('the list', () => {
  const list = async (name: string, query = '') => (await must((await house.as(name)).get(`/api/reports?${query}`))).json;

  it('tells the author what to write first, the superior what came up, and nobody else anything', async () => {
    const mine = await list('office.hohhot', 'limit=200');
    const groups = mine.items.map(({ group }: { group: string }) => group);
    expect(groups[0]).toBe('toWrite');
    expect(groups).not.toContain('toReceive');
    const toWrite = mine.items.filter(({ group }: { group: string }) => group === 'toWrite');
    const days = toWrite.map(({ deadline }: any) => deadline.dueOn);
    expect(days).toEqual([...days].sort());
    const above = await list('office', 'group=toReceive');
    expect(above.items).toMatchObject([{ state: 'submitted', period: periodBefore(quarter), group: 'toReceive' }]);
    expect((await list('office', 'state=received')).items).toMatchObject([{ group: 'done', title: '改正的报告' }]);
    expect((await list('leader', 'group=toWrite')).items.map(({ purpose }: any) => purpose)).toEqual([
      'annualDisclosure',
      'annualDisclosure',
    ]);
    expect((await list('stranger')).items).toEqual([]);
    expect((await house.nobody.get('/api/reports')).status).toBe(401);
  });

  it('goes on page by page, by region and period', async () => {
    const whole = await list('office', 'limit=200');
    const pieces: string[] = [];
    let cursor = '';
    do {
      const page = await list('office', `limit=2${cursor && `&cursor=${cursor}`}`);
      pieces.push(...page.items.map(({ id }: { id: string }) => id));
      cursor = page.nextCursor ?? '';
    } while (cursor);
    expect(pieces).toEqual(whole.items.map(({ id }: { id: string }) => id));
    const hohhot = await list('office', `region=150100&period=${quarter}`);
    expect(hohhot.items.map(({ region, period }: any) => [region.code, period])).toEqual([['150100', quarter]]);
    expect((await list('office', 'region=150500')).items).toEqual([]);
  });
});

describe('the paper', () => {
  it('reads again as the report: title, addressee, sections, who signs, numbers beside those before', async () => {
    const id = await opened(pastQuarter());
    expect((await (await house.as('office')).get(`/api/reports/${id}/export`)).status).toBe(409);
    await must(compose('office.hohhot', id));
    await must(edit('office.hohhot', id, { sections: [{ key: 'suggestions', text: '第一段。\n第二段。' }] }));
    const report = await read(id);
    const { bytes, headers } = await must((await house.as('office')).get(`/api/reports/${id}/export`));
    expect(decodeURIComponent(String(headers['content-disposition']))).toContain(`${report.title}.docx`);
    const words = wordsOf(bytes);
    for (const part of [
      report.title,
      '内蒙古自治区政务服务与数据管理局：',
      '呼和浩特市政务公开领导小组办公室',
      '第一段。',
      '第二段。',
      ...report.content.sections.map(({ heading }: { heading: string }) => heading),
    ])
      expect(words).toContain(part);
    const [head, ...rows] = tablesOf(bytes, 'a.docx').at(-1)!;
    expect(head).toEqual(['指标', '单位', '本期', '上期', '增减']);
    expect(rows.map(([label, unit, value]) => [label, unit, value])).toEqual(
      report.content.sections.flatMap((one: any) => one.figures).map(({ label, unit, value }: any) => [label, unit, String(value)]),
    );
  });
});

it('logs no defect in all of this', () => {
  expect(house.log.filter((line) => line.includes('"level":50'))).toEqual([]);
});
