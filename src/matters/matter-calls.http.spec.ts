import { useHouse } from '../../test/factories/house.js';
import { must } from '../../test/factories/version.http.js';
import { MatterClock } from '../deadlines/index.js';
import { MATTER_CALLS, type MatterCalls } from '../notifications/index.js';

const house = useHouse();
const sweep = () => house.app.get(MatterClock).sweep();

/** `name kind role` of everybody who is told now. */
async function told(id: string): Promise<string[]> {
  const calls = await house.app.get<MatterCalls>(MATTER_CALLS).next(id);
  const { rows } = await house.people.admin.query('select id, username from account');
  const names = new Map(rows.map(({ id: account, username }: { id: string; username: string }) => [account, username]));
  return calls.map(({ person, kind, role }) => `${names.get(person)} ${kind} ${role}`).sort();
}

async function obligation(due: object): Promise<string> {
  const groups = [{ levels: ['bannerCounty'], kinds: ['department'], ...due }];
  const task = { regionCode: '150000', purpose: 'publishCatalogue', number: '', title: '编制目录', text: '编制' };
  const { json } = await must((await house.as('office')).post('/api/tasks', { ...task, groups }), 201);
  const { rows } = await house.people.admin.query(
    `select m.id from matter m join organization o on o.id = m.organization_id where m.parent_id = $1 and o.name = '新城区教育局'`,
    [json.id],
  );
  return rows[0].id;
}

describe('who hears of a matter', () => {
  it('is whose turn it is: once it is issued, when its deadline is near, when it has passed, and then the giving office', async () => {
    const id = await obligation({ workingDays: 3 });
    expect(await told(id)).toEqual(['compiler.xincheng obligationIssued compiler']);
    await sweep();
    expect(await told(id)).toEqual(['compiler.xincheng obligationDue compiler', 'compiler.xincheng obligationIssued compiler']);
    const admin = await house.people.another('admin');
    await admin.query('set session_replication_role = replica');
    const letPass = (days: number) => admin.query(`update matter set due_on = current_date - $2::int where id = $1`, [id, days]);
    await letPass(2);
    await sweep();
    expect(await told(id)).toEqual(['compiler.xincheng obligationOverdue compiler']);
    await letPass(20);
    await sweep();
    expect(await told(id)).toEqual(['compiler.xincheng obligationOverdue compiler', 'office obligationEscalated givingOffice']);
  });

  it('is nobody once it is settled, or of a task itself', async () => {
    const id = await obligation({ dueOn: '2099-01-31' });
    const office = await house.as('office');
    const { etag } = await office.get(`/api/matters/${id}`);
    await must(office.post(`/api/matters/${id}/events`, { type: 'exempt', reason: '撤并' }, { ifMatch: etag! }));
    expect(await told(id)).toEqual([]);
    const { rows } = await house.people.admin.query('select parent_id from matter where id = $1', [id]);
    expect(await told(rows[0].parent_id)).toEqual([]);
    expect(await told('00000000-0000-4000-8000-000000000000')).toEqual([]);
  });
});
