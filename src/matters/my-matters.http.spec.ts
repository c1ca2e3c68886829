import { useHouse } from '../../test/factories/house.js';
import { must } from '../../test/factories/version.http.js';

const house = useHouse();
const mine = async (name: string) => (await must((await house.as(name)).get('/api/matters'))).json;

describe('what waits for somebody', () => {
  it('is the obligation of the compiler’s own body, the nearest first, and nobody else’s', async () => {
    const office = await house.as('office');
    const issue = (title: string, dueOn: string) =>
      must(
        office.post('/api/tasks', {
          regionCode: '150000',
          purpose: 'publishCatalogue',
          number: '内政数字〔2024〕128号',
          title,
          text: '编制目录',
          groups: [{ levels: ['bannerCounty', 'autonomousRegion'], kinds: ['department'], dueOn }],
        }),
        201,
      );
    await issue('后到期', '2099-06-30');
    await issue('先到期', '2099-03-31');
    const { items } = await mine('compiler.xincheng');
    expect(items.map(({ title, role, machine }: Record<string, string>) => [title, role, machine])).toEqual([
      ['先到期', 'compiler', 'obligation'],
      ['后到期', 'compiler', 'obligation'],
    ]);
    expect(items[0]).toMatchObject({
      organization: { name: '新城区教育局' },
      dueOn: '2099-03-31',
      state: 'open',
      number: '内政数字〔2024〕128号',
    });
    expect(items[0].workingDaysLeft).toBeGreaterThan(1000);
    expect((await mine('compiler')).items).toHaveLength(2);
    for (const name of ['officer', 'leader.xincheng', 'office', 'stranger', 'auditor', 'sysadmin'])
      expect((await mine(name)).items).toEqual([]);
  });

  it('goes when it is done', async () => {
    const { items } = await mine('compiler.xincheng');
    const office = await house.as('office');
    const { etag } = await office.get(`/api/matters/${items[0].id}`);
    await must(office.post(`/api/matters/${items[0].id}/events`, { type: 'exempt', reason: '撤并' }, { ifMatch: etag! }));
    expect((await mine('compiler.xincheng')).items).toHaveLength(1);
  });

  it('is told of bodies that are late to the office that gave the task', async () => {
    const { items } = await mine('compiler.xincheng');
    const admin = await house.people.another('admin');
    await admin.query(`set session_replication_role = replica`);
    await admin.query(`update matter set state = 'overdue', due_on = '2026-01-05', escalated_for = '2026-01-05' where id = $1`, [
      items[0].id,
    ]);
    expect((await mine('office')).escalated).toMatchObject([{ title: '后到期', region: '150000', count: 1 }]);
    expect((await mine('office.hohhot')).escalated).toEqual([]);
    expect((await mine('compiler.xincheng')).items[0]).toMatchObject({ state: 'overdue' });
  });

  it('is asked for with a session only', async () => {
    expect((await house.nobody.get('/api/matters')).status).toBe(401);
  });
});
