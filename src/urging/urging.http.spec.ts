import { useHouse } from '../../test/factories/house.js';
import { must } from '../../test/factories/version.http.js';

const house = useHouse();
const NOTICE = {
  purpose: 'rectification',
  number: '呼政数督〔2026〕3号',
  title: '关于尽快完成主动公开事项目录编制的督办通知',
  text: '你单位目录编制进度滞后。\n请加快办理。',
  requirements: ['说明滞后的原因', '列出完成的时间安排'],
  dueOn: '2099-03-31',
};
let bodies: Record<string, string>;

beforeAll(async () => {
  const { rows } = await house.people.admin.query('select id, name from mulu.organization');
  bodies = Object.fromEntries(rows.map(({ id, name }: { id: string; name: string }) => [name, id]));
});

const send = async (name: string, change: object = {}, body = '新城区教育局') =>
  (await house.as(name)).post('/api/rectifications', { ...NOTICE, organizationId: bodies[body], ...change });
const sent = async (name = 'office.hohhot', change: object = {}, body?: string): Promise<string> =>
  (await must(send(name, change, body), 201)).json.id;
const see = async (name: string, id: string) => (await house.as(name)).get(`/api/matters/${id}`);
const act = async (name: string, id: string, event: object) => {
  const { etag } = await see('office', id);
  return (await house.as(name)).post(`/api/matters/${id}/events`, event, { ifMatch: etag ?? '"1"' });
};
const list = async (name: string, query = '') => (await must((await house.as(name)).get(`/api/rectifications?${query}`))).json;
const can = async (name: string, id: string) =>
  (await see(name, id)).json.events.filter(({ allowed }: { allowed: boolean }) => allowed).map(({ type }: { type: string }) => type);

