import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { AccessModule } from '../../src/access/index.js';
import { CataloguesModule } from '../../src/catalogues/index.js';
import { Client, type Answer } from '../factories/client.js';
import { usePeopleDatabase } from '../factories/people.database.js';
import { decision, Desk, text } from '../factories/versions.js';
import { testApplication } from '../harness/index.js';
import { checkInvariants } from '../invariants/check.js';

// What one request costs, free of noise: statements on the wire, transactions that write, rows that they write (quality.md, "Speed").

const people = usePeopleDatabase();
let app: NestFastifyApplication;
let desk: Desk;

interface Cost {
  readonly answer: Answer;
  /** Everything that the application sent, BEGIN and COMMIT and the reading of the session included. */
  readonly statements: readonly string[];
  readonly writingCommits: number;
  /** Rows by table and what was done to them. */
  readonly rows: Readonly<Record<string, number>>;
}

let sent: string[] | null = null;

/** Remembers what any connection of this process sends while `sent` is there. */
function overhear(): void {
  const query = pg.Client.prototype.query as (this: pg.Client, ...given: unknown[]) => unknown;
  jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...given: unknown[]) {
    const [first] = given as [string | { text: string }];
    sent?.push(typeof first === 'string' ? first : first.text);
    return query.apply(this, given) as never;
  });
}

/** A trigger on every table writes down each row that is written, and by which transaction. */
const BOOKKEEPING = `
  create schema bookkeeping;
  create table bookkeeping.entry (xid xid8 not null, what text not null);
  create function bookkeeping.note() returns trigger language plpgsql security definer as $$
  begin
    insert into bookkeeping.entry values (pg_current_xact_id(), lower(tg_op) || ' ' || tg_table_name);
    return null;
  end $$;
  do $$
  declare v_table regclass;
  begin
    for v_table in select oid from pg_class where relkind = 'r' and relnamespace = 'mulu'::regnamespace loop
      execute format('create trigger zz_noted after insert or update or delete on %s for each row execute function bookkeeping.note()', v_table);
    end loop;
  end $$`;

async function costOf(request: () => Promise<Answer>): Promise<Cost> {
  await people.admin.query('truncate bookkeeping.entry');
  const statements: string[] = [];
  sent = statements;
  const answer = await request().finally(() => (sent = null));
  const { rows } = await people.admin.query<{ what: string; times: number }>(
    'select what, count(*)::int as times from bookkeeping.entry group by what',
  );
  const commits = await people.admin.query<{ times: number }>('select count(distinct xid)::int as times from bookkeeping.entry');
  return {
    answer,
    statements,
    writingCommits: commits.rows[0]!.times,
    rows: Object.fromEntries(rows.map(({ what, times }) => [what, times])),
  };
}

const texts = (count: number) => Array.from({ length: count }, (_, index) => text(`item ${index}`));

/** A version of so many items that waits for the leader; cleared in one commit, which only a test does. */
async function ready(count: number): Promise<string> {
  const version = await desk.draft(await desk.catalogue(), texts(count));
  await desk.submit(version);
  const items = await desk.items(version);
  await desk.send(
    desk.officer,
    items.flatMap((item) => decision(version, item, 'clear', 'releasable', desk.officer)),
    [version],
  );
  await desk.send(desk.officer, desk.conclusion(version), [version]);
  return version;
}

beforeAll(async () => {
  ({ app } = await testApplication(people.database, [AccessModule, CataloguesModule]));
  people.beforeDrop(() => app.close());
  desk = await Desk.open(people.app);
  await people.admin.query(BOOKKEEPING);
  overhear();
});
afterAll(() => jest.restoreAllMocks());

it.each([['clear'], ['return'], ['withhold']])(
  'a sign-off (%s) takes at most 7 statements, one writing commit and 3 row writes',
  async (type) => {
    const officer = await Client.signIn(app, 'officer');
    const version = await desk.draft(await desk.catalogue(), texts(3));
    await desk.submit(version);
    const [warm, item] = await desk.items(version);
    const url = (id: string) => `/api/versions/${version}/items/${id}/events`;
    const event = { type, ...(type === 'clear' ? {} : { reason: '理由' }), ...(type === 'withhold' && { ground: 'ART15_PRIVACY' }) };
    // The reason is stored once however often it is given; a first time of anything is not what a burst of 500 costs.
    expect((await officer.post(url(warm!.id), { ...event, contentHash: warm!.hash })).status).toBe(200);

    const { answer, statements, writingCommits, rows } = await costOf(() =>
      officer.post(url(item!.id), { ...event, contentHash: item!.hash }),
    );
    expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
    expect(statements.length).toBeGreaterThan(0);
    expect([statements.length <= 7, statements]).toEqual([true, statements]);
    expect(writingCommits).toBe(1);
    expect(rows).toEqual({ 'insert decision': 1, 'insert log_event': 1, 'update version_item': 1 });
  },
);

it.each([[28], [500]])(
  'publishing %i items takes at most 10 statements and one writing commit',
  async (count) => {
    const leader = await Client.signIn(app, 'leader');
    const version = await ready(count);
    const { etag } = await leader.get(`/api/versions/${version}`);

    const { answer, statements, writingCommits, rows } = await costOf(() =>
      leader.post(`/api/versions/${version}/events`, { type: 'approve' }, { ifMatch: etag! }),
    );
    expect([answer.status, answer.json.state]).toEqual([200, 'published']);
    expect([statements.length <= 10, statements]).toEqual([true, statements]);
    expect(writingCommits).toBe(1);
    // Beside the step itself the system chain records what was made public, so that a receipt can be given of it.
    expect(rows).toEqual({
      'insert log_event': 2,
      'insert participation': 1,
      'insert publication': 1,
      'insert publication_record': 1,
      'insert publication_item': count,
      'update catalogue_version': 1,
    });
  },
  120_000,
);

it('a refused sign-off writes nothing', async () => {
  const officer = await Client.signIn(app, 'officer');
  const version = await desk.draft(await desk.catalogue(), texts(1));
  const [item] = await desk.items(version);
  const { answer, writingCommits } = await costOf(() =>
    officer.post(`/api/versions/${version}/items/${item!.id}/events`, { type: 'clear', contentHash: item!.hash }),
  );
  expect([answer.status, writingCommits]).toEqual([409, 0]);
});

it('and what was signed and published so is as it must be', async () => {
  expect(await checkInvariants(people.admin)).toEqual([]);
});
