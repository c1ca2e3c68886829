import { connect } from 'node:net';
import { json } from 'node:stream/consumers';
import pg from 'pg';
import { closeDatabase, withDatabase, type Login } from '../../src/platform/database/index.js';
import { harvest } from '../golden/harvest.js';

/** A migrated database of its own, with a URL for every login. */
export interface TestDatabase {
  name: string;
  /** The superuser, in this database. */
  adminUrl: string;
  migratorUrl: string;
  appUrl: string;
  portalUrl: string;
  auditorUrl: string;
  checkpointerUrl: string;
  drop(): Promise<void>;
}

interface TestServer {
  adminUrl: string;
  passwords: Record<Login, string>;
  /** Every database of this run begins with it. */
  run: string;
  template: string;
}

let asked: Promise<TestServer> | undefined;
let made = 0;

/** The run's server, started when the first spec asks. Its superuser URL leads to the database `postgres`. */
export function testServer(): Promise<TestServer> {
  return (asked ??= askDesk());
}

async function askDesk(): Promise<TestServer> {
  const desk = process.env.TEST_DESK;
  if (!desk) throw new Error('TEST_DESK is not set: run the specs with the jest.config.mjs of this repository');
  const answer = (await json(connect(desk))) as TestServer & { failure?: string };
  if (answer.failure) throw new Error(`The test database could not be made. ${answer.failure}`);
  return answer;
}

async function asAdmin(work: (admin: pg.Client) => Promise<unknown>): Promise<void> {
  const admin = new pg.Client({ connectionString: (await testServer()).adminUrl });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}

/** Makes a database from the migrated template (about 0.1 s). Whoever calls it drops it; `useTestDatabase` does so itself. */
export async function testDatabase(): Promise<TestDatabase> {
  const { adminUrl, passwords, run, template } = await testServer();
  const name = `${run}_${process.pid}_${(made += 1)}`;
  await asAdmin(async (admin) => {
    await admin.query(`create database ${name} template ${template} owner mulu_owner`);
    await closeDatabase(admin, name);
  });
  const url = (user: Login) => withDatabase(adminUrl, name, { user, password: passwords[user] });
  return {
    name,
    adminUrl: withDatabase(adminUrl, name),
    migratorUrl: url('mulu_migrator'),
    appUrl: url('mulu_app'),
    portalUrl: url('mulu_portal'),
    auditorUrl: url('mulu_auditor'),
    checkpointerUrl: url('mulu_checkpointer'),
    drop: async () => {
      const folder = process.env.GOLDEN_HARVEST;
      if (folder) await harvest(withDatabase(adminUrl, name), folder);
      await asAdmin((admin) => admin.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/** Call at the top of a spec or a describe: a database before all of its tests, gone after them. Read the fields inside tests. */
export function useTestDatabase(): TestDatabase {
  const database = {} as TestDatabase;
  beforeAll(async () => void Object.assign(database, await testDatabase()));
  afterAll(() => database.drop?.());
  return database;
}