describe('a notice', () => {
  it('lives from being sent to being accepted, over a return and a later deadline', async () => {
    const office = await house.as('office.hohhot');
    const { json: made } = await must(send('office.hohhot'), 201);
    expect(made).toMatchObject({ state: 'issued', dueOn: NOTICE.dueOn, seq: 1 });
    const { json: notice } = await must(see('compiler.xincheng', made.id));
    expect(notice).toMatchObject({
      machine: 'rectification',
      number: NOTICE.number,
      title: NOTICE.title,
      text: { text: NOTICE.text, requirements: NOTICE.requirements },
      organization: { name: '新城区教育局' },
      office: { code: '150100', name: '呼和浩特市' },
      parent: null,
      roles: ['compiler'],
    });
    expect(await can('compiler.xincheng', made.id)).toEqual(['answer']);
    expect(await can('leader.xincheng', made.id)).toEqual(['answer']);
    expect(await can('office.hohhot', made.id)).toEqual(['withdraw', 'extend']);

    expect((await act('compiler.xincheng', made.id, { type: 'answer', text: ' ' })).json.requirements).toMatchObject([{ id: 'textGiven' }]);
    await must(act('compiler.xincheng', made.id, { type: 'answer', text: '已制定时间表。' }));
    expect(await can('office.hohhot', made.id)).toEqual(['withdraw', 'accept', 'return']);
    expect((await act('office.hohhot', made.id, { type: 'return' })).json.requirements).toMatchObject([{ id: 'reasonGiven' }]);
    await must(act('office.hohhot', made.id, { type: 'return', reason: '未说明原因' }));
    expect((await act('office.hohhot', made.id, { type: 'extend', reason: '补充', dueOn: NOTICE.dueOn })).status).toBe(422);
    await must(act('office.hohhot', made.id, { type: 'extend', reason: '补充', dueOn: '2099-04-15' }));
    await must(act('leader.xincheng', made.id, { type: 'answer', text: '人员调整所致，现已到位。' }));
    await must(act('office.hohhot', made.id, { type: 'accept', opinion: '同意' }));

    const { json: past } = await must(office.get(`/api/matters/${made.id}/history`));
    expect(past.items.map(({ type, words }: { type: string; words: object }) => [type, words])).toEqual([
      ['issue', null],
      ['answer', { text: '已制定时间表。' }],
      ['return', { reason: '未说明原因' }],
      ['extend', { reason: '补充' }],
      ['answer', { text: '人员调整所致，现已到位。' }],
      ['accept', { opinion: '同意' }],
    ]);
    expect(past.items[0]).toMatchObject({ dueOn: NOTICE.dueOn, rule: { kind: 'FIXED' }, roles: ['givingOffice'] });
    expect((await see('office', made.id)).json).toMatchObject({ state: 'accepted', deadline: { dueOn: '2099-04-15', onTime: true } });
  });

  it('is sent in the name of the nearest territory that covers the body, and judged by it or whoever stands above', async () => {
    expect((await see('office', await sent('office'))).json.office).toMatchObject({ code: '150000' });
    const below = await sent('office.hohhot');
    await must(act('compiler.xincheng', below, { type: 'answer', text: '已办' }));
    await must(act('office', below, { type: 'accept' }));
    const above = await sent('office');
    await must(act('compiler.xincheng', above, { type: 'answer', text: '已办' }));
    expect((await act('office.hohhot', above, { type: 'accept' })).status).toBe(403);
  });

  it('counts working days by the calendar', async () => {
    const office = await house.as('office.hohhot');
    const { json: calendar } = await must(office.get('/api/calendar?year=2026'));
    const { json: due } = await must(office.get(`/api/calendar/deadline?from=${calendar.today}&days=10`));
    const id = await sent('office.hohhot', { dueOn: undefined, workingDays: 10 });
    expect((await see('office.hohhot', id)).json.deadline).toMatchObject({
      dueOn: due.dueOn,
      provisional: due.provisional,
      rule: { kind: 'WORKDAYS_AFTER', from: calendar.today, days: 10 },
    });
  });

  it('is done once for one key', async () => {
    const office = await house.as('office.hohhot');
    const body = { ...NOTICE, organizationId: bodies['新城区教育局'] };
    const answers = await Promise.all(Array.from({ length: 4 }, () => office.post('/api/rectifications', body, { key: 'one-notice' })));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect((await office.post('/api/rectifications', { ...body, title: '另一份' }, { key: 'one-notice' })).status).toBe(422);
  });

  it('that is answered and withdrawn at once is one of the two, and a later step on what was seen is refused', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await sent();
      const [answer, withdrawal] = await Promise.all([
        act('compiler.xincheng', id, { type: 'answer', text: '已办' }),
        act('office.hohhot', id, { type: 'withdraw', reason: '发错单位' }),
      ]);
      expect([answer.status, withdrawal.status].sort()).toEqual([200, 412]);
      const { json } = await see('office.hohhot', id);
      expect(json.state).toBe(answer.status === 200 ? 'answered' : 'withdrawn');
    }
  });
});

