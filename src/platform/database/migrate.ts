import type pg from 'pg';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { MigrationError, readMigrations, type MigrationFile } from './migrations.js';
import { OWNER } from './roles.js';

/** Holds what was applied, apart from the business tables. The application's login may read it, to see that it fits. */
const LEDGER = 'migration';
const MIGRATION_LOCK = 0x6d696772;

type MigrationClass = new () => MigrationInterface;

/** TypeORM orders by the thirteen digits at the end of a class's name; ours are the file's number. */
function migrationClass(file: MigrationFile): MigrationClass {
  return class implements MigrationInterface {
    readonly name = `${file.name}-${String(file.number).padStart(13, '0')}`;

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(file.sql);
      await runner.query(`insert into ${LEDGER}.file (number, name, sha256) values ($1, $2, $3)`, [file.number, file.name, file.sha256]);
    }

    async down(): Promise<void> {
      throw new MigrationError('Migrations go forward only. Restore a backup instead.');
    }
  };
}

/**
 * Applies the migrations that the database does not have yet, in order, each in its own transaction, as mulu_owner.
 * Answers the names of those applied now.
 *
 * @param migratorUrl login mulu_migrator (or another that may `SET ROLE mulu_owner`)
 * @throws MigrationError when an applied file was changed or is gone, or a new one has a number before an applied one
 */
export async function migrate(migratorUrl: string, folder?: string): Promise<string[]> {
  const files = readMigrations(folder);
  const source = new DataSource({
    type: 'postgres',
    url: migratorUrl,
    applicationName: 'mulu migrate',
    schema: LEDGER,
    migrationsTableName: 'typeorm',
    migrationsTransactionMode: 'each',
    migrations: files.map(migrationClass),
    installExtensions: false,
    extra: { options: `-c role=${OWNER} -c search_path=mulu,pg_temp`, max: 2 },
  });
  await source.initialize();
  const guard = source.createQueryRunner();
  try {
    await guard.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await guard.query(`create schema if not exists ${LEDGER}`);
    await guard.query(
      `create table if not exists ${LEDGER}.file (
         number integer primary key, name text not null, sha256 text not null, at timestamptz not null default now())`,
    );
    await guard.query(`grant usage on schema ${LEDGER} to mulu_app; grant select on ${LEDGER}.file to mulu_app`);
    compare(files, await guard.query(`select number, name, sha256 from ${LEDGER}.file order by number`));
    const applied = await source.runMigrations();
    return applied.map((migration) => migration.name.slice(0, -'-0000000000000'.length));
  } finally {
    await guard.release();
    await source.destroy();
  }
}

/** @throws MigrationError when the database is not exactly what this program's migrations make */
export async function requireMigrated(app: pg.ClientBase, folder?: string): Promise<void> {
  const files = readMigrations(folder);
  const applied = await app
    .query<MigrationFile>(`select number, name, sha256 from ${LEDGER}.file order by number`)
    .catch((error: { code?: string }) => {
      if (error.code === '42P01' || error.code === '3F000') return { rows: [] };
      throw error;
    });
  compare(files, applied.rows);
  const missing = files.slice(applied.rows.length);
  if (missing.length > 0) {
    throw new MigrationError(
      `The database lacks ${missing.map((file) => file.name).join(', ')}. Set MULU_MIGRATOR_URL, or run npm run database:setup.`,
    );
  }
}

function compare(files: MigrationFile[], applied: Pick<MigrationFile, 'number' | 'name' | 'sha256'>[]): void {
  const byNumber = new Map(files.map((file) => [file.number, file]));
  for (const { number, name, sha256 } of applied) {
    const file = byNumber.get(number);
    if (!file || file.name !== name) {
      throw new MigrationError(`Migration ${name} was applied but this program does not have it: is the program older?`);
    }
    if (file.sha256 !== sha256) throw new MigrationError(`Migration ${name} was changed after it had been applied.`);
  }
  const last = applied.at(-1)?.number ?? 0;
  const known = new Set(applied.map((row) => row.number));
  const late = files.find((file) => file.number < last && !known.has(file.number));
  if (late) throw new MigrationError(`Migration ${late.name} comes before number ${last}, which was already applied.`);
}
