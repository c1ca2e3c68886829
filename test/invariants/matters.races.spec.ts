import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { birthOf, fixed, keyed, MatterDesk, step, WHATEVER, type MatterPlan } from '../factories/matters.js';
import { grant, seedPeople, signIn } from '../factories/people.js';
import { Desk, text, type Actor } from '../factories/versions.js';
import { testDatabase, type TestDatabase } from '../harness/index.js';
import { checkInvariants } from './check.js';
import { interleave, type Doing } from './interleaving.js';
import { connectAdmin } from './world.js';

// Matters against time: two offices, an office and the clock, what is withdrawn and what is put below it. Real connections.

let database: TestDatabase;
let desk: MatterDesk;
let second: Actor;
let today: string;
const clients = {} as Record<'admin' | 'one' | 'other', pg.Client>;
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
  Object.assign(clients, { one: await connect(), other: await connect(), admin: await connectAdmin(database) });
  open.push(clients.admin);
  await seedPeople(main);
  desk = await MatterDesk.open(main);
  // A second person of the same office, over all of it.
  await grant(main, await signIn(main, 'secadmin'), { account: desk.hohhot.id, role: 'leadingGroupOffice', region: '150000' });
  second = desk.hohhot;
  today = (await main.query(`select to_char(day_here(clock_timestamp()), 'YYYY-MM-DD') as today`)).rows[0].today;
  // Something of a body that owes it is in force.
  const versions = await Desk.open(main);
  await versions.published(await versions.catalogue(), [text('in force')]);
});
afterAll(async () => {
  await Promise.all(open.map((client) => client.end()));
  await database?.drop();
});

/** A plan made before either begins, so that both rest on the same. */
function doing(by: Actor | null, plan: MatterPlan): Doing {
  return (client) =>
    desk.send(by, plan, client).then(
      (outcome) => (outcome.answer ? 'done' : outcome.conflict ? 'conflict' : 'prior'),
      (error: pg.DatabaseError) => `${error.code} ${error.constraint ?? error.message}`,
    );
}

async function taking(id: string, type: string, to: string, by: Actor | null, facts: Record<string, unknown> = {}): Promise<Doing> {
  const matter = await desk.matter(id);
  const changes = step(matter, type, to, by, facts, by ? WHATEVER : undefined);
  return doing(by, by ? keyed(changes, { [id]: matter.seq }) : { expect: { [id]: matter.seq }, changes });
}

const extension = (dueOn: string) => ({ ...fixed(dueOn), before: '2099-03-31' });
/** A task of one body that has something in force: its obligation can be fulfilled. */
async function task() {
  const { task: id, obligations } = await desk.issued([[desk.bodies.changzhi, '140400']], desk.office, { regionCode: '140000' });
  return { id, owed: obligations[0]! };
}
async function regional() {
  const { task: id, obligations } = await desk.issued([[desk.bodies.region, '150000']]);
  return { id, owed: obligations[0]! };
}
const stateOf = async (id: string) => (await desk.matter(id)).state;
afterEach(async () => expect(await checkInvariants(clients.admin)).toEqual([]));

describe('a task that is withdrawn', () => {
  it('makes an extension of what it asked wait, and come too late', async () => {
    const { id, owed } = await task();
    const [withdraw, extend] = [await desk.withdrawal(id), await taking(owed, 'extend', 'open', desk.office, extension('2099-06-30'))];
    const { outcomes, waited } = await interleave(clients, doing(desk.office, withdraw), extend);
    expect([outcomes, waited]).toEqual([['done', 'conflict'], true]);
    expect([await stateOf(id), await stateOf(owed)]).toEqual(['withdrawn', 'withdrawn']);
  });

  it('waits for an extension, and is then decided again', async () => {
    const { id, owed } = await task();
    const [withdraw, extend] = [await desk.withdrawal(id), await taking(owed, 'extend', 'open', desk.office, extension('2099-06-30'))];
    const { outcomes, waited } = await interleave(clients, extend, doing(desk.office, withdraw));
    expect([outcomes, waited]).toEqual([['done', 'conflict'], true]);
    expect([await stateOf(id), (await desk.matter(owed)).dueOn]).toEqual(['issued', '2099-06-30']);
    await desk.send(desk.office, await desk.withdrawal(id));
    expect([await stateOf(id), await stateOf(owed)]).toEqual(['withdrawn', 'withdrawn']);
  });

  it('cannot be outwitted by an extension that guesses where it will stand', async () => {
    const { id, owed } = await task();
    const withdraw = await desk.withdrawal(id);
    const matter = await desk.matter(owed);
    const guess = keyed(step(matter, 'extend', 'open', desk.office, extension('2099-06-30'), { reason: '理由' }), {
      [owed]: matter.seq + 1,
    });
    const { outcomes } = await interleave(clients, doing(desk.office, withdraw), doing(desk.office, guess));
    expect(outcomes).toEqual(['done', 'MUI08 state.withoutEvent']);
  });

  const asking = async () => (await desk.begin({ machine: 'compilationTask', purpose: 'suggestUpdate' }, desk.office)).id;
  const question = (parentId: string) => {
    const to = { machine: 'rectification', purpose: 'suggestUpdate', organizationId: desk.bodies.region, parentId } as const;
    return doing(desk.office, keyed(birthOf({ ...to, ...fixed() }, desk.office).changes));
  };

  it('makes a question below it wait, and never be asked', async () => {
    const id = await asking();
    const { outcomes, waited } = await interleave(clients, doing(desk.office, await desk.withdrawal(id)), question(id));
    expect([outcomes, waited]).toEqual([['done', 'MUI09 parent.notSo'], true]);
  });

  it('waits for a question below it, and does not leave it behind', async () => {
    const id = await asking();
    const withdraw = await desk.withdrawal(id);
    const { outcomes, waited } = await interleave(clients, question(id), doing(desk.office, withdraw));
    expect([outcomes, waited]).toEqual([['done', 'MUI09 task.leavesSomething'], true]);
    expect(await stateOf(id)).toBe('issued');
  });
});