describe('who may not', () => {
  it.each([
    ['nobody', null, 401],
    ['a compiler of the body', 'compiler.xincheng', 403],
    ['an officer of the body', 'officer.xincheng', 403],
    ['an auditor of the territory', 'auditor', 403],
    ['an officer elsewhere', 'stranger', 404],
    ['an administrator', 'sysadmin', 404],
  ])('%s cannot send one', async (_, name, status) => {
    const client = name ? await house.as(name) : house.nobody;
    const answer = await client.post('/api/rectifications', { ...NOTICE, organizationId: bodies['新城区教育局'] });
    expect(answer.status).toBe(status);
  });

  it('an office cannot send one outside its territory', async () => {
    expect((await send('office.hohhot', {}, '通辽市教育局')).status).toBe(404);
    expect((await send('office.hohhot', {}, '内蒙古自治区教育厅')).status).toBe(404);
    expect((await send('office', { organizationId: '00000000-0000-4000-8000-000000000000' })).status).toBe(404);
  });

  it.each([
    ['a deadline that lies behind', { dueOn: '2026-01-05' }, 422, 'requirements.unmet'],
    ['two deadlines', { workingDays: 5 }, 400, 'request.invalid'],
    ['no deadline', { dueOn: undefined }, 400, 'request.invalid'],
    ['a day that there is not', { dueOn: '2099-02-30' }, 400, 'request.invalid'],
    ['no words', { text: '' }, 400, 'request.invalid'],
    ['blank words', { text: '　' }, 400, 'request.invalid'],
    ['no title', { title: '' }, 400, 'request.invalid'],
    ['another purpose', { purpose: 'suggestUpdate' }, 400, 'request.invalid'],
    ['a task that is not the body’s', { obligationId: '00000000-0000-4000-8000-000000000000' }, 422, 'rectification.notOwed'],
  ])('with %s is refused', async (_, change, status, code) => {
    const answer = await send('office.hohhot', change);
    expect({ status: answer.status, code: answer.json.code }).toEqual({ status, code });
  });

  it('an outsider neither reads it nor finds it, and roles that only read do nothing', async () => {
    const id = await sent();
    for (const name of ['stranger', 'compiler', 'leader', 'sysadmin', 'auditadmin']) {
      expect((await see(name, id)).status).toBe(404);
      expect((await act(name, id, { type: 'answer', text: 'x' })).status).toBe(404);
      expect((await list(name)).items.map((row: { id: string }) => row.id)).not.toContain(id);
    }
    for (const name of ['officer.xincheng', 'auditor']) {
      expect(await can(name, id)).toEqual([]);
      expect((await act(name, id, { type: 'answer', text: 'x' })).status).toBe(403);
    }
    expect((await act('office.hohhot', id, { type: 'answer', text: 'x' })).status).toBe(403);
    expect((await act('compiler.xincheng', id, { type: 'accept' })).status).toBe(403);
    expect((await house.nobody.get('/api/rectifications')).status).toBe(401);
    expect((await house.nobody.get(`/api/matters/${id}`)).status).toBe(401);
  });
});

describe('what a body owes', () => {
  let obligation: string;

  beforeAll(async () => {
    const groups = [{ levels: ['bannerCounty', 'autonomousRegion'], kinds: ['department'], dueOn: '2099-03-31' }];
    const task = {
      regionCode: '150000',
      purpose: 'publishCatalogue',
      number: '内政数字〔2024〕128号',
      title: '编制目录',
      text: '编制',
      groups,
    };
    await must((await house.as('office')).post('/api/tasks', task), 201);
    const { rows } = await house.people.admin.query(`select id, organization_id from mulu.matter where machine_id = 'obligation'`);
    obligation = rows.find(({ organization_id }: { organization_id: string }) => organization_id === bodies['新城区教育局']).id;
  });

  it('can be what a notice is about', async () => {
    const office = await house.as('office.hohhot');
    const query = `organization=${bodies['新城区教育局']}&obligation=${obligation}`;
    const { json: addressee } = await must(office.get(`/api/rectifications/addressee?${query}`));
    expect(addressee).toMatchObject({
      organization: { name: '新城区教育局' },
      region: { code: '150102' },
      office: { code: '150100' },
      manned: true,
      obligation: { id: obligation, number: '内政数字〔2024〕128号', title: '编制目录', dueOn: '2099-03-31' },
    });
    const id = await sent('office.hohhot', { obligationId: obligation });
    expect((await see('compiler.xincheng', id)).json.parent).toMatchObject({
      id: obligation,
      number: '内政数字〔2024〕128号',
      title: '编制目录',
    });
    expect((await list('office', `parent=${obligation}`)).items).toMatchObject([{ id }]);
    const again = (await must(office.get(`/api/rectifications/addressee?${query}`))).json;
    expect(again.open).toBe(addressee.open + 1);
  });

  it('is not what a notice to another body is about', async () => {
    expect((await send('office', { obligationId: obligation }, '内蒙古自治区教育厅')).json.code).toBe('rectification.notOwed');
    const other = `organization=${bodies['内蒙古自治区教育厅']}&obligation=${obligation}`;
    expect((await must((await house.as('office')).get(`/api/rectifications/addressee?${other}`))).json.obligation).toBeNull();
    for (const name of ['compiler.xincheng', 'auditor', 'stranger'])
      expect((await (await house.as(name)).get(`/api/rectifications/addressee?organization=${bodies['新城区教育局']}`)).status).toBe(404);
  });
});

