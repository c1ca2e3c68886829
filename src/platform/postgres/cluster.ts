import { execFile } from 'node:child_process';
import { chownSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedPostgresError } from './errors.js';
import type { Home } from './home.js';

const run = promisify(execFile);

/** Whether the cluster was initialised completely. */
export function clusterExists(home: Home): boolean {
  return existsSync(join(home.cluster, 'PG_VERSION'));
}

/**
 * Makes the cluster: UTF-8, the built-in C.UTF-8 locale (its order never changes with the operating system), page
 * checksums (the default since 18), scram passwords only. It is made aside and renamed, so that a crash leaves no half cluster.
 */
export async function makeCluster(home: Home, programs: string, password: string): Promise<void> {
  const aside = `${home.cluster}.${process.pid}`;
  const passwordFile = `${aside}.pw`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (home.identity) {
    chownSync(aside, home.identity.uid, home.identity.gid);
    chownSync(passwordFile, home.identity.uid, home.identity.gid);
  }
  try {
    await run(
      join(programs, 'initdb'),
      [
        ...['-D', aside, '-U', 'postgres', `--pwfile=${passwordFile}`],
        ...['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
        ...['--auth-local=scram-sha-256', '--auth-host=scram-sha-256', '--no-instructions'],
      ],
      { ...home.identity, cwd: '/', env: { PATH: process.env.PATH, TZ: 'UTC' } },
    );
    renameSync(aside, home.cluster);
    syncFolder(home.path);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (clusterExists(home)) return; // two first starts at once: the other's cluster is as good
    const { stderr, message } = error as { stderr?: string; message: string };
    throw new EmbeddedPostgresError(`initdb failed in ${home.path}: ${(stderr || message).trim()}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function syncFolder(path: string): void {
  const descriptor = openSync(path, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
