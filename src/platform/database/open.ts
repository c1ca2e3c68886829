import pg from 'pg';
import type { Config } from '../config/index.js';
import { startEmbedded } from '../postgres/index.js';
import { bootstrap, requireServerVersion } from './bootstrap.js';
import { withoutPassword } from './urls.js';
import { migrate, requireMigrated } from './migrate.js';

/** The embedded server's database. */
export const DATABASE_NAME = 'mulu';

/** The external database does not let the application in; the message says which and why, without the password. */
export class DatabaseUnreachableError extends Error {
  override readonly name = 'DatabaseUnreachableError';
}

/** One line for a person. */
export type Log = (line: string) => void;

/** What is brought into the database after the migrations, with the migrator's URL. */
export type Deploy = (migratorUrl: string) => Promise<void>;

/** A database that is ready to serve. */
export interface OpenDatabase {
  appUrl: string;
  portalUrl: string;
  /** The login mulu_checkpointer of the embedded server; of an external one the key holder has it, and the application not. */
  checkpointerUrl?: string;
  /** Settles when an embedded server is lost; an external one reconnects by itself. */
  lost: Promise<Error>;
  close(): Promise<void>;
}

/**
 * Makes the configured database ready: the embedded server started, bootstrapped and migrated; or the external one checked
 * (version, migrations), and migrated first when MULU_MIGRATOR_URL is given.
 *
 * @throws EmbeddedPostgresError, DatabaseUnreachableError, ServerTooOldError, MigrationError with words for the operator
 */
export async function openDatabase(config: Config, log: Log, deploy?: Deploy): Promise<OpenDatabase> {
  return config.databaseUrl === undefined
    ? openEmbedded(config, log, deploy)
    : openExternal(config.databaseUrl, config.portalUrl as string, config.migratorUrl, log, deploy);
}

/** The migrations, then what the program itself brings along. */
export async function upgrade(migratorUrl: string, log: Log, deploy?: Deploy): Promise<void> {
  const applied = await migrate(migratorUrl);
  if (applied.length > 0) log(`Migrations applied: ${applied.join(', ')}.`);
  await deploy?.(migratorUrl);
}

async function openEmbedded(config: Config, log: Log, deploy?: Deploy): Promise<OpenDatabase> {
  const server = await startEmbedded({ dataDir: config.dataDir, port: config.embeddedPort, log });
  try {
    await bootstrap(server.adminUrl, DATABASE_NAME, server.secrets);
    await upgrade(server.url('mulu_migrator', DATABASE_NAME), log, deploy);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    appUrl: server.url('mulu_app', DATABASE_NAME),
    portalUrl: server.url('mulu_portal', DATABASE_NAME),
    checkpointerUrl: server.url('mulu_checkpointer', DATABASE_NAME),
    lost: server.lost,
    close: () => server.stop(),
  };
}

async function openExternal(
  appUrl: string,
  portalUrl: string,
  migratorUrl: string | undefined,
  log: Log,
  deploy?: Deploy,
): Promise<OpenDatabase> {
  const client = new pg.Client({ connectionString: appUrl, application_name: 'mulu start', connectionTimeoutMillis: 10_000 });
  await client.connect().catch((error: Error) => {
    throw new DatabaseUnreachableError(`DATABASE_URL (${withoutPassword(appUrl)}) does not open: ${error.message}`);
  });
  try {
    await requireServerVersion(client);
    if (migratorUrl !== undefined) await upgrade(migratorUrl, log, deploy);
    await requireMigrated(client);
  } finally {
    await client.end();
  }
  return { appUrl, portalUrl, lost: new Promise(() => undefined), close: async () => undefined };
}
