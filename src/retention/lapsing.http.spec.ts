import { join } from 'node:path';
import { useHouse } from '../../test/factories/house.js';
import { must, TestVersion } from '../../test/factories/version.http.js';
import { PROJECT_ROOT } from '../platform/project.js';
import { Lapsing } from './lapsing.js';

const house = useHouse();
const NOTHING = { sessions: 0, attempts: 0, readings: 0, notices: 0 };

const sweep = () => house.app.get(Lapsing).sweep();
/** As a superuser with the walls down: how else would time go by. */
async function aged(sql: string): Promise<void> {
  await house.people.admin.query('set session_replication_role = replica');
  await house.people.admin.query(sql);
  await house.people.admin.query('set session_replication_role = default');
}
const count = async (sql: string): Promise<number> => (await house.people.admin.query(`select count(*)::int as n ${sql}`)).rows[0].n;

beforeAll(async () => {
  await house.as('compiler');
  await sweep();
});

describe('a file that was read and not confirmed', () => {
  let id: string;
  const compiler = () => house.as('compiler');

  beforeAll(async () => {
    const { url } = await TestVersion.draft(house, []);
    id = (await must((await compiler()).upload(`${url}/imports`, join(PROJECT_ROOT, 'test', 'fixtures', 'changzhi.xlsx')), 201)).json.id;
  });

  it('waits for thirty days', async () => {
    await aged(`update import set created_at = now() - interval '29 days'`);
    expect(await sweep()).toEqual(NOTHING);
    expect((await must((await compiler()).get(`/api/imports/${id}`))).json.items).toBe(28);
    await expect(house.people.admin.query('update import set reading = null')).rejects.toMatchObject({ code: 'MUI05' });
  });

  it('is forgotten then: what was read, never that it was', async () => {
    await aged(`update import set created_at = now() - interval '31 days'`);
    expect(await sweep()).toEqual({ ...NOTHING, readings: 1 });
    expect(await count(`from import where reading is null and confirmed_seq is null and file_name = 'changzhi.xlsx'`)).toBe(1);
    const asked = [
      (await compiler()).get(`/api/imports/${id}`),
      (await compiler()).post(`/api/imports/${id}/reading`, { repairs: 'all' }),
      (await compiler()).post(`/api/imports/${id}/confirmation`, { repairs: 'all' }),
    ];
    for (const answer of await Promise.all(asked)) expect([answer.status, answer.json.code]).toEqual([410, 'import.lapsed']);
    expect((await must((await house.as('auditadmin')).get('/api/system/audit'))).json).toMatchObject({ valid: true });
    expect(await sweep()).toEqual(NOTHING);
  });

  it('is not made another by that', async () => {
    for (const change of [`reading = '{}'`, `file_name = 'x'`, `created_at = now()`])
      await expect(house.people.admin.query(`update import set ${change}`)).rejects.toMatchObject({ code: 'MUI05' });
  });
});

it('forgets sessions that are over, and no other', async () => {
  await house.as('officer');
  const before = await count('from session');
  await aged(
    `update session set idle_expires_at = now() - interval '1 second' where account_id = (select id from account where username = 'officer')`,
  );
  expect(await sweep()).toEqual({ ...NOTHING, sessions: 1 });
  expect(await count('from session')).toBe(before - 1);
});

it('forgets who tried to sign in after a day of quiet', async () => {
  await house.nobody.post('/api/session', { username: 'nobody.at.all', password: 'wrong-Passw0rd-2026' });
  expect((await sweep()).attempts).toBe(0);
  const all = await count('from sign_in_throttle');
  await aged(`update sign_in_throttle set last_tried_at = now() - interval '25 hours'`);
  expect((await sweep()).attempts).toBe(all);
});

it('forgets ninety days later what people were told, unless they are still asked', async () => {
  const version = await TestVersion.draft(house, []);
  const [person] = (await house.people.admin.query<{ id: string }>(`select id from account where username = 'officer'`)).rows;
  const told = (kind: string, days: number, over: boolean) =>
    aged(`insert into notification (person, stream, kind, family, role, id, seq, not_before, sent_at, over)
      values ('${person!.id}', '${version.id}', '${kind}', 'catalogues', 'compiler', gen_random_uuid(), 1, now(), now() - interval '${days} days', ${over})`);
  await told('old', 91, true);
  await told('stillAsked', 91, false);
  await told('recent', 89, true);
  expect(await sweep()).toEqual({ ...NOTHING, notices: 1 });
  const { rows } = await house.people.admin.query<{ kind: string }>('select kind from notification order by kind');
  expect(rows.map(({ kind }) => kind)).toEqual(['recent', 'stillAsked']);
});
