import { randomUUID } from 'node:crypto';
import { usePeopleDatabase } from '../../test/factories/people.database.js';
import { command, decision, Desk, event, REASON_HASH, STORED_REASON, text, type Actor, type Item } from '../../test/factories/versions.js';
import type { Change } from './changes.js';

const people = usePeopleDatabase();
let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open(people.app);
});

const NAMES = ['甲', '乙', '丙', '丁', '戊'];

async function underReview(): Promise<{ version: string; items: Item[] }> {
  const version = await desk.draft(
    await desk.catalogue(),
    NAMES.map((name) => text(name)),
  );
  await desk.submit(version);
  return { version, items: await desk.items(version) };
}

const clearing = (version: string, item: Item) => decision(version, item, 'clear', 'releasable', desk.officer);

interface Sent {
  readonly by: Actor;
  readonly version: string;
  readonly changes: readonly Change[];
  readonly key?: string;
}

async function together(sent: readonly Sent[]): Promise<Record<string, { code?: string; message?: string; seq?: number }>[]> {
  const commands = sent.map(({ by, version, changes, key }) => ({ token: by.token, command: command(changes, [version], key) }));
  const { rows } = await people.app.query('select mulu.commit_commands($1) as outcomes', [JSON.stringify(commands)]);
  return rows[0].outcomes;
}

async function states(version: string): Promise<string[]> {
  return (await desk.items(version)).map(({ state }) => state);
}

async function unbroken(version: string): Promise<boolean> {
  const { rows } = await people.admin.query<{ ok: boolean }>(
    `select bool_and(hash = sha256(header || sha256(body)) and seq = place and prev = coalesce(before, decode(repeat('00', 32), 'hex'))) as ok
     from (select *, row_number() over (order by seq) as place, lag(hash) over (order by seq) as before from log_event where stream = $1) l`,
    [version],
  );
  return rows[0]!.ok;
}

describe('commands committed together', () => {
  it('stand in the chain one after the other, and each gets its own answer', async () => {
    const { version, items } = await underReview();
    const outcomes = await together(items.map((item) => ({ by: desk.officer, version, changes: clearing(version, item) })));
    const seqs = outcomes.map(({ answer }) => answer!.seq!);
    expect(seqs).toEqual(seqs.map((_, index) => seqs[0]! + index));
    expect(await states(version)).toEqual(NAMES.map(() => 'releasable'));
    expect(await unbroken(version)).toBe(true);
  });

  it('fall alone: who is not signed in, who may not, what ends without its state, and a conflict leave the others as they are', async () => {
    const { version, items } = await underReview();
    const [first, second, third, fourth, fifth] = items as [Item, Item, Item, Item, Item];
    // A version that begins with another event than its creation: that is looked at only when a transaction ends.
    const born = randomUUID();
    const misbegotten: Change[] = [
      STORED_REASON,
      desk.opening(born, await desk.catalogue(), null),
      event(born, 'hint.dismissed', desk.officer, { itemId: third.id, reasonHash: REASON_HASH }),
    ];
    const outcomes = await together([
      { by: desk.officer, version, changes: clearing(version, first) },
      { by: { ...desk.officer, token: 'x'.repeat(43) }, version, changes: clearing(version, second) },
      { by: desk.assessor, version, changes: decision(version, second, 'clear', 'releasable', desk.assessor) },
      { by: desk.officer, version, changes: misbegotten },
      { by: desk.officer, version, changes: clearing(version, fourth) },
      { by: desk.officer, version, changes: clearing(version, fourth) },
      { by: desk.officer, version, changes: clearing(version, fifth) },
    ]);
    expect(outcomes.map(({ answer, error }) => (answer ? 'written' : error!.code))).toEqual([
      'written',
      'MU401',
      'MUI03',
      'MUI08',
      'written',
      'MUI08',
      'written',
    ]);
    expect(await states(version)).toEqual(['releasable', 'awaitingReview', 'awaitingReview', 'releasable', 'releasable']);
    expect(await unbroken(version)).toBe(true);
  });

  it('answer the same request with what it was answered before', async () => {
    const { version, items } = await underReview();
    const same = { by: desk.officer, version, changes: clearing(version, items[0]!), key: 'the same' };
    const [first, again] = await together([same, same]);
    expect(again!.prior).toMatchObject({ answer: first!.answer });
    const { rows } = await people.admin.query('select count(*)::int as n from decision where version_id = $1', [version]);
    expect(rows).toEqual([{ n: 1 }]);
  });
});

describe('the short look at how items stand', () => {
  const both = `select (select jsonb_agg(to_jsonb(s) order by s.position) from decided_standings($1, $2) s) as long,
    (select jsonb_agg(to_jsonb(s) order by s.position) from undecided_standings($1, $2) s) as short`;

  it('sees what the long one sees where nobody ever decided, in a draft and under review', async () => {
    const version = await desk.draft(
      await desk.catalogue(),
      NAMES.map((name) => text(name, name === '乙' ? 'OTHER' : 'STATUTORY')),
    );
    for (const step of ['draft', 'review']) {
      if (step === 'review') await desk.submit(version);
      const ids = (await desk.items(version)).map(({ id }) => id);
      const { rows } = await people.admin.query(both, [version, ids]);
      expect(rows[0].long).toHaveLength(NAMES.length);
      expect(rows[0].short).toEqual(rows[0].long);
    }
  });

  it('is not taken where one of the items was decided on', async () => {
    const { version, items } = await underReview();
    await desk.decide(version, items[0]!, 'clear', 'releasable');
    const { rows } = await people.admin.query('select item_id, clear_stands from item_standings($1, $2) order by position', [
      version,
      items.map(({ id }) => id),
    ]);
    expect(rows.map((row) => row.clear_stands)).toEqual([true, false, false, false, false]);
  });
});
