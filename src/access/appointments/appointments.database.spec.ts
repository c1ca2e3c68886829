import type pg from 'pg';
import { accountId, createAccount, grant, organizationId, signIn } from '../../../test/factories/people.js';
import { usePeopleDatabase } from '../../../test/factories/people.database.js';

const people = usePeopleDatabase();
let app: pg.Client;
let admin: pg.Client;
let sysadmin: string;
let secadmin: string;
let bureau: string;

beforeAll(async () => {
  ({ app, admin } = people);
  [sysadmin, secadmin] = [await signIn(app, 'sysadmin'), await signIn(app, 'secadmin')];
  bureau = await organizationId(app, '长治市教育局');
});

const hands = async (organization: string, person: string | null = null) =>
  (await app.query('select * from hands_at($1, $2) order by role, person', [organization, person])).rows;
const granted = (account: string, role: string, more: object = {}) =>
  grant(app, secadmin, { account, role, organization: bureau, ...more });
const revoke = (id: string, token = secadmin) =>
  app.query('select appointment_revoke($1, $2, $3, $4)', [token, id, `revoke ${id}`, Buffer.alloc(32)]);
let made = 0;
const newcomer = () => createAccount(app, sysadmin, `newcomer${(made += 1)}`);
const rolesOf = async (person: string) => (await hands(bureau, person)).map((hand) => hand.role);

describe('hands at a body', () => {
  it('are those of the people appointed there and of those whose territory it lies in', async () => {
    const usernames = await app.query(`select distinct a.username from hands_at($1) h join account a on a.id = h.person order by 1`, [
      bureau,
    ]);
    expect(usernames.rows.map((row) => row.username)).toEqual([
      'assessor',
      'auditor',
      'compiler',
      'compiler2',
      'leader',
      'office',
      'officer',
      'officer2',
    ]);
  });

  it('reach down from a region to a banner-county, and not sideways', async () => {
    const kailu = await organizationId(app, '开鲁县教育局');
    const someone = await newcomer();
    await grant(app, secadmin, { account: someone, role: 'auditor', region: '150500' });
    expect((await hands(kailu, someone)).map((hand) => hand.role)).toEqual(['auditor']);
    expect(await hands(await organizationId(app, '新城区教育局'), someone)).toEqual([]);
    expect(await hands(await organizationId(app, '内蒙古自治区教育厅'), someone)).toEqual([]);
  });

  it('are empty for administrators, strangers and unknown people', async () => {
    for (const username of ['sysadmin', 'secadmin', 'auditadmin', 'stranger']) {
      expect(await hands(bureau, await accountId(app, username))).toEqual([]);
    }
    expect(await hands(bureau, '00000000-0000-4000-8000-000000000000')).toEqual([]);
  });

  it('begin and end with the appointment', async () => {
    const someone = await newcomer();
    await granted(someone, 'compiler', { starts: '2999-01-01' });
    expect(await rolesOf(someone)).toEqual([]);
    const id = await granted(someone, 'riskAssessor');
    expect(await rolesOf(someone)).toEqual(['riskAssessor']);
    await revoke(id);
    expect(await rolesOf(someone)).toEqual([]);
    await admin.query(
      `insert into appointment (account_id, role, organization_id, starts_at, ends_at)
       values ($1, 'compiler', $2, now() - interval '2 days', now() - interval '1 day')`,
      [someone, bureau],
    );
    expect(await rolesOf(someone)).toEqual([]);
  });

  it('are gone while the account is closed', async () => {
    const someone = await newcomer();
    await granted(someone, 'compiler');
    const set = (active: boolean) =>
      app.query('select account_set_active($1, $2, $3, $4, $5)', [sysadmin, someone, active, `${someone}${active}`, Buffer.alloc(32)]);
    await set(false);
    expect(await rolesOf(someone)).toEqual([]);
    await set(true);
    expect(await rolesOf(someone)).toEqual(['compiler']);
  });

  it('of a deputy name the principal and last no longer than the principal’s own', async () => {
    const [deputy, principal] = [await newcomer(), await newcomer()];
    await expect(granted(deputy, 'departmentLeader', { principal })).rejects.toMatchObject({
      code: 'MU422',
      message: 'appointment.principalLacksRole',
    });
    const own = await granted(principal, 'departmentLeader');
    await granted(deputy, 'departmentLeader', { principal });
    expect(await hands(bureau, deputy)).toEqual([{ person: deputy, role: 'departmentLeader', principal }]);
    await expect(granted(await newcomer(), 'departmentLeader', { principal: deputy })).rejects.toMatchObject({
      message: 'appointment.principalLacksRole',
    });
    await revoke(own);
    expect(await hands(bureau, deputy)).toEqual([]);
  });

  it('of a deputy for a territory’s holder may cover one body of it', async () => {
    const deputy = await newcomer();
    await granted(deputy, 'auditor', { principal: await accountId(app, 'auditor') });
    expect(await rolesOf(deputy)).toEqual(['auditor']);
  });
});

