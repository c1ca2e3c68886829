import canonicalize from 'canonicalize';
import type pg from 'pg';
import { accountId, signIn } from '../../test/factories/people.js';
import { usePeopleDatabase } from '../../test/factories/people.database.js';
import { APPOINTMENT_REWRITES, PEOPLE_REFUSALS } from '../../test/invariants/attacks/I11.js';
import { ROLE_NAMES, scopeOf } from './roles.js';

// What the tables of migrations/0002-people.sql refuse, whoever asks: every constraint and trigger has its attempt here,
// and every door that the application's login must find closed.

const people = usePeopleDatabase();
let app: pg.Client;
let admin: pg.Client;
beforeAll(() => ({ app, admin } = people));

const TABLES = ['region', 'organization', 'account', 'session', 'appointment', 'sign_in_throttle', 'sign_in_secret', 'setup_token'];
const SOMEBODY = `(select id from account where username = 'compiler')`;
const BODY = `(select id from organization where name = '长治市教育局')`;
const account = (changed: Record<string, string>) => {
  const values = {
    username: `'fresh'`,
    display_name: `'某人'`,
    salt: `decode(repeat('00', 16), 'hex')`,
    verifier: `decode(repeat('00', 32), 'hex')`,
    kdf: `'{}'`,
    must_change_password: 'false',
    ...changed,
  };
  return `insert into account (${Object.keys(values).join(', ')}) values (${Object.values(values).join(', ')})`;
};

describe('the tables refuse', () => {
  it.each(PEOPLE_REFUSALS)('%s', async (_what, sql, code) => {
    await admin.query('begin');
    try {
      await expect(admin.query(sql)).rejects.toMatchObject({ code });
    } finally {
      await admin.query('rollback');
    }
  });

  it.each(ROLE_NAMES.map((role) => [role]))('a scope that does not fit %s', async (role) => {
    const scopes = { installation: 'null, null', body: `${BODY}, null`, territory: `null, '150100'`, both: `${BODY}, '150100'` };
    const fitting = { installation: ['installation'], body: ['body'], bodyOrTerritory: ['body', 'territory'] }[scopeOf(role)];
    for (const [name, scope] of Object.entries(scopes)) {
      await admin.query('begin');
      await admin.query(account({ username: `'blank'` }));
      const attempt = await admin
        .query(
          `insert into appointment (account_id, role, organization_id, region_code)
           select a.id, '${role}', ${scope} from account a where a.username = 'blank'`,
        )
        .then(
          () => 'taken',
          (error) => error.constraint,
        );
      await admin.query('rollback');
      expect([name, attempt]).toEqual([name, fitting.includes(name) ? 'taken' : 'appointment_scope']);
    }
  });
});

it('the roles of the constraint are the program’s', async () => {
  const { rows } = await admin.query(
    `select pg_get_constraintdef(oid) as text from pg_constraint where conname = 'appointment_role_known'`,
  );
  expect([...rows[0].text.matchAll(/'(\w+)'/g)].map((match) => match[1]).sort()).toEqual([...ROLE_NAMES].sort());
});

it('every column but these must be filled', async () => {
  const { rows } = await admin.query(
    `select c.relname || '.' || a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relname = any ($1) and c.relnamespace = 'mulu'::regnamespace and a.attnum > 0 and not a.attnotnull order by 1`,
    [TABLES],
  );
  expect(rows.map((row) => row.name)).toEqual([
    'appointment.ends_at',
    'appointment.granted_by',
    'appointment.organization_id',
    'appointment.principal_id',
    'appointment.region_code',
    'appointment.revoked_at',
    'appointment.revoked_by',
    'region.parent_code',
    'setup_token.used_at',
    'sign_in_throttle.blocked_until',
  ]);
});

