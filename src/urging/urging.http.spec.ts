import { NOTICE, Notices } from '../../test/factories/notices.js';
import { useHouse } from '../../test/factories/house.js';
import { must } from '../../test/factories/version.http.js';

const house = useHouse();
const notices = new Notices(house);

describe('a notice', () => {
  it('lives from being sent to being accepted, over a return and a later deadline', async () => {
    const office = await house.as('office.hohhot');
    const { json: made } = await must(notices.send('office.hohhot'), 201);
    expect(made).toMatchObject({ state: 'issued', dueOn: NOTICE.dueOn, seq: 1 });
    const { json: notice } = await must(notices.see('compiler.xincheng', made.id));
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
    expect(await notices.can('compiler.xincheng', made.id)).toEqual(['answer']);
    expect(await notices.can('leader.xincheng', made.id)).toEqual(['answer']);
    expect(await notices.can('office.hohhot', made.id)).toEqual(['withdraw', 'extend']);

    expect((await notices.act('compiler.xincheng', made.id, { type: 'answer', text: ' ' })).json.requirements).toMatchObject([
      { id: 'textGiven' },
    ]);
    await must(notices.act('compiler.xincheng', made.id, { type: 'answer', text: '已制定时间表。' }));
    expect(await notices.can('office.hohhot', made.id)).toEqual(['withdraw', 'accept', 'return']);
    expect((await notices.act('office.hohhot', made.id, { type: 'return' })).json.requirements).toMatchObject([{ id: 'reasonGiven' }]);
    await must(notices.act('office.hohhot', made.id, { type: 'return', reason: '未说明原因' }));
    expect((await notices.act('office.hohhot', made.id, { type: 'extend', reason: '补充', dueOn: NOTICE.dueOn })).status).toBe(422);
    await must(notices.act('office.hohhot', made.id, { type: 'extend', reason: '补充', dueOn: '2099-04-15' }));
    await must(notices.act('leader.xincheng', made.id, { type: 'answer', text: '人员调整所致，现已到位。' }));
    await must(notices.act('office.hohhot', made.id, { type: 'accept', opinion: '同意' }));

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
    expect((await notices.see('office', made.id)).json).toMatchObject({
      state: 'accepted',
      deadline: { dueOn: '2099-04-15', onTime: true },
    });
  });

  it('is sent in the name of the nearest territory that covers the body, and judged by it or whoever stands above', async () => {
    expect((await notices.see('office', await notices.sent('office'))).json.office).toMatchObject({ code: '150000' });
    const below = await notices.sent('office.hohhot');
    await must(notices.act('compiler.xincheng', below, { type: 'answer', text: '已办' }));
    await must(notices.act('office', below, { type: 'accept' }));
    const above = await notices.sent('office');
    await must(notices.act('compiler.xincheng', above, { type: 'answer', text: '已办' }));
    expect((await notices.act('office.hohhot', above, { type: 'accept' })).status).toBe(403);
  });

  it('counts working days by the calendar', async () => {
    const office = await house.as('office.hohhot');
    const { json: calendar } = await must(office.get('/api/calendar?year=2026'));
    const { json: due } = await must(office.get(`/api/calendar/deadline?from=${calendar.today}&days=10`));
    const id = await notices.sent('office.hohhot', { dueOn: undefined, workingDays: 10 });
    expect((await notices.see('office.hohhot', id)).json.deadline).toMatchObject({
      dueOn: due.dueOn,
      provisional: due.provisional,
      rule: { kind: 'WORKDAYS_AFTER', from: calendar.today, days: 10 },
    });
  });

  it('is done once for one key', async () => {
    const office = await house.as('office.hohhot');
    const body = { ...NOTICE, organizationId: await notices.body('新城区教育局') };
    const answers = await Promise.all(Array.from({ length: 4 }, () => office.post('/api/rectifications', body, { key: 'one-notice' })));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect((await office.post('/api/rectifications', { ...body, title: '另一份' }, { key: 'one-notice' })).status).toBe(422);
  });

  it('that is answered and withdrawn at once is one of the two, and a later step on what was seen is refused', async () => {
    for (let round = 0; round < 5; round += 1) {
      const id = await notices.sent();
      const [answer, withdrawal] = await Promise.all([
        notices.act('compiler.xincheng', id, { type: 'answer', text: '已办' }),
        notices.act('office.hohhot', id, { type: 'withdraw', reason: '发错单位' }),
      ]);
      expect([answer.status, withdrawal.status].sort()).toEqual([200, 412]);
      const { json } = await notices.see('office.hohhot', id);
      expect(json.state).toBe(answer.status === 200 ? 'answered' : 'withdrawn');
    }
  });
});

describe('what a body owes', () => {
  let obligation: string;

  beforeAll(async () => {
    obligation = await notices.owed();
  });

  it('can be what a notice is about', async () => {
    const office = await house.as('office.hohhot');
    const query = `organization=${await notices.body('新城区教育局')}&obligation=${obligation}`;
    const { json: addressee } = await must(office.get(`/api/rectifications/addressee?${query}`));
    expect(addressee).toMatchObject({
      organization: { name: '新城区教育局' },
      region: { code: '150102' },
      office: { code: '150100' },
      manned: true,
      obligation: { id: obligation, number: '内政数字〔2024〕128号', title: '编制目录', dueOn: '2099-03-31' },
    });
    const id = await notices.sent('office.hohhot', { obligationId: obligation });
    expect((await notices.see('compiler.xincheng', id)).json.parent).toMatchObject({
      id: obligation,
      number: '内政数字〔2024〕128号',
      title: '编制目录',
    });
    expect((await notices.list('office', `parent=${obligation}`)).items).toMatchObject([{ id }]);
    const again = (await must(office.get(`/api/rectifications/addressee?${query}`))).json;
    expect(again.open).toBe(addressee.open + 1);
  });

  it('is not what a notice to another body is about', async () => {
    expect((await notices.send('office', { obligationId: obligation }, '内蒙古自治区教育厅')).json.code).toBe('rectification.notOwed');
    const other = `organization=${await notices.body('内蒙古自治区教育厅')}&obligation=${obligation}`;
    expect((await must((await house.as('office')).get(`/api/rectifications/addressee?${other}`))).json.obligation).toBeNull();
    for (const name of ['compiler.xincheng', 'auditor', 'stranger'])
      expect(
        (await (await house.as(name)).get(`/api/rectifications/addressee?organization=${await notices.body('新城区教育局')}`)).status,
      ).toBe(404);
  });
});

it('logs no defect in all of this', () => {
  expect(house.log.filter((line) => line.includes('"level":50'))).toEqual([]);
});
