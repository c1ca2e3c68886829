import { useHouse, type TestHouse } from '../../test/factories/house.js';
import { must } from '../../test/factories/version.http.js';

/** 内政数字〔2024〕128号, with deadlines that lie ahead of any day on which this runs. */
const NOTICE = {
  regionCode: '150000',
  purpose: 'publishCatalogue',
  number: '内政数字〔2024〕128号',
  title: '关于编制主动公开事项目录的通知',
  text: '自治区各部门、各盟市、旗县（市、区）编制并公开本部门主动公开事项目录。',
  requirements: ['逐项确定名称、内容、时限、方式、渠道、责任等要素', '先审后发、一事一审'],
  groups: [
    { levels: ['autonomousRegion'], kinds: ['department'], dueOn: '2098-10-31' },
    { levels: ['leagueCity', 'bannerCounty'], kinds: ['department', 'government'], dueOn: '2099-03-31' },
  ],
};
const SCOPE = { regionCode: NOTICE.regionCode, purpose: NOTICE.purpose, groups: NOTICE.groups };
const house = useHouse();

async function issued(within: TestHouse, body: object = NOTICE) {
  const office = await within.as('office');
  return (await must(office.post('/api/tasks', body), 201)).json;
}

describe('a compilation task', () => {
  it('is issued in one form and gives each body its obligation, by level and kind', async () => {
    const office = await house.as('office');
    const preview = (await must(office.post('/api/tasks/preview', SCOPE))).json;
    expect(preview.groups).toEqual([
      { dueOn: '2098-10-31', provisional: false, bodies: 1, unmanned: 0 },
      { dueOn: '2099-03-31', provisional: false, bodies: 4, unmanned: 2 },
    ]);
    const task = await issued(house);
    expect(task).toMatchObject({ state: 'issued', bodies: 5, seq: 1 });
    const { json: list } = await must(office.get('/api/tasks?region=150000'));
    expect(list.items.find(({ id }: { id: string }) => id === task.id)).toMatchObject({
      number: NOTICE.number,
      region: { code: '150000', name: '内蒙古自治区' },
      firstDueOn: '2098-10-31',
      lastDueOn: '2099-03-31',
      counts: { bodies: 5, done: 0, overdue: 0 },
    });
    const { json: one } = await must(office.get(`/api/matters/${task.id}`));
    expect(one).toMatchObject({ machine: 'compilationTask', text: { requirements: NOTICE.requirements }, deadline: null });
    expect(one.events.map(({ type }: { type: string }) => type)).toEqual(['withdraw', 'close']);
  });

  it('is done once for one key, also when asked several times at once', async () => {
    const office = await house.as('office');
    const answers = await Promise.all(Array.from({ length: 4 }, () => office.post('/api/tasks', NOTICE, { key: 'one-task' })));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect((await office.post('/api/tasks', { ...NOTICE, title: '另一份' }, { key: 'one-task' })).status).toBe(422);
  });

  it.each([
    ['nobody', null, 401],
    ['a compiler', 'compiler', 404],
    ['an auditor', 'auditor', 403],
    ['an administrator', 'sysadmin', 404],
  ])('is not for %s to issue', async (_, name, status) => {
    const client = name ? await house.as(name) : house.nobody;
    expect((await client.post('/api/tasks', NOTICE)).status).toBe(status);
  });

  it.each([
    ['a deadline that lies behind', { groups: [{ ...NOTICE.groups[0], dueOn: '2024-10-31' }] }, 422, 'requirements.unmet'],
    ['a group with no deadline', { groups: [{ ...NOTICE.groups[0], dueOn: undefined }] }, 422, 'task.deadlineUnclear'],
    ['a group with two', { groups: [{ ...NOTICE.groups[0], workingDays: 5 }] }, 422, 'task.deadlineUnclear'],
    ['nobody to address', { groups: [{ ...NOTICE.groups[0], levels: ['village'] }] }, 422, 'task.nobodyAddressed'],
    ['a day that there is not', { groups: [{ ...NOTICE.groups[0], dueOn: '2098-02-30' }] }, 400, 'request.invalid'],
    ['an unknown level', { groups: [{ ...NOTICE.groups[0], levels: ['moon'] }] }, 400, 'request.invalid'],
    ['no title', { title: '' }, 400, 'request.invalid'],
  ])('with %s is refused whole', async (_, change, status, code) => {
    const office = await house.as('office');
    const answer = await office.post('/api/tasks', { ...NOTICE, ...change });
    expect({ status: answer.status, code: answer.json.code }).toEqual({ status, code });
  });

  it('that is withdrawn cancels what lies below it', async () => {
    const task = await issued(house);
    const office = await house.as('office');
    const { etag } = await must(office.get(`/api/matters/${task.id}`));
    await must(office.post(`/api/matters/${task.id}/events`, { type: 'withdraw', reason: '下达有误' }, { ifMatch: etag! }));
    const { rows: states } = await house.people.admin.query(`select distinct state from mulu.matter where parent_id = $1`, [task.id]);
    expect(states).toEqual([{ state: 'withdrawn' }]);
  });
});

