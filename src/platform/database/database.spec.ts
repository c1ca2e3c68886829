import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { testDatabase, testServer, useTestDatabase } from '../../../test/harness/index.js';
import { loadConfig } from '../config/index.js';
import { appDataSource, bootstrap, migrate, openDatabase, portalPool, readMigrations, withDatabase } from './index.js';

async function ask<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('a database made from the template', () => {
  const database = useTestDatabase();

  it('has every migration, and applying them again changes nothing', async () => {
    const names = await ask<{ name: string }>(database.adminUrl, 'select name from migration.file order by number');
    expect(names.map((row) => row.name)).toEqual(readMigrations().map((file) => file.name));
    expect(await migrate(database.migratorUrl)).toEqual([]);
  });

  it('belongs to mulu_owner with everything in it', async () => {
    const strangers = await ask(
      database.adminUrl,
      `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('mulu', 'migration') and pg_get_userbyid(c.relowner) <> 'mulu_owner'`,
    );
    expect(strangers).toEqual([]);
  });

  it.each(['appUrl', 'portalUrl', 'auditorUrl', 'checkpointerUrl'] as const)('gives the login of %s no power over it', async (key) => {
    const [row] = await ask(
      database[key],
      `select pg_has_role(current_user, 'mulu_owner', 'member') as member,
              has_database_privilege(current_database(), 'create') as create,
              has_database_privilege(current_database(), 'temporary') as temporary,
              has_schema_privilege('mulu', 'create') as schema, current_setting('search_path') as path`,
    );
    expect(row).toEqual({ member: false, create: false, temporary: false, schema: false, path: 'mulu, pg_temp' });
    await expect(ask(database[key], 'set role mulu_owner')).rejects.toMatchObject({ code: '42501' });
  });

  it('lets the migrator act as the owner only after SET ROLE', async () => {
    await expect(ask(database.migratorUrl, 'create table mulu.x ()')).rejects.toMatchObject({ code: '42501' });
    await ask(database.migratorUrl, 'set role mulu_owner; create table mulu.x (); drop table mulu.x');
  });

  it('lets nobody else connect', async () => {
    await ask(database.adminUrl, `create role stranger_${process.pid} login password 'stranger'`);
    const url = new URL(database.adminUrl);
    url.username = `stranger_${process.pid}`;
    url.password = 'stranger';
    await expect(ask(url.toString(), 'select 1')).rejects.toMatchObject({ code: '42501' });
    await ask(database.adminUrl, `drop role stranger_${process.pid}`);
  });

  it('gives PUBLIC no right to execute a function made later', async () => {
    await ask(database.migratorUrl, `set role mulu_owner; create function mulu.made_later() returns int language sql as 'select 1'`);
    await expect(ask(database.appUrl, 'select made_later()')).rejects.toMatchObject({ code: '42501' });
    await ask(database.migratorUrl, 'set role mulu_owner; drop function mulu.made_later()');
  });

  it('orders text by code point whatever the operating system thinks', async () => {
    const rows = await ask<{ t: string }>(database.adminUrl, `select t from (values ('b'), ('B'), ('乙'), ('a')) v(t) order by t`);
    expect(rows.map((row) => row.t)).toEqual(['B', 'a', 'b', '乙']);
  });

  it('serves the data source and the portal pool under their own logins', async () => {
    const source = await appDataSource(database.appUrl).initialize();
    expect(await source.query('select current_user as who')).toEqual([{ who: 'mulu_app' }]);
    await source.destroy();
    const portal = portalPool(database.portalUrl);
    expect((await portal.query('select current_user as who')).rows).toEqual([{ who: 'mulu_portal' }]);
    await portal.end();
  });
});

