import type pg from 'pg';
import { accountId, signIn, TEST_PASSWORD, tryToSignIn } from '../../../test/factories/people.js';
import { usePeopleDatabase } from '../../../test/factories/people.database.js';
import { newToken } from './token.js';

const people = usePeopleDatabase();
let app: pg.Client;
let admin: pg.Client;
beforeAll(() => ({ app, admin } = people));
beforeEach(() => admin.query('delete from sign_in_throttle'));

const person = async (token: string | null) => (await app.query('select session_person($1) as id', [token])).rows[0].id as string | null;
const view = async (token: string) => (await app.query('select * from session_view($1)', [token])).rows[0];
const words = async (type: string) =>
  (await app.query(`select convert_from(body, 'UTF8')::jsonb as body from log_event where type = $1 order by seq`, [type])).rows.map(
    (row) => row.body,
  );

describe('a session', () => {
  it('opens for whoever knows the password, names the actor, and ends on signing out', async () => {
    const token = await signIn(app, 'compiler');
    expect(await person(token)).toBe(await accountId(app, 'compiler'));
    expect((await app.query('select session_close($1) as closed', [token])).rows[0].closed).toBe(true);
    expect(await person(token)).toBeNull();
    expect((await app.query('select session_close($1) as closed', [token])).rows[0].closed).toBe(false);
  });

  it('opens under the name in any letter case', async () => {
    expect((await tryToSignIn(app, 'Compiler')).outcome).toBe('opened');
  });

  it('is nobody without a token, or with one that nobody was given', async () => {
    expect(await person(null)).toBeNull();
    expect(await person('')).toBeNull();
    expect(await person(newToken())).toBeNull();
  });

  it('is written to the log with its actor and without a name, a password or a readable address', async () => {
    await signIn(app, 'leader');
    const opened = (await words('session.opened')).at(-1);
    expect(opened).toMatchObject({ actor: await accountId(app, 'leader'), roles: [], onBehalfOf: null, v: 1 });
    expect(JSON.stringify(opened)).not.toMatch(/leader|192\.0\.2\.1/);
    const address = await admin.query(`select convert_from(bytes, 'UTF8') as text from content_blob where hash = decode($1, 'hex')`, [
      opened.addressHash,
    ]);
    expect(address.rows[0].text).toMatch(/ 192\.0\.2\.1$/);
  });

  it('ends half a day after it began, whatever happens in it', async () => {
    const token = await signIn(app, 'compiler');
    await admin.query(`update session set expires_at = now() where token_hash = sha256($1::bytea)`, [Buffer.from(token)]);
    expect(await person(token)).toBeNull();
    await app.query('select session_touch($1)', [token]);
    expect(await person(token)).toBeNull();
  });

  it('ends after an hour of silence, and a touch does not wake it', async () => {
    const token = await signIn(app, 'compiler');
    await admin.query(
      `update session set idle_expires_at = now(), last_seen_at = now() - interval '1 hour' where token_hash = sha256($1::bytea)`,
      [Buffer.from(token)],
    );
    expect(await person(token)).toBeNull();
    await app.query('select session_touch($1)', [token]);
    expect(await person(token)).toBeNull();
  });

  it('is touched at most every five minutes', async () => {
    const token = await signIn(app, 'compiler');
    const row = async () =>
      (await admin.query('select xmin::text, idle_expires_at from session where token_hash = sha256($1::bytea)', [Buffer.from(token)]))
        .rows[0];
    const before = await row();
    expect((await view(token)).touch_due).toBe(false);
    await app.query('select session_touch($1)', [token]);
    expect(await row()).toEqual(before);
    await admin.query(`update session set last_seen_at = now() - interval '6 minutes' where token_hash = sha256($1::bytea)`, [
      Buffer.from(token),
    ]);
    expect((await view(token)).touch_due).toBe(true);
    await app.query('select session_touch($1)', [token]);
    expect((await view(token)).touch_due).toBe(false);
    expect((await row()).idle_expires_at.getTime()).toBeGreaterThan(before.idle_expires_at.getTime());
  });

  it('cannot be opened under a token that is short or in use', async () => {
    const token = await signIn(app, 'compiler');
    const key = Buffer.alloc(32, 7);
    await admin.query('update account set verifier = sha256($1) where username = $2', [key, 'officer2']);
    const open = (chosen: string) => app.query('select * from session_open($1, $2, $3, $4)', ['officer2', key, chosen, '']);
    await expect(open('short')).rejects.toMatchObject({ code: 'MU400', message: 'session.tokenTooShort' });
    await expect(open(token)).rejects.toMatchObject({ code: '23505' });
    expect(await person(token)).toBe(await accountId(app, 'compiler'));
  });
});

