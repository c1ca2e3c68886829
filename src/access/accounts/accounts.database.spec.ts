import type pg from 'pg';
import {
  accountId,
  createAccount,
  grant,
  organizationId,
  signIn,
  TEST_KDF,
  TEST_PASSWORD,
  tryToSignIn,
} from '../../../test/factories/people.js';
import { usePeopleDatabase } from '../../../test/factories/people.database.js';
import { deriveKey, newCredentials } from '../passwords/scrypt.js';
import { newToken } from '../session/token.js';

const people = usePeopleDatabase();
let app: pg.Client;
let sysadmin: string;
const HASH = Buffer.alloc(32);

beforeAll(async () => {
  app = people.app;
  sysadmin = await signIn(app, 'sysadmin');
});

const person = async (token: string) => (await app.query('select session_person($1) as id', [token])).rows[0].id;

async function reset(token: string, account: string, password: string, key = newToken()) {
  const { salt, verifier, kdf } = await newCredentials(password, TEST_KDF);
  return app.query('select password_reset($1, $2, $3, $4, $5, $6, $7) as answer', [
    token,
    account,
    salt,
    verifier,
    JSON.stringify(kdf),
    key,
    HASH,
  ]);
}

async function change(token: string, username: string, current: string, next: string) {
  const { salt: old } = (await app.query('select * from session_salt($1, $2)', [username, ''])).rows[0];
  const { salt, verifier, kdf } = await newCredentials(next, TEST_KDF);
  const nextToken = newToken();
  const { rows } = await app.query('select * from password_change($1, $2, $3, $4, $5, $6, $7)', [
    token,
    await deriveKey(current, old, TEST_KDF),
    salt,
    verifier,
    JSON.stringify(kdf),
    nextToken,
    '',
  ]);
  return { ...rows[0], token: nextToken } as { outcome: string; token: string };
}

describe('an account', () => {
  it('is made by the system administrator alone', async () => {
    for (const username of ['secadmin', 'auditadmin', 'leader', 'stranger']) {
      const token = await signIn(app, username);
      await expect(createAccount(app, token, 'nobody')).rejects.toMatchObject({ code: 'MU403', message: 'role.missing' });
      await expect(reset(token, await accountId(app, 'compiler'), 'x')).rejects.toMatchObject({ code: 'MU403' });
    }
    await expect(createAccount(app, newToken(), 'nobody')).rejects.toMatchObject({ code: 'MU401', message: 'session.absent' });
  });

  it('has a name of its own', async () => {
    await expect(createAccount(app, sysadmin, 'Compiler')).rejects.toMatchObject({ code: 'MU409', message: 'account.usernameTaken' });
  });

  it('owes a new password at first, and is nobody until then', async () => {
    await createAccount(app, sysadmin, 'fresh');
    const token = await signIn(app, 'fresh');
    expect(await person(token)).toBeNull();
    const changed = await change(token, 'fresh', TEST_PASSWORD, 'another good one');
    expect(changed.outcome).toBe('changed');
    expect(await person(token)).toBeNull();
    expect(await person(changed.token)).toBe(await accountId(app, 'fresh'));
  });

  it('when closed ends its sessions and opens none', async () => {
    const token = await signIn(app, 'assessor');
    const id = await accountId(app, 'assessor');
    const set = (active: boolean) => app.query('select account_set_active($1, $2, $3, $4, $5)', [sysadmin, id, active, newToken(), HASH]);
    await set(false);
    expect(await person(token)).toBeNull();
    expect((await tryToSignIn(app, 'assessor')).outcome).toBe('refused');
    await set(true);
    expect(await person(token)).toBeNull();
    expect((await tryToSignIn(app, 'assessor')).outcome).toBe('opened');
  });

  it('is not closed or reset by its own administrator', async () => {
    const me = await accountId(app, 'sysadmin');
    const set = app.query('select account_set_active($1, $2, false, $3, $4)', [sysadmin, me, newToken(), HASH]);
    await expect(set).rejects.toMatchObject({ code: 'MU403', message: 'account.own' });
    await expect(reset(sysadmin, me, 'x')).rejects.toMatchObject({ code: 'MU403', message: 'account.own' });
  });

  it.each(['account_set_active($1, $2, false, $3, $4)', `password_reset($1, $2, '', '', '{}', $3, $4)`])(
    'that is absent: %s says so',
    async (call) => {
      await expect(app.query(`select ${call}`, [sysadmin, '00000000-0000-4000-8000-000000000000', 'k', HASH])).rejects.toMatchObject({
        code: 'MU404',
        message: 'account.absent',
      });
    },
  );
});

