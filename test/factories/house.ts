import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { roomsOf } from '../../src/app.module.js';
import { loadConfig } from '../../src/platform/config/index.js';
import { testApplication } from '../harness/index.js';
import { Client } from './client.js';
import { usePeopleDatabase, type PeopleDatabase } from './people.database.js';

/** The whole house on a database of its own, with the people of the evaluation mode in it. */
export interface TestHouse {
  readonly people: PeopleDatabase;
  readonly app: NestFastifyApplication;
  /** Every log line so far. */
  readonly log: readonly string[];
  /** Somebody of the evaluation mode; the same session each time. */
  as(username: string): Promise<Client>;
  /** Nobody in particular. */
  readonly nobody: Client;
}

/** Call at the top of a spec; read the fields inside tests. */
export function useHouse(env: Readonly<Record<string, string>> = {}): TestHouse {
  const people = usePeopleDatabase();
  const sessions = new Map<string, Promise<Client>>();
  const house = { people } as { -readonly [K in keyof TestHouse]: TestHouse[K] };
  house.as = (username) => {
    const session = sessions.get(username) ?? Client.signIn(house.app, username);
    sessions.set(username, session);
    return session;
  };
  beforeAll(async () => {
    const { app, log } = await testApplication(people.database, roomsOf(loadConfig(env).mode), env);
    people.beforeDrop(() => app.close());
    Object.assign(house, { app, log, nobody: Client.stranger(app) });
  });
  return house;
}
