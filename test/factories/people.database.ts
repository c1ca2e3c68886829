import pg from 'pg';
import { testDatabase, type TestDatabase } from '../harness/index.js';
import { seedPeople } from './people.js';

/** A database with the people of the evaluation mode, and two connections: the application's login and the superuser's. */
export interface PeopleDatabase {
  database: TestDatabase;
  app: pg.Client;
  admin: pg.Client;
  /** One more connection of the same kind, closed at the end. */
  another(login?: 'app' | 'admin'): Promise<pg.Client>;
  /** What has to be closed while the database is still there. */
  beforeDrop(close: () => Promise<unknown>): void;
}

/** Call at the top of a spec; read the fields inside tests. `seed: false` leaves the database without anybody. */
export function usePeopleDatabase({ seed = true } = {}): PeopleDatabase {
  const people = {} as PeopleDatabase;
  people.beforeDrop = (close) => void closing.push(close);
  const closing: (() => Promise<unknown>)[] = [];
  const connect = async (config: pg.ClientConfig) => {
    const client = new pg.Client(config);
    await client.connect();
    closing.push(() => client.end());
    return client;
  };
  beforeAll(async () => {
    const database = await testDatabase();
    people.database = database;
    people.another = (login = 'app') =>
      login === 'app'
        ? connect({ connectionString: database.appUrl })
        : connect({ connectionString: database.adminUrl, options: '-c search_path=mulu' });
    people.app = await people.another();
    people.admin = await people.another('admin');
    if (seed) await seedPeople(people.app);
  });
  afterAll(async () => {
    await Promise.all(closing.map((close) => close()));
    await people.database?.drop();
  });
  return people;
}
