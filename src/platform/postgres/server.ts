import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, closeSync, existsSync, lstatSync, mkdirSync, openSync, readFileSync, readSync, renameSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './errors.js';
import type { Home } from './home.js';

/** What is not a port but part of the socket's name when the server does not listen on the network. */
const SOCKET_PORT = 5432;

/** The longest path a Unix socket may have (macOS; Linux allows four more). */
const LONGEST_SOCKET_PATH = 103;

const LOG_ROTATES_AT = 10 * 1024 * 1024;

/** How to reach the server of a home, whether it runs or not. */
export interface Address {
  socketDir: string;
  port: number;
}

export function addressOf(home: Home, port?: number): Address {
  const inHome = join(home.path, 'run');
  const address = { socketDir: inHome, port: port ?? SOCKET_PORT };
  if (Buffer.byteLength(join(inHome, `.s.PGSQL.${address.port}`)) <= LONGEST_SOCKET_PATH) return address;
  const short = createHash('sha256').update(home.path).digest('hex').slice(0, 16);
  return { ...address, socketDir: join(tmpdir(), `mulu-${short}`) };
}

/** A URL that pg, TypeORM, psql and `new URL` all understand; the host parameter names the socket's folder. */
export function socketUrl(address: Address, user: string, password: string, database = 'postgres'): string {
  const query = new URLSearchParams({ host: address.socketDir });
  return `postgres://${user}:${encodeURIComponent(password)}@localhost:${address.port}/${database}?${query.toString()}`;
}

/** The process id in `postmaster.pid`, whether that process still lives or not. */
export function postmasterPid(home: Home): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(join(home.cluster, 'postmaster.pid'), 'utf8'), 10);
    return pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function makeSocketFolder(folder: string, home: Home): void {
  const made = mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (made && home.identity) chownSync(folder, home.identity.uid, home.identity.gid);
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== (home.identity?.uid ?? process.getuid?.())) {
    throw new EmbeddedPostgresError(`${folder} belongs to somebody else; PostgreSQL's socket cannot be kept there.`);
  }
}

function openLog(home: Home): number {
  const file = logFile(home);
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_ROTATES_AT) renameSync(file, `${file}.1`);
  const fresh = !existsSync(file);
  const descriptor = openSync(file, 'a', 0o600);
  if (fresh && home.identity) chownSync(file, home.identity.uid, home.identity.gid);
  return descriptor;
}

export function logFile(home: Home): string {
  return join(home.path, 'server.log');
}

/** The last lines that the server wrote since `from` bytes, for a message to a person. */
export function logSince(home: Home, from: number): string {
  const descriptor = openSync(logFile(home), 'r');
  try {
    const start = Math.max(from, statSync(logFile(home)).size - 4096);
    const buffer = Buffer.alloc(4096);
    return buffer.toString('utf8', 0, readSync(descriptor, buffer, 0, 4096, start)).trim();
  } finally {
    closeSync(descriptor);
  }
}

export function logSize(home: Home): number {
  return statSync(logFile(home), { throwIfNoEntry: false })?.size ?? 0;
}

/**
 * Settings on the command line win over postgresql.conf. The first three are the defaults, stated so that nobody's file can
 * make a commit less than durable. The log settings keep statements, parameters and row values out of the server's log.
 */
const SETTINGS: Readonly<Record<string, string>> = {
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  unix_socket_permissions: '0700',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_parameter_max_length: '0',
};

/** Starts the server process; it is not yet ready. `listenOn` additionally opens that loopback port. */
export function spawnServer(
  home: Home,
  programs: string,
  address: Address,
  listensOnLoopback: boolean,
  settings: Readonly<Record<string, string>>,
): ChildProcess {
  makeSocketFolder(address.socketDir, home);
  const all: Record<string, string> = {
    ...SETTINGS,
    listen_addresses: listensOnLoopback ? '127.0.0.1' : '',
    port: String(address.port),
    unix_socket_directories: `"${address.socketDir.replaceAll('"', '""')}"`,
    ...settings,
  };
  const log = openLog(home);
  try {
    // In a session of its own: Ctrl-C in a terminal must reach us only, we stop the server after the last request.
    return spawn(
      join(programs, 'postgres'),
      ['-D', home.cluster, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      {
        ...home.identity,
        cwd: '/',
        detached: true,
        stdio: ['ignore', log, log],
        env: { PATH: process.env.PATH, TZ: 'UTC', LC_ALL: 'C' },
      },
    );
  } finally {
    closeSync(log);
  }
}
