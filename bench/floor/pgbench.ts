import { execFile } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { APPEND, PUBLISH, SIGN } from '../bare/statements.js';
import { itemNumber, plainId, PUBLICATIONS, type BareStore } from '../bare/store.js';
import type { Contender, Measured, Operation } from '../contender.js';
import { APART, firstApart, placesOf, SIGNED, TOGETHER } from '../layout.js';
import { CONNECTIONS, VERSIONS, type Options } from '../options.js';

const BASE = 5000;

/** A statement of the bare server with expressions in the place of its parameters, on one line. */
function filled(statement: string, ...expressions: string[]): string {
  return statement.replace(/\$(\d)/g, (_, n: string) => expressions[Number(n) - 1]!).replace(/\s+/g, ' ');
}

const HASH = `sha256(convert_to('text ' || :item::bigint, 'UTF8'))`;
const ITEM = 'plain_id(4, :item::bigint)';
const VERSION = 'plain_id(3, :version::bigint)';
const event = (type: string, from: string, to: string, item: string) =>
  `convert_to(jsonb_build_object('actor', :account_id::uuid, 'from', '${from}', 'to', '${to}', 'type', '${type}'${item})::text, 'UTF8')`;

/** A row that is missing stops pgbench at \gset. */
const SIGN_SCRIPT = [
  '\\set n :i * :clients + :client_id',
  '\\set i :i + 1',
  '\\set version :first + :n % :versions',
  '\\set item :version * 1000 + :from + :n / :versions',
  'begin;',
  `${filled(SIGN.lock, VERSION)} \\gset`,
  `${filled(SIGN.check, `'token 2'::bytea`, ITEM, HASH, ':body_id::uuid', ':submitted_by::uuid')} \\gset`,
  `${filled(SIGN.decide, VERSION, ITEM, HASH, ':account_id::uuid')};`,
  `${filled(SIGN.move, ITEM)};`,
  `${filled(APPEND, VERSION, event('clear', 'awaitingReview', 'releasable', `, 'itemId', ${ITEM}, 'contentHash', encode(${HASH}, 'hex')`))};`,
  'commit;',
].join('\n');

const PUBLISH_SCRIPT = [
  '\\set version :first + :i',
  '\\set i :i + 1',
  'begin;',
  `${filled(PUBLISH.lock, VERSION)} \\gset`,
  `${filled(PUBLISH.check, `'token 3'::bytea`, ':body_id::uuid', ':submitted_by::uuid')} \\gset`,
  `select 1 / (count(*) = 0)::int as ready from (${filled(PUBLISH.obstacles, VERSION, ':account_id::uuid')}) o \\gset`,
  `${filled(PUBLISH.project, VERSION)};`,
  `${filled(PUBLISH.move, VERSION)};`,
  `${filled(APPEND, VERSION, event('approve', 'departmentApproval', 'published', ''))};`,
  'commit;',
].join('\n');

/** pgbench with the bare server's SQL: no HTTP and no JavaScript, so nothing that does this work can be much faster. */
export class Floor implements Contender {
  readonly name = 'pgbench';
  private acknowledged: string[] = [];
  private versions = new Set<number>();

  private constructor(
    private readonly program: string,
    private readonly store: BareStore,
    private readonly options: Options,
    private readonly folder: string,
  ) {}

  static async start(program: string, store: BareStore, options: Options, folder: string): Promise<Floor> {
    await store.seed(BASE, options);
    writeFileSync(join(folder, 'sign.sql'), SIGN_SCRIPT);
    writeFileSync(join(folder, 'publish.sql'), PUBLISH_SCRIPT);
    return new Floor(program, store, options, folder);
  }

  async run(operation: Operation, round: number): Promise<Measured | null> {
    if (operation === 'read') return null;
    if (operation === 'publish') {
      return this.script('publish.sql', 1, PUBLICATIONS, { first: BASE + SIGNED + round * PUBLICATIONS });
    }
    const clients = operation === 'signAlone' ? 1 : CONNECTIONS;
    const places = placesOf(this.options, operation, round);
    const each = Math.floor(places.length / clients);
    const first = BASE + (operation === 'signAlone' ? round : operation === 'signApart' ? APART : TOGETHER + round);
    const apart = operation === 'signApart';
    const measured = await this.script('sign.sql', clients, each, {
      first,
      versions: apart ? VERSIONS : 1,
      from: apart ? firstApart(this.options, round) : 0,
    });
    for (const { version, position } of places.slice(0, each * clients)) {
      this.acknowledged.push(plainId(4, itemNumber(BASE + version, position)));
      this.versions.add(BASE + version);
    }
    return measured;
  }

  async verify(): Promise<void> {
    await this.store.verify([...this.versions], this.acknowledged);
  }

  async stop(): Promise<void> {
    // each script is a process that has ended
  }

  private async script(file: string, clients: number, each: number, variables: Record<string, number>): Promise<Measured> {
    const url = new URL(this.store.url);
    const log = join(this.folder, 'pgbench');
    const given = Object.entries({ ...variables, clients, i: 0 }).flatMap(([name, value]) => ['-D', `${name}=${value}`]);
    const { stdout } = await promisify(execFile)(
      this.program,
      [
        '-n',
        '-M',
        'prepared',
        '-c',
        String(clients),
        '-j',
        String(Math.min(clients, 2)),
        '-t',
        String(each),
        '-f',
        file,
        '-l',
        '--log-prefix',
        log,
        ...given,
        'bare',
      ],
      {
        cwd: this.folder,
        env: {
          PATH: process.env.PATH,
          PGHOST: url.searchParams.get('host')!,
          PGPORT: url.port || '5432',
          PGUSER: url.username,
          PGPASSWORD: decodeURIComponent(url.password),
        },
      },
    );
    const done = Number(/actually processed: (\d+)/.exec(stdout)?.[1]);
    if (done !== clients * each) throw new Error(`pgbench did ${done} of ${clients * each} transactions`);
    return this.timing(done);
  }

  /** Each line of the log: client, number, latency in µs, script, seconds and µs of the end. */
  private timing(operations: number): Measured {
    const files = readdirSync(this.folder).filter((name) => name.startsWith('pgbench.'));
    const lines = files.flatMap((name) => readFileSync(join(this.folder, name), 'utf8').trim().split('\n'));
    files.forEach((name) => rmSync(join(this.folder, name)));
    const acts = lines
      .map((line) => line.split(' ').map(Number))
      .map(([, , took, , second, micro]) => ({ took: took! / 1000, end: second! * 1000 + micro! / 1000 }));
    const begin = Math.min(...acts.map(({ took, end }) => end - took));
    return { operations, elapsed: Math.max(...acts.map(({ end }) => end)) - begin, latencies: acts.map(({ took }) => took) };
  }
}