describe('a guideline that was updated', () => {
  const ASK = {
    regionCode: '150000',
    purpose: 'suggestUpdate',
    number: '国办函〔2026〕1号',
    title: '义务教育领域基层政务公开标准指引更新',
    text: '请在二十个工作日内就本地区目录的更新完善提出建议。',
    groups: [{ levels: ['autonomousRegion', 'bannerCounty'], kinds: ['department'], workingDays: 20 }],
  };

  it('asks each body for its suggestion within twenty working days, and takes the questions back when it is withdrawn', async () => {
    const office = await house.as('office');
    const { json: calendar } = await must(office.get('/api/calendar?year=2026'));
    const { json: due } = await must(office.get(`/api/calendar/deadline?from=${calendar.today}&days=20`));
    const task = await issued(house, ASK);
    expect(task.bodies).toBe(3);
    const { rows } = await house.people.admin.query(
      `select m.id, m.machine_id, m.state, m.due_on::text, m.title from matter m join organization o on o.id = m.organization_id
       where m.parent_id = $1 order by o.name = '新城区教育局' desc`,
      [task.id],
    );
    expect(rows[0]).toMatchObject({ machine_id: 'rectification', state: 'issued', due_on: due.dueOn, title: ASK.title });
    const compiler = await house.as('compiler.xincheng');
    const { etag } = await must(compiler.get(`/api/matters/${rows[0].id}`));
    await must(compiler.post(`/api/matters/${rows[0].id}/events`, { type: 'answer', text: '建议增加两项' }, { ifMatch: etag! }));
    const seen = await must(office.get(`/api/matters/${task.id}`));
    await must(office.post(`/api/matters/${task.id}/events`, { type: 'withdraw', reason: '指引暂缓实施' }, { ifMatch: seen.etag! }));
    const { json: past } = await must(compiler.get(`/api/matters/${rows[0].id}/history`));
    expect(past.items.map(({ type }: { type: string }) => type)).toEqual(['issue', 'answer', 'withdraw']);
    expect(past.items[2].words).toEqual({ reason: '指引暂缓实施' });
  });
});

describe('an obligation', () => {
  const of = async (taskId: string, name: string): Promise<string> => {
    const { rows } = await house.people.admin.query(
      `select m.id from mulu.matter m join mulu.organization o on o.id = m.organization_id where m.parent_id = $1 and o.name = $2`,
      [taskId, name],
    );
    return rows[0].id as string;
  };
  const act = async (name: string, id: string, event: object) => {
    const client = await house.as(name);
    const { etag } = await client.get(`/api/matters/${id}`);
    return client.post(`/api/matters/${id}/events`, event, { ifMatch: etag ?? '"1"' });
  };

  it('is extended with a reason, exempted, taken back, recorded as done outside', async () => {
    const task = await issued(house);
    const id = await of(task.id, '新城区教育局');
    expect((await act('office', id, { type: 'extend', dueOn: '2099-06-30' })).json.requirements).toMatchObject([{ id: 'reasonGiven' }]);
    await must(act('office', id, { type: 'extend', dueOn: '2099-06-30', reason: '机构改革' }));
    await must(act('office', id, { type: 'exempt', reason: '并入市教育局' }));
    await must(act('office', id, { type: 'reinstate', reason: '恢复机构' }));
    const outside = { type: 'recordOutside', doneOn: '2026-11-02', address: 'https://www.xinchengqu.gov.cn/ml/', evidence: '网站截图存档' };
    expect((await act('office', id, { ...outside, address: 'x' })).status).toBe(400);
    await must(act('office', id, outside));
    const office = await house.as('office');
    const { json } = await must(office.get(`/api/matters/${id}`));
    expect(json).toMatchObject({
      state: 'doneOutside',
      deadline: { dueOn: '2099-06-30', doneOn: '2026-11-02', onTime: true, workingDaysLeft: null },
    });
    const { json: past } = await must(office.get(`/api/matters/${id}/history`));
    expect(past.items.map(({ type }: { type: string }) => type)).toEqual(['issue', 'extend', 'exempt', 'reinstate', 'recordOutside']);
    expect(past.items[1]).toMatchObject({
      dueOn: '2099-06-30',
      before: '2099-03-31',
      words: { reason: '机构改革' },
      roles: ['givingOffice'],
    });
    expect(past.items[4].words).toEqual({ address: outside.address, evidence: outside.evidence });
  });

  it('is seen by its body and by nobody else outside', async () => {
    const task = await issued(house);
    const id = await of(task.id, '内蒙古自治区教育厅');
    expect((await (await house.as('compiler')).get(`/api/matters/${id}`)).json.roles).toEqual(['compiler']);
    for (const name of ['stranger', 'sysadmin']) expect((await (await house.as(name)).get(`/api/matters/${id}`)).status).toBe(404);
    expect((await act('compiler', id, { type: 'exempt', reason: '不想编' })).status).toBe(403);
    expect((await act('office', id, { type: 'fulfil' })).status).toBe(403);
    const office = await house.as('office');
    expect((await office.post(`/api/matters/${id}/events`, { type: 'exempt', reason: 'x' })).status).toBe(428);
    expect((await office.post(`/api/matters/${id}/events`, { type: 'exempt', reason: 'x' }, { ifMatch: '"9"' })).status).toBe(412);
  });
});

it('keeps chains that verify', async () => {
  const { rows: broken } = await house.people.admin.query(
    `select e.stream from mulu.log_event e where e.hash <> sha256(e.header || sha256(e.body)) or e.seq > 1 and not exists (
       select from mulu.log_event p where p.stream = e.stream and p.seq = e.seq - 1 and p.hash = e.prev)`,
  );
  expect(broken).toEqual([]);
});
