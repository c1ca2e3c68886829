import { NOTICE, Notices } from '../../test/factories/notices.js';
import { useHouse } from '../../test/factories/house.js';

const house = useHouse();
const notices = new Notices(house);

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
    const answer = await client.post('/api/rectifications', { ...NOTICE, organizationId: await notices.body('新城区教育局') });
    expect(answer.status).toBe(status);
  });

  it('an office cannot send one outside its territory', async () => {
    expect((await notices.send('office.hohhot', {}, '通辽市教育局')).status).toBe(404);
    expect((await notices.send('office.hohhot', {}, '内蒙古自治区教育厅')).status).toBe(404);
    expect((await notices.send('office', { organizationId: '00000000-0000-4000-8000-000000000000' })).status).toBe(404);
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
    const answer = await notices.send('office.hohhot', change);
    expect({ status: answer.status, code: answer.json.code }).toEqual({ status, code });
  });

  it('an outsider neither reads it nor finds it, and roles that only read do nothing', async () => {
    const id = await notices.sent();
    for (const name of ['stranger', 'compiler', 'leader', 'sysadmin', 'auditadmin']) {
      expect((await notices.see(name, id)).status).toBe(404);
      expect((await notices.act(name, id, { type: 'answer', text: 'x' })).status).toBe(404);
      expect((await notices.list(name)).items.map((row: { id: string }) => row.id)).not.toContain(id);
    }
    for (const name of ['officer.xincheng', 'auditor']) {
      expect(await notices.can(name, id)).toEqual([]);
      expect((await notices.act(name, id, { type: 'answer', text: 'x' })).status).toBe(403);
    }
    expect((await notices.act('office.hohhot', id, { type: 'answer', text: 'x' })).status).toBe(403);
    expect((await notices.act('compiler.xincheng', id, { type: 'accept' })).status).toBe(403);
    expect((await house.nobody.get('/api/rectifications')).status).toBe(401);
    expect((await house.nobody.get(`/api/matters/${id}`)).status).toBe(401);
  });
});

it('logs no defect in all of this', () => {
  expect(house.log.filter((line) => line.includes('"level":50'))).toEqual([]);
});