describe('a wrong password', () => {
  it('is refused as an unknown name is, and recorded', async () => {
    const known = await tryToSignIn(app, 'officer', 'guess');
    const unknown = await tryToSignIn(app, 'nobody', 'guess');
    expect([known.outcome, unknown.outcome]).toEqual(['refused', 'refused']);
    expect([known.person, unknown.person]).toEqual([null, null]);
    expect(await person(known.token)).toBeNull();
    const [first, second] = (await words('session.refused')).slice(-2);
    expect(first).toMatchObject({ actor: null, accountId: await accountId(app, 'officer') });
    expect(second).toMatchObject({ actor: null, accountId: null });
  });

  it('meets a stable salt for a name that does not exist', async () => {
    const salt = async (name: string) => (await app.query('select * from session_salt($1, $2)', [name, ''])).rows[0];
    const first = await salt('ghost');
    expect(first.salt).toHaveLength(16);
    expect(await salt('GHOST')).toEqual(first);
    expect((await salt('ghost2')).salt).not.toEqual(first.salt);
  });

  it.each(['officer', 'nobody'])('blocks the name after five, the right one too, whether %s exists or not', async (name) => {
    for (let i = 0; i < 5; i += 1) expect((await tryToSignIn(app, name, 'guess', `198.51.100.${i}`)).outcome).toBe('refused');
    const blocked = await tryToSignIn(app, name, TEST_PASSWORD, '203.0.113.9');
    expect(blocked.outcome).toBe('throttled');
    expect(blocked.retry_after).toBeGreaterThan(20);
    expect(blocked.retry_after).toBeLessThanOrEqual(30);
    expect((await app.query('select * from session_salt($1, $2)', [name, ''])).rows[0].retry_after).toBeGreaterThan(20);
  });

  it('backs off longer each time, a quarter of an hour at most, and forgets after an hour', async () => {
    const waits: number[] = [];
    for (let i = 0; i < 12; i += 1) {
      await admin.query(`update sign_in_throttle set blocked_until = null`);
      await tryToSignIn(app, 'officer', 'guess', `198.51.100.${i}`);
      waits.push((await app.query('select * from session_salt($1, $2)', ['officer', ''])).rows[0].retry_after);
    }
    expect(waits.slice(0, 6)).toEqual([0, 0, 0, 0, 30, 60]);
    expect(Math.max(...waits)).toBe(900);
    await admin.query(`update sign_in_throttle set blocked_until = null, last_tried_at = now() - interval '61 minutes'`);
    await tryToSignIn(app, 'officer', 'guess');
    expect((await app.query('select * from session_salt($1, $2)', ['officer', ''])).rows[0].retry_after).toBe(0);
  });

  it('counts in a burst from many connections, so that a burst gains nothing', async () => {
    const clients = await Promise.all(Array.from({ length: 12 }, () => people.another()));
    const outcomes = await Promise.all(clients.map(async (client) => (await tryToSignIn(client, 'assessor', 'guess')).outcome));
    expect(outcomes.filter((outcome) => outcome === 'refused')).toHaveLength(5);
    expect(outcomes.filter((outcome) => outcome === 'throttled')).toHaveLength(7);
  });

  it('blocks an address that tries many names', async () => {
    await tryToSignIn(app, 'spray0', 'guess', '203.0.113.50');
    await admin.query(`update sign_in_throttle set failures = 99 where subject = throttle_subject('address', '203.0.113.50')`);
    expect((await tryToSignIn(app, 'spray1', 'guess', '203.0.113.50')).outcome).toBe('refused');
    expect((await tryToSignIn(app, 'compiler', TEST_PASSWORD, '203.0.113.50')).outcome).toBe('throttled');
    expect((await tryToSignIn(app, 'compiler', TEST_PASSWORD, '203.0.113.51')).outcome).toBe('opened');
  });

  it('is forgotten after a right one', async () => {
    for (let i = 0; i < 4; i += 1) await tryToSignIn(app, 'officer', 'guess');
    expect((await tryToSignIn(app, 'officer')).outcome).toBe('opened');
    for (let i = 0; i < 4; i += 1) expect((await tryToSignIn(app, 'officer', 'guess')).outcome).toBe('refused');
    expect((await tryToSignIn(app, 'officer')).outcome).toBe('opened');
  });
});