describe('the list', () => {
  const ids = (page: { items: { id: string }[] }) => page.items.map(({ id }) => id);

  it('begins with what waits for me, then for others, and ends with what is over', async () => {
    const [near, far, answered, over] = [
      await sent('office.hohhot', { dueOn: '2098-01-04' }),
      await sent('office.hohhot', { dueOn: '2099-12-30' }),
      await sent(),
      await sent(),
    ];
    await must(act('compiler.xincheng', answered, { type: 'answer', text: '已办' }));
    await must(act('office.hohhot', over, { type: 'withdraw', reason: '发错' }));
    const mine = await list('compiler.xincheng', 'limit=200');
    expect(mine.items[0].mine).toBe(true);
    expect(ids(mine).indexOf(near)).toBeLessThan(ids(mine).indexOf(far));
    expect(ids(mine).indexOf(far)).toBeLessThan(ids(mine).indexOf(answered));
    expect(ids(mine).indexOf(answered)).toBeLessThan(ids(mine).indexOf(over));
    const offices = await list('office.hohhot', 'limit=200');
    expect(offices.items[0]).toMatchObject({ state: 'answered', mine: true });
    expect(offices.items.find(({ id }: { id: string }) => id === near)).toMatchObject({
      mine: false,
      title: NOTICE.title,
      organization: { name: '新城区教育局' },
      region: { name: '新城区' },
      office: { name: '呼和浩特市' },
      deadline: { dueOn: '2098-01-04', provisional: false, onTime: null },
      holder: { role: 'compiler', people: ['新城区编制人'] },
    });
    expect(offices.items.find(({ id }: { id: string }) => id === answered).holder).toEqual({
      role: 'givingOffice',
      people: ['呼和浩特市办公室'],
    });
    expect(offices.items.find(({ id }: { id: string }) => id === over).holder).toBeNull();
    expect((await list('office.hohhot', 'mine=true')).items.every(({ mine: turn }: { mine: boolean }) => turn)).toBe(true);
    expect((await list('auditor', 'mine=true')).items).toEqual([]);
  });

  it('goes on page by page without losing or repeating any', async () => {
    const whole = ids(await list('office', 'limit=200'));
    const found: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await list('office', `limit=3${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
      found.push(...ids(page));
      cursor = page.nextCursor;
    }
    expect(found).toEqual(whole);
    expect(new Set(found).size).toBe(found.length);
  });

  it('is told by region, body, state, kind and words', async () => {
    const id = await sent('office', { title: '关于补充目录的通知', number: '内政数督〔2026〕9号' }, '开鲁县教育局');
    const named = async (query: string, who = 'office') => ids(await list(who, `limit=200&${query}`));
    expect(await named('region=150500')).toEqual([id]);
    expect(await named('region=140000')).toEqual([]);
    expect(await named(`organization=${bodies['开鲁县教育局']}`)).toEqual([id]);
    expect(await named(`q=${encodeURIComponent('补充')}`)).toEqual([id]);
    expect(await named(`q=${encodeURIComponent('数督〔2026〕9')}`)).toEqual([id]);
    expect(await named(`q=${encodeURIComponent('开鲁')}`)).toEqual([id]);
    expect(await named('q=%25')).toEqual([]);
    expect(await named('purpose=suggestUpdate')).toEqual([]);
    expect((await list('office', 'state=withdrawn&limit=200')).items.every(({ state }: { state: string }) => state === 'withdrawn')).toBe(
      true,
    );
    expect(await named('region=150500', 'office.hohhot')).toEqual([]);
  });

  it.each(['region=x', 'organization=x', 'state=x', 'purpose=x', 'mine=maybe', 'cursor=x', 'limit=0', 'cursor=WyJhIiwiYiIsImMiXQ'])(
    'refuses ?%s',
    async (query) => {
      expect((await (await house.as('office')).get(`/api/rectifications?${query}`)).status).toBe(400);
    },
  );
});

it('logs no defect in all of this', () => {
  expect(house.log.filter((line) => line.includes('"level":50'))).toEqual([]);
});