describe('an external database', () => {
  const database = useTestDatabase();
  const config = (url: string) => loadConfig({ DATABASE_URL: url, MULU_PORTAL_URL: database.portalUrl });

  it('is opened when it is what the migrations make', async () => {
    const opened = await openDatabase(config(database.appUrl), () => undefined);
    expect(opened).toMatchObject({ appUrl: database.appUrl, portalUrl: database.portalUrl });
    await opened.close();
  });

  it('is refused in words, without the password, when it does not let us in', async () => {
    const wrong = new URL(database.appUrl);
    wrong.password = 'canary';
    const opening = openDatabase(config(wrong.toString()), () => undefined);
    await expect(opening).rejects.toThrow(/DATABASE_URL .*mulu_app@.* does not open: password authentication failed/);
    await expect(opening).rejects.not.toThrow('canary');
  });

  it('is refused when it lacks a migration', async () => {
    await ask(database.adminUrl, 'delete from migration.file where number = (select max(number) from migration.file)');
    await expect(openDatabase(config(database.appUrl), () => undefined)).rejects.toThrow(/The database lacks .*MULU_MIGRATOR_URL/);
  });
});

describe('bootstrap', () => {
  it('can be repeated, also by several at once', async () => {
    const { adminUrl, passwords, run } = await testServer();
    const name = `${run}_${process.pid}_boot`;
    await Promise.all([1, 2, 3].map(() => bootstrap(adminUrl, name, passwords)));
    const url = withDatabase(adminUrl, name, { user: 'mulu_app', password: passwords.mulu_app });
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await ask(adminUrl, `drop database ${name}`);
  });
});

describe('migrations', () => {
  const folders: string[] = [];
  afterAll(() => folders.forEach((path) => rmSync(path, { recursive: true })));
  function folder(files: Record<string, string>): string {
    const path = mkdtempSync(join(tmpdir(), 'mulu-migrations-'));
    folders.push(path);
    for (const [name, sql] of Object.entries(files)) writeFileSync(join(path, name), sql);
    return path;
  }
  const one = { '0001-one.sql': 'create schema mulu; create table one (a int); insert into one values (1);' };

  async function emptyDatabase(): Promise<{ migratorUrl: string; adminUrl: string; drop: () => Promise<void> }> {
    const database = await testDatabase();
    await ask(database.adminUrl, 'drop schema mulu cascade; drop schema migration cascade');
    return database;
  }

  it('run in order and once, also when two processes start together', async () => {
    const database = await emptyDatabase();
    const path = folder({ ...one, '0002-two.sql': 'create table two as select a + 1 as b from one;' });
    const applied = await Promise.all([migrate(database.migratorUrl, path), migrate(database.migratorUrl, path)]);
    expect(applied.flat().sort()).toEqual(['0001-one', '0002-two']);
    expect(await ask(database.adminUrl, 'select b from mulu.two')).toEqual([{ b: 2 }]);
    await database.drop();
  });

  it('leave nothing behind of a file that fails, and keep the ones before it', async () => {
    const database = await emptyDatabase();
    const bad = folder({ ...one, '0002-two.sql': 'create table two (); select 1 / 0;' });
    await expect(migrate(database.migratorUrl, bad)).rejects.toThrow('division by zero');
    expect(await ask(database.adminUrl, `select to_regclass('mulu.two') as two, to_regclass('mulu.one')::text as one`)).toEqual([
      { two: null, one: 'mulu.one' },
    ]);
    const good = folder({ ...one, '0002-two.sql': 'create table two ();' });
    expect(await migrate(database.migratorUrl, good)).toEqual(['0002-two']);
    await database.drop();
  });

  it('refuse a changed file, a missing one, and one that comes too late', async () => {
    const database = await emptyDatabase();
    await migrate(database.migratorUrl, folder({ ...one, '0003-three.sql': 'select 1;' }));
    await expect(migrate(database.migratorUrl, folder({ '0001-one.sql': 'select 2;', '0003-three.sql': 'select 1;' }))).rejects.toThrow(
      '0001-one was changed',
    );
    await expect(migrate(database.migratorUrl, folder(one))).rejects.toThrow('0003-three was applied but this program does not have it');
    const late = folder({ ...one, '0002-two.sql': 'select 1;', '0003-three.sql': 'select 1;' });
    await expect(migrate(database.migratorUrl, late)).rejects.toThrow('0002-two comes before number 3');
    await database.drop();
  });

  it('refuse names that are not NNNN-name.sql, and a number used twice', () => {
    expect(() => readMigrations(folder({ '1-x.sql': '' }))).toThrow('not named');
    expect(() => readMigrations(folder({ '0001-a.sql': '', '0001-b.sql': '' }))).toThrow('same number');
  });
});
