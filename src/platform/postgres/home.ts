import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, lstatSync, mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DataFolderInUseError, EmbeddedPostgresError } from './errors.js';
import { canEnter, serverIdentity, type Identity } from './identity.js';

/** Where clusters live when the data folder lies below a folder that PostgreSQL's user cannot enter. */
export const REFUGE = '/var/lib/mulu';

/** The folder that holds `cluster/`, `run/` (socket), `server.log` and, if they had to be copied, the programs. */
export interface Home {
  dataDir: string;
  path: string;
  cluster: string;
  identity: Identity | undefined;
  /** True when `data/postgres` is a link to a folder below the refuge. */
  elsewhere: boolean;
}

function makeFolder(path: string, mode: number, owner?: Identity): void {
  const made = mkdirSync(path, { recursive: true, mode });
  if (!made) return;
  chmodSync(path, mode); // whatever the umask says
  if (owner) chownSync(path, owner.uid, owner.gid);
}

function settle(link: string, dataDir: string, refuge: string): void {
  const identity = serverIdentity(join(link, 'cluster'));
  if (!identity || canEnter(dataDir, identity)) {
    makeFolder(link, 0o700, identity);
    return;
  }
  const target = join(refuge, randomBytes(6).toString('hex'));
  makeFolder(refuge, 0o711);
  makeFolder(target, 0o700, identity);
  if (!canEnter(target, identity)) {
    throw new EmbeddedPostgresError(
      `PostgreSQL runs as uid ${identity.uid} and can enter neither ${dataDir} nor ${refuge}. ` +
        'Set MULU_DATA_DIR to a folder whose parents everybody may enter (chmod o+x), or set DATABASE_URL.',
    );
  }
  try {
    symlinkSync(target, link);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
      throw new DataFolderInUseError(`Another Mulu process is setting up ${dataDir} at this moment.`);
    }
    throw error;
  }
}

/**
 * Finds or makes the home of the cluster below `dataDir`. Ran as root in a clone under a closed folder (0700), PostgreSQL's
 * user could not reach it; then the home is made below `refuge` and `data/postgres` becomes a link to it.
 */
export function findHome(dataDir: string, refuge: string = REFUGE): Home {
  const root = resolve(dataDir);
  makeFolder(root, process.getuid?.() === 0 ? 0o711 : 0o700);
  const link = join(root, 'postgres');
  const present = lstatSync(link, { throwIfNoEntry: false });
  if (!present) settle(link, root, refuge);

  let path: string;
  try {
    path = realpathSync(link);
  } catch {
    throw new EmbeddedPostgresError(
      `${link} points to a folder that is not there. The database was kept in it: restore that folder, ` +
        `or remove ${root} to begin with an empty database.`,
    );
  }
  const cluster = join(path, 'cluster');
  const identity = serverIdentity(cluster);
  if (!canEnter(path, identity)) {
    throw new EmbeddedPostgresError(
      `PostgreSQL${identity ? ` runs as uid ${identity.uid} and` : ''} cannot enter ${path}. ` +
        `Let everybody pass through its parents (chmod o+x), or move it below ${refuge} and make ${link} a link to it.`,
    );
  }
  return { dataDir: root, path, cluster, identity, elsewhere: lstatSync(link).isSymbolicLink() };
}