describe('a password', () => {
  it('is changed by its owner, proved by the present one; every other session ends', async () => {
    const [here, elsewhere] = [await signIn(app, 'leader'), await signIn(app, 'leader')];
    expect((await change(here, 'leader', 'wrong', 'another good one')).outcome).toBe('refused');
    expect(await person(here)).not.toBeNull();
    const changed = await change(here, 'leader', TEST_PASSWORD, 'another good one');
    expect(changed.outcome).toBe('changed');
    expect([await person(here), await person(elsewhere)]).toEqual([null, null]);
    expect(await person(changed.token)).toBe(await accountId(app, 'leader'));
    expect((await tryToSignIn(app, 'leader')).outcome).toBe('refused');
    expect((await tryToSignIn(app, 'leader', 'another good one')).outcome).toBe('opened');
  });

  it('is not changed without a session', async () => {
    await expect(change(newToken(), 'leader', 'x', 'y')).rejects.toMatchObject({ code: 'MU401' });
  });

  it('guessed through a stolen session is counted like a sign-in', async () => {
    const token = await signIn(app, 'officer2');
    for (let i = 0; i < 5; i += 1) expect((await change(token, 'officer2', `guess ${i}`, 'x')).outcome).toBe('refused');
    expect((await change(token, 'officer2', TEST_PASSWORD, 'x')).outcome).toBe('throttled');
  });

  it('reset by the system administrator ends every session and must be changed', async () => {
    const token = await signIn(app, 'auditor');
    const id = await accountId(app, 'auditor');
    await reset(sysadmin, id, 'temporary one');
    expect(await person(token)).toBeNull();
    const next = await signIn(app, 'auditor', 'temporary one');
    expect(await person(next)).toBeNull();
    expect((await change(next, 'auditor', 'temporary one', 'mine and new')).outcome).toBe('changed');
    const { rows } = await app.query(
      `select type, actor_id from log_event where type like 'account.password%' and convert_from(body, 'UTF8') like $1
       or type = 'account.passwordChanged' and actor_id = $2 order by seq`,
      [`%${id}%`, id],
    );
    expect(rows).toEqual([
      { type: 'account.passwordReset', actor_id: await accountId(app, 'sysadmin') },
      { type: 'account.passwordChanged', actor_id: id },
    ]);
  });
});

describe('a body', () => {
  const create = (token: string, name: string, region: string, key = newToken()) =>
    app.query('select organization_create($1, $2, $3, $4, $5, $6) as answer', [token, name, 'department', region, key, HASH]);

  it('is entered by the system administrator and takes appointments', async () => {
    const { rows } = await create(sysadmin, '包头市教育局', '150200');
    const someone = await createAccount(app, sysadmin, 'baotou');
    await grant(app, await signIn(app, 'secadmin'), { account: someone, role: 'compiler', organization: rows[0].answer.id });
    const hands = await app.query('select role from hands_at($1, $2)', [rows[0].answer.id, someone]);
    expect(hands.rows).toEqual([{ role: 'compiler' }]);
  });

  it('is refused twice, nowhere, to others, and without a key', async () => {
    await expect(create(sysadmin, '长治市教育局', '140400')).rejects.toMatchObject({ code: 'MU409', message: 'organization.exists' });
    await expect(create(sysadmin, '某局', '999999')).rejects.toMatchObject({ code: 'MU404', message: 'region.absent' });
    await expect(create(await signIn(app, 'secadmin'), '某局', '150200')).rejects.toMatchObject({ code: 'MU403' });
    await expect(create(sysadmin, '某局', '150200', null as never)).rejects.toMatchObject({
      code: 'MU428',
      message: 'precondition.idempotencyKey',
    });
  });

  it('is entered once by a repeated request', async () => {
    const first = await create(sysadmin, '乌海市教育局', '150300', 'one key');
    expect((await create(sysadmin, '乌海市教育局', '150300', 'one key')).rows).toEqual(first.rows);
    expect(await organizationId(app, '乌海市教育局')).toBe(first.rows[0].answer.id);
  });
});
