import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import '../../scripts/typescript-hook.mjs';

const PREFIX = 'mulu-test-';

/** Tests do not cut the power: what these settings give up is safety against that only. Durability has specs of its own. */
const FAST = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_connections: '300',
  shared_buffers: '128MB',
  max_wal_size: '4GB',
  autovacuum: 'off',
};

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Ends the servers of runs that were killed before they could. */
function sweep() {
  for (const entry of readdirSync(tmpdir())) {
    const owner = new RegExp(`^${PREFIX}(\\d+)-`).exec(entry)?.[1];
    if (!owner || isAlive(Number(owner))) continue;
    const folder = join(tmpdir(), entry);
    try {
      process.kill(Number.parseInt(readFileSync(join(folder, 'postgres/cluster/postmaster.pid'), 'utf8'), 10), 'SIGQUIT');
    } catch {
      // no server is left, or it is not ours to stop
    }
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    } catch {
      // somebody else's
    }
  }
}

/**
 * One server a run: the embedded one, or TEST_DATABASE_URL (a superuser's URL; the passwords of the mulu_* roles are set on that
 * server, so never give one that serves people). Answers what `testDatabase()` needs and how to end it.
 */
export async function startTestServer() {
  const { startEmbedded } = await import('../../src/platform/postgres/index.ts');
  const { bootstrap, upgrade, withDatabase, LOGINS } = await import('../../src/platform/database/index.ts');
  const { deployRules } = await import('../../src/deployment/rules.ts');
  const given = process.env.TEST_DATABASE_URL;
  let adminUrl = given;
  let stop = async () => undefined;
  let passwords;
  if (given) {
    const password = (login) => createHash('sha256').update(`${given} ${login}`).digest('hex');
    passwords = Object.fromEntries(LOGINS.map((login) => [login, password(login)]));
  } else {
    sweep();
    const dataDir = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
    // mkdtemp makes it 0700, and PostgreSQL's user must pass through when the tests run as root
    chmodSync(dataDir, 0o711);
    const server = await startEmbedded({ dataDir, log: () => undefined, settings: FAST });
    adminUrl = server.adminUrl;
    passwords = server.secrets;
    stop = async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    };
  }
  const run = `mulu_test_${process.pid}_${Date.now().toString(36)}`;
  const template = `${run}_template`;
  const end = async () => {
    if (given) await dropDatabases(adminUrl, run);
    await stop();
  };
  try {
    await bootstrap(adminUrl, template, passwords);
    const migratorUrl = withDatabase(adminUrl, template, { user: 'mulu_migrator', password: passwords.mulu_migrator });
    await upgrade(migratorUrl, () => undefined, deployRules);
  } catch (error) {
    await end();
    throw error;
  }
  return { adminUrl, passwords, run, template, end };
}

async function dropDatabases(adminUrl, prefix) {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  const { rows } = await client.query('select datname from pg_database where starts_with(datname, $1)', [prefix]);
  for (const { datname } of rows) await client.query(`drop database ${pg.escapeIdentifier(datname)} with (force)`);
  await client.end();
}
