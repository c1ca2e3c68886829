import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Child } from '../child.js';
import { Connection } from '../connections.js';
import { ask } from '../database.js';
import { makeHouse, serve } from '../house/database.js';
import { enter, makeTerritory, type Territory, type TerritoryOptions } from '../territory/index.js';
import type { Question } from './questions.js';

/** So long nothing is logged before the clock counts as done with what it found. */
const CALM_MS = 15_000;
const PATIENCE_MS = 600_000;

/** The whole territory with the built application on it, and its office at the board. */
export class Subject {
  private constructor(
    readonly territory: Territory,
    readonly events: number,
    private readonly server: Child,
    private readonly connection: Connection,
    private readonly cookie: string,
    private readonly bare: pg.Client,
  ) {}

  static async make(adminUrl: string, name: string, options: TerritoryOptions): Promise<Subject> {
    const urls = await makeHouse(adminUrl, name);
    const territory = await makeTerritory(urls.adminUrl, options);
    const bare = new pg.Client({ connectionString: urls.adminUrl });
    await bare.connect();
    const token = await enter(bare, 'office.150000');
    const server = await serve(urls, {});
    await calm(urls.adminUrl);
    const events = await logged(urls.adminUrl);
    return new Subject(territory, events, server, new Connection(server.port), `mulu=${token}`, bare);
  }

  /** Milliseconds until the whole answer was there. @throws Error when it does not count `expected` */
  async told({ path, counted }: Question, expected: number): Promise<number> {
    const sent = performance.now();
    const { status, text } = await this.connection.send({ method: 'GET', path, headers: { cookie: this.cookie } });
    const took = performance.now() - sent;
    const number = status === 200 ? counted(JSON.parse(text)) : null;
    if (number !== expected) throw new Error(`${path} answered ${status} with ${number} instead of ${expected}: ${text.slice(0, 300)}`);
    return took;
  }

  /** The same of the bare query, and what it counted. */
  async counted({ bare, values }: Question): Promise<{ took: number; number: number }> {
    const sent = performance.now();
    const { rows } = await this.bare.query<{ number: number }>(bare, [...values]);
    return { took: performance.now() - sent, number: rows[0]!.number };
  }

  async stop(): Promise<void> {
    this.connection.close();
    await this.bare.end();
    await this.server.stop();
  }
}

const logged = async (adminUrl: string) =>
  (await ask<{ events: number }>(adminUrl, 'select count(*)::int as events from mulu.log_event'))[0]!.events;

/** The clock begins with what a new day brings: reports are opened, bodies reminded. */
async function calm(adminUrl: string): Promise<void> {
  const giveUpAt = Date.now() + PATIENCE_MS;
  for (let before = -1; Date.now() < giveUpAt;) {
    const [row] = await ask<{ matters: number }>(adminUrl, 'select coalesce(sum(state_seq), 0)::int as matters from mulu.matter');
    if (row!.matters === before) return;
    before = row!.matters;
    await sleep(CALM_MS);
  }
  throw new Error('The clock does not come to an end.');
}
