import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startEmbedded } from '../src/platform/postgres/index.js';

/** A PostgreSQL with its default, durable settings. */
export interface Server {
  readonly adminUrl: string;
  readonly description: string;
  stop(): Promise<void>;
}

/** Starts the embedded server, or the distribution's newest, on a new cluster below `folder`. */
export async function startServer(folder: string, distribution: boolean): Promise<Server> {
  const server = distribution ? await startDistribution(folder) : await startEmbedded({ dataDir: folder, log: () => undefined });
  const [row] = await ask<{ version: string; fsync: string; commit: string }>(
    server.adminUrl,
    `select current_setting('server_version') as version, current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`,
  );
  if (row!.fsync !== 'on' || row!.commit !== 'on') throw new Error('The server does not commit durably: nothing would be comparable.');
  const kind = distribution ? "the distribution's" : 'embedded';
  return { adminUrl: server.adminUrl, description: `PostgreSQL ${row!.version}, ${kind}`, stop: () => server.stop() };
}

/** One query on a connection of its own. */
export async function ask<T extends pg.QueryResultRow>(url: string, sql: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

const DISTRIBUTION = '/usr/lib/postgresql';

/** The newest installed program of that name, or undefined. */
export function distributionProgram(name: string): string | undefined {
  try {
    const versions = readdirSync(DISTRIBUTION).sort((a, b) => Number(b) - Number(a));
    return versions.map((version) => join(DISTRIBUTION, version, 'bin', name)).find((path) => spawnSync(path, ['--version']).status === 0);
  } catch {
    return undefined;
  }
}

async function startDistribution(folder: string): Promise<{ adminUrl: string; stop(): Promise<void> }> {
  const programs = { initdb: distributionProgram('initdb'), postgres: distributionProgram('postgres') };
  if (!programs.initdb || !programs.postgres) throw new Error(`There is no PostgreSQL below ${DISTRIBUTION}.`);
  const home = join(folder, 'distribution');
  mkdirSync(home, { mode: 0o700 });
  // PostgreSQL refuses to run as root.
  const identity = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  if (identity.uid !== undefined) chownSync(home, identity.uid, identity.gid);
  chmodSync(folder, 0o711);
  const cluster = join(home, 'cluster');
  const made = spawnSync(programs.initdb, ['-D', cluster, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'], {
    ...identity,
    cwd: '/',
  });
  if (made.status !== 0) throw new Error(`initdb failed: ${String(made.stderr)}`);
  const server = spawn(programs.postgres, ['-D', cluster, '-c', 'listen_addresses=', '-c', `unix_socket_directories=${home}`], {
    ...identity,
    cwd: '/',
    stdio: 'ignore',
  });
  const adminUrl = `postgres://postgres:unused@localhost:5432/postgres?host=${encodeURIComponent(home)}`;
  for (let tries = 0; ; tries += 1) {
    try {
      await ask(adminUrl, 'select 1');
      break;
    } catch (error) {
      if (server.exitCode !== null || tries > 100) throw error;
      await sleep(100);
    }
  }
  return {
    adminUrl,
    stop: async () => {
      server.kill('SIGINT');
      await once(server, 'exit');
    },
  };
}