describe('granting and revoking', () => {
  it('is the security administrator’s alone', async () => {
    const account = await newcomer();
    for (const username of ['sysadmin', 'auditadmin', 'leader', 'office']) {
      const token = await signIn(app, username);
      await expect(grant(app, token, { account, role: 'compiler', organization: bureau })).rejects.toMatchObject({ code: 'MU403' });
    }
    await expect(grant(app, 'x'.repeat(43), { account, role: 'compiler', organization: bureau })).rejects.toMatchObject({ code: 'MU401' });
    const id = await granted(account, 'compiler');
    await expect(revoke(id, sysadmin)).rejects.toMatchObject({ code: 'MU403' });
  });

  it('is not done to oneself', async () => {
    const me = await accountId(app, 'secadmin');
    await expect(granted(me, 'compiler')).rejects.toMatchObject({ code: 'MU403', message: 'appointment.own' });
    const { rows } = await app.query('select id from appointment where account_id = $1', [me]);
    await expect(revoke(rows[0].id)).rejects.toMatchObject({ code: 'MU403', message: 'appointment.own' });
  });

  it('leaves one event each in the system chain, naming the actor', async () => {
    const someone = await newcomer();
    const id = await granted(someone, 'compiler');
    await revoke(id);
    const { rows } = await app.query(
      `select type, actor_id, convert_from(body, 'UTF8')::jsonb as body from log_event
       where convert_from(body, 'UTF8')::jsonb ->> 'appointmentId' = $1 order by seq`,
      [id],
    );
    const actor = await accountId(app, 'secadmin');
    expect(rows.map((row) => [row.type, row.actor_id])).toEqual([
      ['appointment.granted', actor],
      ['appointment.revoked', actor],
    ]);
    expect(rows[0].body).toMatchObject({ accountId: someone, role: 'compiler', organizationId: bureau, roles: ['securityAdministrator'] });
  });

  it('answers a repeated request again and refuses another under the same key', async () => {
    const someone = await newcomer();
    const ask = (role: string, hash: number) =>
      app.query('select appointment_grant($1, $2, $3, $4, null, null, null, null, $5, $6) as answer', [
        secadmin,
        someone,
        role,
        bureau,
        `key of ${someone}`,
        Buffer.alloc(32, hash),
      ]);
    const first = (await ask('compiler', 1)).rows;
    expect((await ask('compiler', 1)).rows).toEqual(first);
    await expect(ask('riskAssessor', 2)).rejects.toMatchObject({ code: 'MU422', message: 'idempotencyKey.reused' });
    expect(await rolesOf(someone)).toEqual(['compiler']);
  });

  it.each([
    ['an account that is absent', { account: '00000000-0000-4000-8000-000000000000' }, 'MU404', 'account.absent'],
    ['a body that is absent', { organization: '00000000-0000-4000-8000-000000000000' }, 'MU404', 'organization.absent'],
    ['a region that is absent', { organization: null, region: '999999', role: 'auditor' }, 'MU404', 'region.absent'],
    ['a beginning in the past', { starts: '2020-01-01' }, 'MU422', 'appointment.inThePast'],
    ['an end before the beginning', { starts: '2999-01-02', ends: '2999-01-01' }, 'MU422', 'appointment.endsBeforeStart'],
  ])('refuses %s', async (_what, wrong, code, message) => {
    const account = await newcomer();
    await expect(grant(app, secadmin, { account, role: 'compiler', organization: bureau, ...(wrong as object) })).rejects.toMatchObject({
      code,
      message,
    });
  });
});