describe('one obligation', () => {
  it('is extended by one of two offices at once; the other is told that it moved on', async () => {
    const { owed } = await regional();
    const [one, other] = [
      await taking(owed, 'extend', 'open', desk.office, extension('2099-06-30')),
      await taking(owed, 'extend', 'open', second, extension('2099-12-31')),
    ];
    const { outcomes, waited } = await interleave(clients, one, other);
    expect([outcomes, waited]).toEqual([['done', 'conflict'], true]);
    expect((await desk.matter(owed)).dueOn).toBe('2099-06-30');
  });

  it.each([
    ['the clock first', 0, 'fulfilled'],
    ['a person first', 1, 'exempted'],
  ])('is settled by the clock or by a person, %s', async (_, turn, state) => {
    const { owed } = await task();
    const both = [
      await taking(owed, 'fulfil', 'fulfilled', null, { doneOn: today }),
      await taking(owed, 'exempt', 'exempted', desk.office),
    ] as const;
    const { outcomes, waited } = await interleave(clients, both[turn]!, both[1 - turn]!);
    expect([outcomes, waited]).toEqual([['done', 'conflict'], true]);
    expect(await stateOf(owed)).toBe(state);
  });

  it('is fulfilled once by two clocks', async () => {
    const { owed } = await task();
    const both = [
      await taking(owed, 'fulfil', 'fulfilled', null, { doneOn: today }),
      await taking(owed, 'fulfil', 'fulfilled', null, { doneOn: today }),
    ];
    expect((await interleave(clients, both[0]!, both[1]!)).outcomes).toEqual(['done', 'conflict']);
    expect((await desk.matter(owed)).seq).toBe(2);
  });
});

it('a task is issued once for one key', async () => {
  const key = randomUUID();
  const same = () => doing(desk.office, keyed(desk.task([[desk.bodies.region, '150000']]).changes, {}, key));
  const count = async () =>
    Number((await clients.admin.query(`select count(*) from matter where machine_id = 'compilationTask'`)).rows[0].count);
  const before = await count();
  const { outcomes, waited } = await interleave(clients, same(), same());
  expect([outcomes, waited]).toEqual([['done', '23505 log_event_idempotency'], true]);
  expect(await same()(clients.one)).toBe('prior');
  expect(await count()).toBe(before + 1);
});

it('a report is opened once, by its author or by the clock', async () => {
  const author = { ...desk.hohhot, role: 'ownOffice' };
  const { changes } = birthOf(
    { machine: 'progressReport', purpose: 'annualProgress', regionCode: '150100', period: '2026', ...fixed() },
    author,
    null,
    'drafting',
  );
  const byClock = birthOf(
    { machine: 'progressReport', purpose: 'annualProgress', regionCode: '150100', period: '2026', ...fixed() },
    null,
    null,
    'drafting',
  );
  const { outcomes, waited } = await interleave(
    clients,
    doing(author, keyed(changes)),
    doing(null, { expect: {}, changes: byClock.changes }),
  );
  expect([outcomes, waited]).toEqual([['done', '23505 matter_one_report'], true]);
});

it('ten seconds of everything at once leave no world that is not allowed', async () => {
  const until = Date.now() + 10_000;
  const seen = new Set<string>();
  for (let round = 0; round < 400 && Date.now() < until; round += 1) {
    const { id, owed } = await task();
    const moves = [
      doing(desk.office, await desk.withdrawal(id)),
      await taking(id, 'close', 'closed', desk.office),
      await taking(owed, 'extend', 'open', desk.office, extension('2099-06-30')),
      await taking(owed, 'exempt', 'exempted', desk.office),
      await taking(owed, 'fulfil', 'fulfilled', null, { doneOn: today }),
      await taking(owed, 'recordOutside', 'doneOutside', { ...desk.office, role: 'coveringOffice' }, { doneOn: today }),
    ];
    const pick = () => moves[Math.floor(Math.random() * moves.length)]!;
    const late = (client: pg.Client, move: Doing) =>
      new Promise<string>((resolve) => setTimeout(() => resolve(move(client)), Math.random() * 3));
    const outcomes = await Promise.all([late(clients.one, pick()), late(clients.other, pick())]);
    for (const outcome of outcomes) expect(['done', 'conflict', 'prior']).toContain(outcome);
    expect(outcomes).toContain('done');
    seen.add(`${await stateOf(id)} ${await stateOf(owed)}`);
  }
  expect(seen.size).toBeGreaterThan(4);
}, 60_000);
