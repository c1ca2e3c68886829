import pg from 'pg';
import type { Change } from '../../src/commands/changes.js';
import { command, decision, Desk, rewrite, text, versionStep, type Actor, type Item } from '../factories/versions.js';
import { seedPeople } from '../factories/people.js';
import { testDatabase, type TestDatabase } from '../harness/index.js';
import { checkInvariants } from './check.js';
import { interleave } from './interleaving.js';
import { connectAdmin } from './world.js';

// I4 against time: publishing while somebody reopens, recalls, suspends, takes down or publishes too. Two real connections.

/** A catalogue with a version long replaced, one in force, and one that waits for the leader; `stays` is the same text in all three. */
interface Three {
  readonly past: string;
  readonly inForce: string;
  readonly ready: string;
  readonly stays: Item;
}

/** Something done at the same time as something else. `lies`: it takes no locks by itself and expects nothing. */
interface Move {
  readonly by: (desk: Desk) => Actor;
  readonly changes: (desk: Desk, three: Three) => Change[];
  readonly lock: (three: Three) => string[];
}

const MOVES = {
  approve: {
    by: (desk) => desk.leader,
    changes: (desk, { ready, inForce }) => desk.approval(ready, inForce),
    lock: ({ ready, inForce }) => [ready, inForce],
  },
  reopen: {
    by: (desk) => desk.leader,
    changes: (desk, { ready, stays }) => [
      ...decision(ready, stays, 'reopen', 'awaitingReview', desk.leader),
      ...versionStep(ready, 'departmentApproval', 'itemReopened', 'confidentialityReview', null),
    ],
    lock: ({ ready }) => [ready],
  },
  recallAndEdit: {
    by: (desk) => desk.compiler,
    changes: (desk, { ready, stays }) => [
      ...versionStep(ready, 'departmentApproval', 'recall', 'draft', desk.compiler),
      ...rewrite(ready, stays, desk.compiler, text('changed at the last moment')),
    ],
    lock: ({ ready }) => [ready],
  },
  edit: {
    by: (desk) => desk.compiler,
    changes: (desk, { ready, stays }) => rewrite(ready, stays, desk.compiler, text('changed at the last moment')),
    lock: ({ ready }) => [ready],
  },
  suspendPast: {
    by: (desk) => desk.officer,
    changes: (desk, { past, stays }) => desk.suspension(past, 'revised', stays, desk.officer),
    lock: ({ past }) => [past],
  },
  suspendInForce: {
    by: (desk) => desk.officer,
    changes: (desk, { inForce, stays }) => desk.suspension(inForce, 'published', stays, desk.officer),
    lock: ({ inForce }) => [inForce],
  },
  takeDown: {
    by: (desk) => desk.leader,
    changes: (desk, { inForce, stays }) => [
      ...versionStep(inForce, 'published', 'takeDown', 'takenDown', desk.leader, { texts: [stays.id] }),
      { op: 'bar', version: inForce, item: stays.id, hash: stays.hash },
    ],
    lock: ({ inForce }) => [inForce],
  },
} as const satisfies Readonly<Record<string, Move>>;
type Name = keyof typeof MOVES;

let database: TestDatabase;
let desk: Desk;
let admin: pg.Client;
let one: pg.Client;
let other: pg.Client;
let serial = 0;
const open: pg.Client[] = [];

beforeAll(async () => {
  database = await testDatabase();
  const connect = async () => {
    const client = new pg.Client({ connectionString: database.appUrl });
    await client.connect();
    open.push(client);
    return client;
  };
  const main = await connect();
  [one, other] = [await connect(), await connect()];
  admin = await connectAdmin(database);
  open.push(admin);
  await seedPeople(main);
  desk = await Desk.open(main);
});
afterAll(async () => {
  await Promise.all(open.map((client) => client.end()));
  await database?.drop();
});

async function three(): Promise<Three> {
  const suffix = (serial += 1);
  const past = await desk.published(await desk.catalogue(), [text(`stays ${suffix}`), text(`first ${suffix}`)]);
  const inForce = await desk.revise(past);
  await advance(inForce);
  await desk.approve(inForce, past);
  const ready = await desk.revise(inForce);
  await advance(ready);
  return { past, inForce, ready, stays: (await desk.items(ready))[0]! };
}

/** Everything was carried over: the draft goes to the leader without a new signature. */
async function advance(version: string): Promise<void> {
  await desk.submit(version);
  await desk.send(desk.officer, desk.conclusion(version), [version]);
}

