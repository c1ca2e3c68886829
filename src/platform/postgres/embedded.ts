import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { clusterExists, makeCluster } from './cluster.js';
import { EmbeddedPostgresError } from './errors.js';
import { findHome, type Home } from './home.js';
import { findPrograms } from './programs.js';
import { BUSY, VACANT, takeSeat } from './seat.js';
import { readOrMakeSecrets, type ClusterSecrets } from './secrets.js';
import { addressOf, logFile, logSince, logSize, postmasterPid, socketUrl, spawnServer, type Address } from './server.js';

export interface EmbeddedOptions {
  /** Where everything is kept between starts. Made when absent. */
  dataDir: string;
  /** Also listen on this loopback port, for tools. Without it the server is reachable by its Unix socket only. */
  port?: number;
  /** One line for a person. */
  log: (line: string) => void;
  /** Extra server settings; tests use them. */
  settings?: Readonly<Record<string, string>>;
  /** Where the cluster goes when its user cannot enter `dataDir`; /var/lib/mulu unless a test says otherwise. */
  refuge?: string;
}

export interface EmbeddedPostgres {
  /** URL of the superuser, database `postgres`. */
  adminUrl: string;
  /** URL of any login of this server. */
  url(login: keyof ClusterSecrets, database: string): string;
  secrets: ClusterSecrets;
  /** Process id of the server. */
  pid: number;
  /** Settles, with a reason, when the server dies or the hold on the folder is lost. Never after `stop()`. */
  lost: Promise<EmbeddedPostgresError>;
  /** Lets running transactions roll back, writes everything, and ends the server. Can be called twice. */
  stop(): Promise<void>;
}

/** What PostgreSQL says while the remains of a killed server still disappear; then another try is worth it. */
const PASSING = /shared memory|lock file|is another (postmaster|postgres|server)|Address already in use/i;
const TRY_AGAIN_FOR_MS = 15_000;
const STOP_WITHIN_MS = 60_000;

/**
 * Starts the embedded PostgreSQL on `dataDir`, making the cluster on the first start. A server left behind by a killed
 * application is stopped and replaced; a living application's is not touched.
 *
 * @throws DataFolderInUseError another process uses the folder
 * @throws EmbeddedPostgresError anything else that a person must mend, in words
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { dataDir, log } = options;
  const home = findHome(dataDir, options.refuge);
  if (home.elsewhere) log(`The database is kept in ${home.path}, because PostgreSQL's user cannot enter ${dataDir}.`);
  const secrets = readOrMakeSecrets(home.dataDir, clusterExists(home));
  const address = addressOf(home, options.port);
  const adminUrl = socketUrl(address, 'postgres', secrets.postgres);
  const programs = findPrograms(home);
  if (!clusterExists(home)) await makeCluster(home, programs, secrets.postgres);

  const { server, seat } = await launch(home, programs, address, adminUrl, options);
  let stopping: Promise<void> | undefined;
  const lost = new Promise<EmbeddedPostgresError>((resolve) => {
    const report = (what: string) => {
      if (!stopping) resolve(new EmbeddedPostgresError(`${what} See ${logFile(home)}.`));
    };
    server.once('exit', (code, signal) => report(`PostgreSQL ended unexpectedly (${signal ?? code}).`));
    seat.once('end', () => report(`The hold on ${dataDir} was lost.`));
  });
  return {
    adminUrl,
    url: (login, database) => socketUrl(address, login, secrets[login], database),
    secrets,
    pid: server.pid as number,
    lost,
    stop: () => (stopping ??= stopServer(server, seat)),
  };
}

async function launch(
  home: Home,
  programs: string,
  address: Address,
  adminUrl: string,
  options: EmbeddedOptions,
): Promise<{ server: ChildProcess; seat: pg.Client }> {
  const giveUpAt = Date.now() + TRY_AGAIN_FOR_MS;
  for (;;) {
    await evictOrphan(home, adminUrl, options);
    const logged = logSize(home);
    const server = spawnServer(home, programs, address, options.port !== undefined, options.settings ?? {});
    const seat = await whenReady(server, home, adminUrl, options);
    if (seat) return { server, seat };
    const said = logSince(home, logged);
    if (!PASSING.test(said) || Date.now() > giveUpAt) {
      throw new EmbeddedPostgresError(`PostgreSQL does not start on ${home.cluster}:\n${said}`);
    }
    await sleep(250);
  }
}

/** Resolves with the seat when the server answers, with nothing when it ended first (then its log says why). */
async function whenReady(
  server: ChildProcess,
  home: Home,
  adminUrl: string,
  { dataDir, log }: EmbeddedOptions,
): Promise<pg.Client | undefined> {
  let ended = false;
  server.once('exit', () => (ended = true));
  server.once('error', () => (ended = true));
  let remindAt = Date.now() + 10_000;
  while (!ended) {
    if (postmasterPid(home) === server.pid) {
      try {
        const seat = await takeSeat(adminUrl, dataDir);
        if (seat !== VACANT && seat !== BUSY) return seat;
      } catch (error) {
        server.kill('SIGINT');
        throw error;
      }
    }
    if (Date.now() > remindAt) {
      remindAt += 10_000;
      log('PostgreSQL is still starting (after a crash it repeats its journal first).');
    }
    await sleep(25);
  }
  return undefined;
}

/** When a server without an application still runs on this home, ends it. */
async function evictOrphan(home: Home, adminUrl: string, { dataDir, log }: EmbeddedOptions): Promise<void> {
  const giveUpAt = Date.now() + STOP_WITHIN_MS;
  let told = false;
  for (;;) {
    const seat = await takeSeat(adminUrl, dataDir);
    if (seat === VACANT) return;
    if (seat !== BUSY) {
      const pid = postmasterPid(home);
      if (!told) log(`Stopping the PostgreSQL that a killed process left behind${pid ? ` (${pid})` : ''}.`);
      told = true;
      await seat.end();
      if (pid) signal(pid, home);
    } else if (!isAlive(postmasterPid(home))) {
      return; // a socket without a server behind it
    }
    if (Date.now() > giveUpAt) {
      throw new EmbeddedPostgresError(`A PostgreSQL server still runs on ${home.cluster} and does not stop.`);
    }
    await sleep(100);
  }
}

function signal(pid: number, home: Home): void {
  try {
    process.kill(pid, 'SIGINT');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return;
    throw new EmbeddedPostgresError(`PostgreSQL (${pid}) still runs on ${home.cluster} and we may not stop it.`);
  }
}

function isAlive(pid: number | undefined): boolean {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A fast shutdown; an immediate one (safe, but the next start repeats the journal) only when that takes a minute. */
async function stopServer(server: ChildProcess, seat: pg.Client): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) {
    const ended = once(server, 'exit');
    server.kill('SIGINT');
    const impatience = setTimeout(() => server.kill('SIGQUIT'), STOP_WITHIN_MS);
    await ended;
    clearTimeout(impatience);
  }
  await seat.end().catch(() => undefined);
}
