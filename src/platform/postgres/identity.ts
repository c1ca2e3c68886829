import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';

/** The operating system's user that PostgreSQL runs as. */
export interface Identity {
  uid: number;
  gid: number;
}

/** `nobody`: PostgreSQL refuses to run as root, and this user exists everywhere. */
const NOBODY: Identity = { uid: 65534, gid: 65534 };

/**
 * As whom the server must run. Undefined means "as ourselves". Root hands over to the owner of an existing cluster
 * (PostgreSQL insists on owning its files), else to nobody.
 */
export function serverIdentity(cluster: string): Identity | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : NOBODY;
}

/** Whether that user can walk into the folder. Tried rather than computed: access lists and mounts count as well. */
export function canEnter(folder: string, identity: Identity | undefined): boolean {
  if (!identity) {
    try {
      accessSync(folder, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  }
  return spawnSync('/bin/sh', ['-c', 'cd -- "$0"', folder], { ...identity, cwd: '/', stdio: 'ignore' }).status === 0;
}

/** Whether that user can start the program, shared libraries included. */
export function canRun(program: string, identity: Identity | undefined): boolean {
  return spawnSync(program, ['--version'], { ...identity, cwd: '/', stdio: 'ignore' }).status === 0;
}