describe('the history of appointments', () => {
  it.each(APPOINTMENT_REWRITES)('refuses %s', async (_what, sql) => {
    await expect(admin.query(sql)).rejects.toMatchObject({ code: 'MUI11', message: 'history.immutable' });
  });

  it('refuses to revoke twice, or to undo it', async () => {
    await admin.query('begin');
    await admin.query(`update appointment set revoked_at = now() where account_id = ${SOMEBODY}`);
    await admin.query('savepoint revoked');
    for (const value of ['now()', 'null']) {
      await expect(admin.query(`update appointment set revoked_at = ${value} where account_id = ${SOMEBODY}`)).rejects.toMatchObject({
        code: 'MUI11',
      });
      await admin.query('rollback to revoked');
    }
    await admin.query('rollback');
  });
});

describe('the application’s login', () => {
  const DENIED = '42501';

  it.each(TABLES.map((table) => [table]))('writes nothing to %s', async (table) => {
    const column = (await admin.query(`select attname from pg_attribute where attrelid = $1::regclass and attnum = 1`, [table])).rows[0]
      .attname;
    for (const sql of [
      `insert into ${table} default values`,
      `update ${table} set ${column} = ${column}`,
      `delete from ${table}`,
      `truncate ${table}`,
    ]) {
      await expect(app.query(sql)).rejects.toMatchObject({ code: DENIED });
    }
  });

  it.each([
    'select token_hash from session',
    'select * from session',
    'select verifier from account',
    'select salt from account',
    'select kdf from account',
    'select * from account',
    'select a from account a',
    'select bytes from sign_in_secret',
    'select * from sign_in_throttle',
    'select token_hash from setup_token',
  ])('cannot %s', async (sql) => {
    await expect(app.query(sql)).rejects.toMatchObject({ code: DENIED });
  });

  it.each([
    [`session_start(${SOMEBODY}, '${'x'.repeat(43)}')`],
    [`account_insert('x', 'x', '', '', '{}', false)`],
    [`organization_insert('x', 'department', '150000')`],
    [`begin_with('[]', '[]')`],
    [`log_append('00000000-0000-0000-0000-000000000000', '{}')`],
    [`log_system('session.opened', ${SOMEBODY}, '{}', '{}')`],
    [`credentials_check('compiler', '', '')`],
    [`throttle_fail('', 0)`],
    [`content_store('')`],
  ])('cannot call %s', async (call) => {
    await expect(app.query(`select ${call}`)).rejects.toMatchObject({ code: DENIED });
  });

  it('cannot pass another actor: what acts is the session, and a person’s id is no session', async () => {
    const leader = await accountId(app, 'leader');
    await expect(app.query(`select account_set_active($1, $2, false, 'k', sha256(''))`, [leader, leader])).rejects.toMatchObject({
      code: 'MU401',
    });
    await expect(app.query(`set role mulu_owner`)).rejects.toMatchObject({ code: DENIED });
    await expect(app.query(`set session authorization mulu_owner`)).rejects.toMatchObject({ code: DENIED });
  });

  it('cannot shadow what the server functions use', async () => {
    await expect(app.query(`create temporary table account (id uuid)`)).rejects.toMatchObject({ code: DENIED });
    await expect(app.query(`create function mulu.refuse(text, text) returns void language sql as 'select'`)).rejects.toMatchObject({
      code: DENIED,
    });
  });

  it('finds every function of these rooms closed to everybody but the one it was given to', async () => {
    const { rows } = await admin.query(
      `select p.proname from pg_proc p where p.pronamespace = 'mulu'::regnamespace and has_function_privilege('public', p.oid, 'execute')`,
    );
    expect(rows).toEqual([]);
  });
});

it('makes canonical bodies: sorted keys, the standard’s escapes, no spaces (RFC 8785)', async () => {
  const value = { b: 'a"\\/\b\f\n\r\t\u0001\u001f\u007f中\u2028😀', a: null, list: ['x', '', '"'], empty: [], v: 1, C: 'upper first' };
  const { rows } = await admin.query('select canonical_flat($1) as text', [JSON.stringify(value)]);
  expect(rows[0].text).toBe((canonicalize as unknown as (value: unknown) => string)(value));
});

it('writes neither names nor secrets of people into the log', async () => {
  await signIn(app, 'compiler');
  const { rows } = await app.query(`select convert_from(body, 'UTF8') as text from log_event`);
  for (const { text } of rows) expect(text).not.toMatch(/password|verifier|salt|username|displayName/i);
});
