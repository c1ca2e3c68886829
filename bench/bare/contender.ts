import { createHash } from 'node:crypto';
import { Child } from '../child.js';
import { drive, freePort, type Answer, type Ask } from '../connections.js';
import type { Contender, Measured, Operation } from '../contender.js';
import { countsOf, placesOf, SIGNED, type Place } from '../layout.js';
import { CONNECTIONS, type Options } from '../options.js';
import { itemNumber, plainId, PUBLICATIONS, type BareStore } from './store.js';

const BASE = 1000;

/** `http` and `pg`, doing the minimal correct SQL. */
export class Bare implements Contender {
  readonly name = 'bare Node';
  private acknowledged: string[] = [];
  private versions = new Set<number>();

  private constructor(
    private readonly server: Child,
    private readonly store: BareStore,
    private readonly options: Options,
  ) {}

  static async start(store: BareStore, options: Options): Promise<Bare> {
    await store.seed(BASE, options);
    const port = await freePort();
    const program = [
      '--import',
      new URL('../../scripts/typescript-hook.mjs', import.meta.url).pathname,
      new URL('./server.ts', import.meta.url).pathname,
    ];
    return new Bare(await Child.start(program, { BARE_URL: store.url, BARE_PORT: String(port) }, port, '/healthz'), store, options);
  }

  async run(operation: Operation, round: number): Promise<Measured> {
    if (operation === 'publish') return this.publish(round);
    if (operation === 'read') return this.read(round);
    const places = placesOf(this.options, operation, round);
    const timing = await drive(
      this.server.port,
      operation === 'signAlone' ? 1 : CONNECTIONS,
      places,
      ({ version, position }) => {
        const number = itemNumber(BASE + version, position);
        const contentHash = createHash('sha256').update(`text ${number}`).digest('hex');
        return post('/sign', 2, { version: plainId(3, BASE + version), item: plainId(4, number), contentHash });
      },
      (place, answer) => this.signed(place, answer),
    );
    return { ...timing, operations: places.length };
  }

  async verify(): Promise<void> {
    await this.store.verify([...this.versions], this.acknowledged);
  }

  stop(): Promise<void> {
    return this.server.stop();
  }

  private signed({ version, position }: Place, answer: Answer): void {
    const item = plainId(4, itemNumber(BASE + version, position));
    const said = answer.status === 200 ? (JSON.parse(answer.text) as { itemId: string; state: string }) : undefined;
    if (said?.itemId !== item || said.state !== 'releasable') throw new Error(`bare Node answered ${answer.status} ${answer.text}`);
    this.acknowledged.push(item);
    this.versions.add(BASE + version);
  }

  private async publish(round: number): Promise<Measured> {
    const versions = Array.from({ length: PUBLICATIONS }, (_, n) => plainId(3, BASE + SIGNED + round * PUBLICATIONS + n));
    const timing = await drive(
      this.server.port,
      1,
      versions,
      (version) => post('/publish', 3, { version }),
      (version, { status, text }) => {
        if (status !== 200 || (JSON.parse(text) as { versionId: string }).versionId !== version)
          throw new Error(`bare Node answered ${status} ${text}`);
      },
    );
    return { ...timing, operations: versions.length };
  }

  private async read(round: number): Promise<Measured> {
    const { reads, items } = countsOf(this.options, round);
    const path = `/catalogue/${plainId(3, BASE + SIGNED + round * PUBLICATIONS)}`;
    const jobs = Array.from({ length: reads }, () => path);
    const timing = await drive(
      this.server.port,
      CONNECTIONS,
      jobs,
      () => ({ method: 'GET', path }),
      (_, { status, text }) => {
        if (status !== 200 || (JSON.parse(text) as { items: unknown[] }).items.length !== items)
          throw new Error(`bare Node answered ${status}`);
      },
    );
    return { ...timing, operations: jobs.length };
  }
}

function post(path: string, account: number, body: object): Ask {
  const headers = { 'content-type': 'application/json', cookie: `token=${encodeURIComponent(`token ${account}`)}` };
  return { method: 'POST', path, headers, body: JSON.stringify(body) };
}
