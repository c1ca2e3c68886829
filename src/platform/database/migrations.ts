import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../project.js';

export const MIGRATIONS_FOLDER = join(PROJECT_ROOT, 'migrations');

/** One file `NNNN-name.sql`. */
export interface MigrationFile {
  number: number;
  /** The file's name without `.sql`. */
  name: string;
  sql: string;
  /** SHA-256 of the file's bytes, hexadecimal. */
  sha256: string;
}

/** The migrations folder, or what a database says was applied, contradicts the program. Nothing was changed. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

/** Reads all migrations in order. @throws MigrationError for a name that is no `NNNN-name.sql`, or a number used twice */
export function readMigrations(folder: string = MIGRATIONS_FOLDER): MigrationFile[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.sql'));
  const migrations = files.sort().map((file) => {
    const number = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(file)?.[1];
    if (!number) throw new MigrationError(`${file} is not named NNNN-name.sql`);
    const bytes = readFileSync(join(folder, file));
    return {
      number: Number(number),
      name: file.slice(0, -'.sql'.length),
      sql: bytes.toString('utf8'),
      sha256: createHash('sha256').update(bytes).digest('hex'),
    };
  });
  migrations.forEach((migration, index) => {
    if (migrations[index - 1]?.number === migration.number) {
      throw new MigrationError(`${migrations[index - 1]?.name} and ${migration.name} have the same number`);
    }
  });
  return migrations;
}