/** Does a move and says what came of it: `done`, or the code that refused it. */
function make(client: pg.Client, name: Name, of: Three, lies: boolean): Promise<string> {
  const move: Move = MOVES[name];
  const plan = command(move.changes(desk, of), lies ? [] : move.lock(of));
  return client.query('select commit_command($1, $2)', [move.by(desk).token, JSON.stringify(plan)]).then(
    () => 'done',
    (error: pg.DatabaseError) => error.code ?? error.message,
  );
}

/** The first is done but not committed when the second begins. */
async function race(first: Name, second: Name, lies: boolean): Promise<{ outcomes: [string, string]; waited: boolean; of: Three }> {
  const of = await three();
  const made = (name: Name) => (client: pg.Client) => make(client, name, of, lies);
  return { ...(await interleave({ admin, one, other }, made(first), made(second))), of };
}

const RIVALS: readonly Name[] = ['reopen', 'recallAndEdit', 'suspendPast', 'suspendInForce', 'takeDown', 'approve'];

describe.each([
  ['honest', false],
  ['lying: without locks, expecting nothing', true],
])('two connections, %s', (_kind, lies) => {
  it.each(RIVALS.map((rival) => [rival]))('an approval under way makes %s wait, and it then finds another version', async (rival) => {
    const { outcomes, waited, of } = await race('approve', rival, lies);
    expect(outcomes[0]).toBe('done');
    expect(waited).toBe(true);
    expect(await desk.state(of.ready)).toBe('published');
    // What is suspended in an older version is hidden from the new one at once.
    expect(outcomes[1]).toBe({ suspendPast: 'done', reopen: 'MUI05' }[rival as string] ?? 'MUI08');
    const { rows } = await admin.query(`select convert_from(document, 'UTF8') as document from open.document where version_id = $1`, [
      of.ready,
    ]);
    expect(rows[0].document.includes(of.stays.id)).toBe(rival !== 'suspendPast');
    expect(await checkInvariants(admin)).toEqual([]);
  });

  it.each(RIVALS.filter((rival) => rival !== 'approve').map((rival) => [rival]))(
    '%s under way makes an approval wait, and it is then refused',
    async (rival) => {
      const { outcomes, waited, of } = await race(rival, 'approve', lies);
      expect(outcomes[0]).toBe('done');
      expect(waited).toBe(true);
      expect(outcomes[1]).toBe(rival.startsWith('suspend') ? 'MUI04' : 'MUI08');
      expect(await desk.state(of.ready)).not.toBe('published');
      expect(await checkInvariants(admin)).toEqual([]);
    },
  );
});

it('an edit finds no way in while the leader looks, before, during or after', async () => {
  const { outcomes } = await race('edit', 'approve', true);
  expect(outcomes).toEqual(['MUI05', 'done']);
  expect((await race('approve', 'edit', true)).outcomes).toEqual(['done', 'MUI05']);
  expect(await checkInvariants(admin)).toEqual([]);
});

it('a quarter of a minute of two moves at once leaves nothing public that is not signed', async () => {
  const names = Object.keys(MOVES) as Name[];
  const pick = () => names[Math.floor(Math.random() * names.length)]!;
  const published = { yes: 0, no: 0 };
  const until = Date.now() + 15_000;
  for (let round = 0; round < 300 && Date.now() < until; round += 1) {
    const of = await three();
    const lies = Math.random() < 0.5;
    const rival = pick();
    const late = (client: pg.Client, name: Name) =>
      new Promise<string>((resolve) => setTimeout(() => resolve(make(client, name, of, lies)), Math.random() * 3));
    const outcomes = await Promise.all([late(one, 'approve'), late(other, rival)]);
    // Nobody is told that it was done when it was not; and no lie makes a deadlock that is not told.
    const state = await desk.state(of.ready);
    if (outcomes[0] === 'done') expect(['published', 'takenDown', 'revised']).toContain(state);
    else if (rival !== 'approve') expect(state).not.toBe('published');
    published[state === 'published' ? 'yes' : 'no'] += 1;
  }
  expect(published.yes).toBeGreaterThan(0);
  expect(published.no).toBeGreaterThan(0);
  expect(await checkInvariants(admin)).toEqual([]);
}, 60_000);

it('without the lock the same interleaving publishes a barred text, and the independent look sees it', async () => {
  await admin.query(`create or replace function mulu.lock_version(p_version uuid) returns text language sql set search_path = mulu, pg_temp as
    'select state from catalogue_version where id = p_version'`);
  const { outcomes, waited } = await race('suspendPast', 'approve', true);
  expect([outcomes, waited]).toEqual([['done', 'done'], false]);
  expect((await checkInvariants(admin)).map(({ invariant }) => invariant)).toContain('I4');
});
