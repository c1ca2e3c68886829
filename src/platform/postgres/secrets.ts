import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './errors.js';

/** Passwords of the embedded cluster's logins, made once, kept beside the cluster in a file only its owner reads. */
export interface ClusterSecrets {
  postgres: string;
  mulu_migrator: string;
  mulu_app: string;
  mulu_portal: string;
  mulu_auditor: string;
  mulu_checkpointer: string;
}

const LOGINS = [
  'postgres',
  'mulu_migrator',
  'mulu_app',
  'mulu_portal',
  'mulu_auditor',
  'mulu_checkpointer',
] as const satisfies readonly (keyof ClusterSecrets)[];

export function secretsFile(dataDir: string): string {
  return join(dataDir, 'postgres.secrets.json');
}

/** Reads the passwords, or makes them (192 random bits each) when there are none yet. Written whole or not at all. */
export function readOrMakeSecrets(dataDir: string, clusterExists: boolean): ClusterSecrets {
  const file = secretsFile(dataDir);
  const present = readSecrets(file);
  if (present) return present;
  if (clusterExists) {
    throw new EmbeddedPostgresError(
      `${file} is missing, but the database it opens is there. Restore the file from the same backup as the database.`,
    );
  }
  const made = Object.fromEntries(LOGINS.map((login) => [login, randomBytes(24).toString('base64url')]));
  const partial = `${file}.${process.pid}`;
  const descriptor = openSync(partial, 'w', 0o600);
  writeSync(descriptor, `${JSON.stringify(made, null, 2)}\n`);
  fsyncSync(descriptor);
  closeSync(descriptor);
  try {
    linkSync(partial, file); // unlike a rename, a link never replaces what another process has just written
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(partial, { force: true });
  }
  return readSecrets(file) as ClusterSecrets;
}

function readSecrets(file: string): ClusterSecrets | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const found = JSON.parse(text) as Partial<ClusterSecrets>;
    if (LOGINS.every((login) => typeof found[login] === 'string')) return found as ClusterSecrets;
  } catch {
    // reported below, without the text: it holds passwords
  }
  throw new EmbeddedPostgresError(`${file} is damaged. Restore it from the same backup as the database.`);
}