describe('I11: administrators’ families and business roles exclude each other', () => {
  const families = [
    ['systemAdministrator', 'securityAdministrator'],
    ['systemAdministrator', 'auditAdministrator'],
    ['securityAdministrator', 'auditAdministrator'],
    ['systemAdministrator', 'compiler'],
    ['securityAdministrator', 'departmentLeader'],
    ['auditAdministrator', 'auditor'],
  ];
  const scope = (role: string) => ({ organization: role.endsWith('Administrator') ? undefined : bureau });

  it.each(
    families.flatMap(([a, b]) => [
      [a, b],
      [b, a],
    ]),
  )('%s, then %s', async (first, second) => {
    const someone = await newcomer();
    await granted(someone, first!, scope(first!));
    await expect(granted(someone, second!, scope(second!))).rejects.toMatchObject({ code: 'MU422', message: 'appointment.incompatible' });
    const raw = admin.query('insert into appointment (account_id, role, organization_id) values ($1, $2, $3)', [
      someone,
      second,
      scope(second!).organization,
    ]);
    await expect(raw).rejects.toMatchObject({ code: 'MUI11', message: 'appointment.incompatible' });
  });

  it('holds for the period only: one after the other is allowed, overlapping by a moment is not', async () => {
    const someone = await newcomer();
    await granted(someone, 'compiler', { starts: '2999-01-01', ends: '2999-02-01' });
    await granted(someone, 'auditAdministrator', { organization: undefined, starts: '2999-02-01', ends: '2999-03-01' });
    await expect(
      granted(someone, 'systemAdministrator', { organization: undefined, starts: '2999-02-28T23:59:59Z' }),
    ).rejects.toMatchObject({ message: 'appointment.incompatible' });
    await granted(someone, 'systemAdministrator', { organization: undefined, starts: '2999-03-01' });
  });

  it('counts a deputy’s appointment and forgets a revoked one', async () => {
    const someone = await newcomer();
    const id = await granted(someone, 'compiler', { principal: await accountId(app, 'compiler') });
    await expect(granted(someone, 'auditAdministrator', scope('auditAdministrator'))).rejects.toMatchObject({ code: 'MU422' });
    await revoke(id);
    await granted(someone, 'auditAdministrator', scope('auditAdministrator'));
  });

  it.each(['read committed', 'repeatable read', 'serializable'])('of two raw grants at once (%s) one fails', async (isolation) => {
    const someone = await newcomer();
    const [one, two] = await Promise.all(
      ['systemAdministrator', 'securityAdministrator'].map(async (role) => {
        const raw = await people.another('admin');
        await raw.query(`begin isolation level ${isolation}`);
        await raw.query('select 1 from account');
        return { raw, insert: () => raw.query('insert into appointment (account_id, role) values ($1, $2)', [someone, role]) };
      }),
    );
    await one!.insert();
    const second = two!.insert().then(() => two!.raw.query('commit'));
    const outcome = expect(second).rejects.toMatchObject({ code: isolation === 'read committed' ? 'MUI11' : '40001' });
    await new Promise((resolve) => setTimeout(resolve, 100));
    await one!.raw.query('commit');
    await outcome;
    await two!.raw.query('rollback');
    const { rows } = await admin.query('select role from appointment where account_id = $1', [someone]);
    expect(rows).toEqual([{ role: 'systemAdministrator' }]);
  });

  it('of two commands at once one is granted, the other told why not', async () => {
    const someone = await newcomer();
    const clients = [app, await people.another()];
    const outcomes = await Promise.allSettled(
      ['compiler', 'systemAdministrator'].map((role, i) => grant(clients[i]!, secadmin, { account: someone, role, ...scope(role) })),
    );
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find((outcome) => outcome.status === 'rejected')).toMatchObject({ reason: { code: 'MU422' } });
  });
});
