import pg from 'pg';
import { LOGINS, OWNER, type LoginPasswords } from './roles.js';
import { scramVerifier } from './scram.js';
import { withDatabase } from './urls.js';

/** An arbitrary constant: roles belong to the whole server, two bootstraps at once would trip over each other. */
const BOOTSTRAP_LOCK = 0x626f6f74;

export const OLDEST_SERVER = 150_000;

/** The server is older than PostgreSQL 15. */
export class ServerTooOldError extends Error {
  override readonly name = 'ServerTooOldError';
}

/** @throws ServerTooOldError */
export async function requireServerVersion(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ number: string; text: string }>(
    `select current_setting('server_version_num') as number, current_setting('server_version') as text`,
  );
  const number = Number(rows[0]?.number);
  if (number < OLDEST_SERVER) {
    throw new ServerTooOldError(`PostgreSQL ${rows[0]?.text} is too old: Mulu needs version 15 or newer.`);
  }
  return number;
}

/**
 * Makes the roles (for the whole server) and the database (owned by mulu_owner, UTF-8, an order of text that does not
 * depend on the operating system), and takes from PUBLIC what PostgreSQL gives it. Can be repeated; sets the passwords.
 *
 * @param adminUrl a superuser's, or that of a role with CREATEROLE and CREATEDB; concurrent callers use the same database
 */
export async function bootstrap(adminUrl: string, databaseName: string, passwords: LoginPasswords): Promise<void> {
  await connected(adminUrl, async (admin) => {
    const version = await requireServerVersion(admin);
    await admin.query('select pg_advisory_lock($1)', [BOOTSTRAP_LOCK]);
    await makeRoles(admin, passwords);
    await makeDatabase(admin, databaseName, version);
    await connected(withDatabase(adminUrl, databaseName), closeDoors);
  });
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'mulu bootstrap' });
  client.on('error', () => undefined); // a cut connection rejects the query under way
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function makeRoles(admin: pg.Client, passwords: LoginPasswords): Promise<void> {
  const { rows } = await admin.query<{ rolname: string }>('select rolname from pg_roles where rolname = any($1)', [[OWNER, ...LOGINS]]);
  const present = new Set(rows.map((row) => row.rolname));
  if (!present.has(OWNER)) await admin.query(`create role ${OWNER} nologin noinherit`);
  for (const login of LOGINS) {
    // NOINHERIT: the migrator has the owner's rights only where it says SET ROLE.
    if (!present.has(login)) await admin.query(`create role ${login} noinherit`);
    const password = passwords[login];
    await admin.query(`alter role ${login} login noinherit${password === undefined ? '' : ` password '${scramVerifier(password)}'`}`);
    await admin.query(`alter role ${login} set search_path = mulu, pg_temp`);
  }
  await admin.query(`alter role ${OWNER} nologin`);
  await admin.query(`grant ${OWNER} to mulu_migrator`);
  const { rows: self } = await admin.query<{ superuser: boolean }>(
    'select rolsuper as superuser from pg_roles where rolname = current_user',
  );
  if (!self[0]?.superuser) await admin.query(`grant ${OWNER} to current_user`);
}

async function makeDatabase(admin: pg.Client, name: string, version: number): Promise<void> {
  const database = pg.escapeIdentifier(name);
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [name]);
  if (rowCount === 0) {
    const order =
      version >= 170_000
        ? `locale_provider builtin builtin_locale 'C.UTF-8' locale 'C'`
        : `locale_provider libc lc_collate 'C' lc_ctype 'C.UTF-8'`;
    await admin.query(`create database ${database} owner ${OWNER} template template0 encoding 'UTF8' ${order}`);
  }
  await closeDatabase(admin, name);
}

/** Nobody but our logins may connect. Such rights are the database's own: a copy made from a template needs them anew. */
export async function closeDatabase(admin: pg.ClientBase, name: string): Promise<void> {
  const database = pg.escapeIdentifier(name);
  await admin.query(`revoke all on database ${database} from public`);
  await admin.query(`grant connect on database ${database} to ${LOGINS.join(', ')}`);
}

async function closeDoors(database: pg.Client): Promise<void> {
  await database.query('revoke all on schema public from public');
  // Per schema this would have no effect: what PUBLIC gets by default is given globally and can only be revoked globally.
  await database.query(`alter default privileges for role ${OWNER} revoke execute on functions from public`);
  await database.query(`alter default privileges for role ${OWNER} revoke usage on types from public`);
}
