import pg from 'pg';
import type { Kdf } from '../../src/access/passwords/scrypt.js';
import { deriveKey, newCredentials } from '../../src/access/passwords/scrypt.js';
import type { Queryable } from '../../src/access/queryable.js';
import { seedDemo } from '../../src/access/demo/seed.js';
import { newToken } from '../../src/access/session/token.js';

/** Cheap on purpose: specs sign in often. */
export const TEST_KDF: Kdf = { name: 'scrypt', N: 16, r: 1, p: 1 };
export const TEST_PASSWORD = 'correct horse battery';

/** A connection that answers rows, as `Queryable` wants it. */
export function queryable(client: Pick<pg.Client, 'query'>): Queryable {
  return { query: async <T>(sql: string, parameters?: unknown[]) => (await client.query(sql, parameters)).rows as T };
}

/** The people and bodies of the evaluation mode, all with `TEST_PASSWORD`. */
export async function seedPeople(app: Pick<pg.Client, 'query'>): Promise<void> {
  await seedDemo(queryable(app), { password: TEST_PASSWORD, kdf: TEST_KDF });
}

/** What the database answers to somebody who types this password; `token` is good when the outcome is `opened`. */
export async function tryToSignIn(
  app: Pick<pg.Client, 'query'>,
  username: string,
  password: string = TEST_PASSWORD,
  address = '192.0.2.1',
): Promise<{ outcome: string; person: string | null; retry_after: number; token: string }> {
  const token = newToken();
  const salt = (await app.query('select * from session_salt($1, $2)', [username, address])).rows[0];
  const key = await deriveKey(password, salt.salt, salt.kdf ?? TEST_KDF);
  const { rows } = await app.query('select * from session_open($1, $2, $3, $4)', [username, key, token, address]);
  return { ...rows[0], token };
}

/** A token of somebody seeded. */
export async function signIn(app: Pick<pg.Client, 'query'>, username: string, password?: string): Promise<string> {
  const { outcome, token } = await tryToSignIn(app, username, password);
  if (outcome !== 'opened') throw new Error(`${username} could not sign in: ${outcome}`);
  return token;
}

export async function accountId(app: Pick<pg.Client, 'query'>, username: string): Promise<string> {
  return (await app.query('select id from account where username = $1', [username])).rows[0].id;
}

export async function organizationId(app: Pick<pg.Client, 'query'>, name: string): Promise<string> {
  return (await app.query('select id from organization where name = $1', [name])).rows[0].id;
}

/** A new account made by the system administrator: it owes a change of its password. */
export async function createAccount(app: Pick<pg.Client, 'query'>, sysadmin: string, username: string): Promise<string> {
  const { salt, verifier, kdf } = await newCredentials(TEST_PASSWORD, TEST_KDF);
  const { rows } = await app.query('select account_create($1, $2, $2, $3, $4, $5, $6, $7) as answer', [
    sysadmin,
    username,
    salt,
    verifier,
    JSON.stringify(kdf),
    newToken(),
    Buffer.alloc(32),
  ]);
  return rows[0].answer.id;
}

interface Grant {
  account: string;
  role: string;
  organization?: string;
  region?: string;
  principal?: string;
  starts?: string;
  ends?: string;
}

/** Asks for an appointment with a security administrator's token; answers its id. */
export async function grant(app: Pick<pg.Client, 'query'>, token: string, wanted: Grant): Promise<string> {
  const { rows } = await app.query('select appointment_grant($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as answer', [
    token,
    wanted.account,
    wanted.role,
    wanted.organization,
    wanted.region,
    wanted.principal,
    wanted.starts,
    wanted.ends,
    newToken(),
    Buffer.alloc(32),
  ]);
  return rows[0].answer.id;
}
