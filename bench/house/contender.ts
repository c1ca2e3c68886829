import type { Child } from '../child.js';
import { drive, type Answer } from '../connections.js';
import type { Contender, Measured, Operation } from '../contender.js';
import { countsOf, placesOf, TOGETHER, versionsOf, type Place } from '../layout.js';
import { CONNECTIONS, type Options } from '../options.js';
import { ask } from '../database.js';
import { serve, type HouseUrls } from './database.js';
import { PASSWORD, Person } from './person.js';
import { prepareVersion, type PreparedVersion } from './prepare.js';
import { demandStored, type Signature } from './store.js';

/** The built application, over HTTP, as anybody runs it. */
export class House implements Contender {
  readonly name = 'Mulu';
  private readonly signatures: Signature[] = [];

  private constructor(
    private readonly server: Child,
    private readonly people: { officer: Person; assessor: Person; leader: Person },
    private readonly versions: ReadonlyMap<number, PreparedVersion>,
    private readonly options: Options,
    private readonly urls: HouseUrls,
  ) {}

  static async start(urls: HouseUrls, options: Options): Promise<House> {
    const server = await serve(urls, { MULU_DEMO_PASSWORD: PASSWORD });
    const { port } = server;
    const officer = await Person.signIn(port, 'officer');
    const assessor = await Person.signIn(port, 'assessor');
    const leader = await Person.signIn(port, 'leader');
    return new House(server, { officer, assessor, leader }, await prepareAll(port, options, urls), options, urls);
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
        const { versionId, items } = this.versions.get(version)!;
        const { id, contentHash } = items[position]!;
        return this.people.officer.request(`/api/versions/${versionId}/items/${id}/events`, { type: 'clear', contentHash });
      },
      (place, answer) => this.signed(place, answer),
    );
    return { ...timing, operations: places.length };
  }

  async verify(): Promise<void> {
    await demandStored(this.urls.adminUrl, this.signatures);
  }

  async stop(): Promise<void> {
    Object.values(this.people).forEach((person) => person.close());
    await this.server.stop();
  }

  private signed({ version, position }: Place, answer: Answer): void {
    const { versionId, items } = this.versions.get(version)!;
    const { id, contentHash } = items[position]!;
    const said = answer.status === 200 ? (JSON.parse(answer.text) as Signature & { state: string }) : undefined;
    if (said?.itemId !== id || said.contentHash !== contentHash || said.state !== 'releasable') {
      throw new Error(`Mulu answered ${answer.status} ${answer.text}`);
    }
    this.signatures.push({ versionId, itemId: id, contentHash, seq: said.seq });
  }

  /** The version that was signed just before goes on to its approval; only the approval, which publishes, is measured. */
  private async publish(round: number): Promise<Measured> {
    const { versionId } = this.versions.get(TOGETHER + round)!;
    const { officer, assessor, leader } = this.people;
    const { json: reviewed } = await officer.step(versionId, 'concludeConfidentialityReview');
    // Statutory items need no assessment: the version may already wait for its approval.
    if (reviewed.state === 'riskAssessment') await assessor.step(versionId, 'concludeRiskAssessment');
    const { etag } = await leader.get(`/api/versions/${versionId}`);
    const request = leader.request(`/api/versions/${versionId}/events`, { type: 'approve' }, etag);
    const timing = await drive(
      this.server.port,
      1,
      [request],
      (job) => job,
      (_, { status, text }) => {
        if (status !== 200 || (JSON.parse(text) as { state: string }).state !== 'published')
          throw new Error(`Mulu answered ${status} ${text}`);
      },
    );
    return { ...timing, operations: 1 };
  }

  private async read(round: number): Promise<Measured> {
    const { reads, items } = countsOf(this.options, round);
    const path = `/open/catalogues/${this.versions.get(TOGETHER + round)!.catalogueId}.json`;
    const jobs = Array.from({ length: reads }, () => path);
    const timing = await drive(
      this.server.port,
      CONNECTIONS,
      jobs,
      () => ({ method: 'GET', path }),
      (_, { status, text }) => {
        if (status !== 200 || (JSON.parse(text) as { items: unknown[] }).items.length !== items)
          throw new Error(`Mulu answered ${status} ${text.slice(0, 300)}`);
      },
    );
    return { ...timing, operations: jobs.length };
  }
}

/** Two compilers at a time: files are read in child processes. */
async function prepareAll(port: number, options: Options, urls: HouseUrls): Promise<Map<number, PreparedVersion>> {
  const wanted = versionsOf(options);
  const prepared = new Map<number, PreparedVersion>();
  await Promise.all(
    ['compiler', 'compiler2'].map(async (name) => {
      const compiler = await Person.signIn(port, name);
      for (let next = wanted.shift(); next; next = wanted.shift()) prepared.set(next.version, await prepareVersion(compiler, next.items));
      compiler.close();
    }),
  );
  await ask(urls.adminUrl, 'vacuum analyze');
  return prepared;
}
