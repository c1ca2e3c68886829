import pg from 'pg';
import { makeTerritory, type TerritoryOptions } from '../../bench/territory/index.js';
import { replay, verifyChain, type ChainedEvent } from '../../src/audit/index.js';
import { machineOf } from '../../src/commands/machines.js';
import { testDatabase, type TestDatabase } from '../harness/index.js';
import { checkInvariants } from '../invariants/check.js';

// The generator sets the database's own checks aside, so everything that they would have refused is looked for here.

const SMALL = { bodies: 36, items: 20, today: '2026-11-20' };
const ORPHANS = `
  select c.conname || ' of ' || c.conrelid::regclass as name, format('select count(*)::int as orphans from %s r where %s and not exists (select from %s k where %s)',
    c.conrelid::regclass, string_agg(format('r.%I is not null', a.attname), ' and '), c.confrelid::regclass, string_agg(format('k.%I = r.%I', f.attname, a.attname), ' and ')) as sql
  from pg_constraint c cross join lateral unnest(c.conkey, c.confkey) u (referring, referred)
  join pg_attribute a on a.attrelid = c.conrelid and a.attnum = u.referring join pg_attribute f on f.attrelid = c.confrelid and f.attnum = u.referred
  where c.contype = 'f' and c.connamespace = 'mulu'::regnamespace group by c.oid, c.conname, c.conrelid, c.confrelid`;

describe.each([1, 3])('a small territory with a history of %i', (history) => {
  const used = useTerritory({ ...SMALL, history });

  it('refers to nothing that is not there', async () => {
    const keys = (await used.admin.query<{ name: string; sql: string }>(ORPHANS)).rows;
    expect(keys.length).toBeGreaterThan(50);
    for (const { name, sql } of keys) expect({ name, ...(await used.admin.query(sql)).rows[0] }).toEqual({ name, orphans: 0 });
  });

  it('breaks no invariant', async () => {
    expect(await checkInvariants(used.admin)).toEqual([]);
  });

  it('can be audited: every chain holds, every step replays', async () => {
    const { rows: versions } = await used.admin.query<{ id: string; state: string; seq: string }>(
      'select id, state, state_seq as seq from catalogue_version',
    );
    expect(versions).toHaveLength(3 * SMALL.bodies);
    for (const { id, state, seq } of versions) {
      const events = await eventsOf(used.admin, id);
      expect(verifyChain(id, events)).toEqual([]);
      const { version, problems } = replay(events, (machine, of) => machineOf(machine, of).hash);
      expect({ id, problems, state: version.state, seq: version.seq }).toEqual({ id, problems: [], state, seq: Number(seq) });
    }
  });

  it('shows the public what the house would have composed', async () => {
    const { rows } = await used.admin.query(
      `select count(*)::int as all, count(*) filter (where document <> publication_document(version_id, published_at, '{}'))::int as other from publication`,
    );
    expect(rows).toEqual([{ all: expect.any(Number), other: 0 }]);
    expect(rows[0].all).toBeGreaterThan(2 * SMALL.bodies);
  });

  it('has obligations that follow the catalogues', async () => {
    const { rows } = await used.admin.query(
      `select id from matter where machine_id = 'obligation' and (state = 'fulfilled') <> (published_since(organization_id, since) is not null)
         or machine_id = 'obligation' and state = 'fulfilled' and done_on <> published_since(organization_id, since)`,
    );
    expect(rows).toEqual([]);
  });

  it('is counted alike by its rows and by its log', async () => {
    const { rows } = await used.admin.query(
      `with now as (select * from progress_rows('150000', null, null, $1)), logged as (select * from progress_rows('150000', null, clock_timestamp(), $1))
       select count(*)::int as all, count(*) filter (where n.* is distinct from l.*)::int as other from now n full join logged l on l.id = n.id`,
      ['2026-11-27'],
    );
    expect(rows).toEqual([{ all: SMALL.bodies, other: 0 }]);
  });

  it('is the same again, and has everything in it', async () => {
    const states = async (sql: string) => (await used.admin.query<{ state: string }>(sql)).rows.map(({ state }) => state);
    expect(await states('select distinct state from catalogue_version order by 1')).toEqual([
      'confidentialityReview',
      'departmentApproval',
      'discarded',
      'draft',
      'published',
      'revised',
      'riskAssessment',
      'scheduled',
      'takenDown',
    ]);
    expect(await states(`select distinct state from matter where machine_id = 'obligation' order by 1`)).toEqual([
      'doneOutside',
      'exempted',
      'fulfilled',
      'open',
      'overdue',
    ]);
    const { rows } = await used.admin.query(
      `select md5(string_agg(encode(hash, 'hex'), '' order by stream, seq)) as log from log_event where machine_id is not null`,
    );
    const again = await madeTerritory({ ...SMALL, history });
    try {
      const { rows: same } = await again.admin.query(
        `select md5(string_agg(encode(hash, 'hex'), '' order by stream, seq)) as log from log_event where machine_id is not null`,
      );
      expect(same).toEqual(rows);
    } finally {
      await again.end();
    }
  });
});

it('grows with its history', async () => {
  const counts = [];
  for (const history of [1, 4]) {
    const { admin, end } = await madeTerritory({ ...SMALL, bodies: 12, history });
    counts.push((await admin.query('select count(*)::int as events from log_event where machine_id is not null')).rows[0].events);
    await end();
  }
  expect(counts[1] / counts[0]).toBeGreaterThan(3);
});

it('can be counted without the steps of its items', async () => {
  const { admin, end } = await madeTerritory({ ...SMALL, itemSteps: false });
  const { rows } =
    await admin.query(`select (select count(*)::int from version_item) as items, (select count(*)::int from log_event where item_id is not null) as steps,
    (select count(*)::int from catalogue_version) as versions`);
  expect(rows).toEqual([{ items: 3 * SMALL.bodies * SMALL.items, steps: 0, versions: 3 * SMALL.bodies }]);
  await end();
});

interface Made {
  readonly admin: pg.Client;
  end(): Promise<void>;
}

async function madeTerritory(options: TerritoryOptions): Promise<Made & { database: TestDatabase }> {
  const database = await testDatabase();
  await makeTerritory(database.adminUrl, options);
  const admin = new pg.Client({ connectionString: database.adminUrl, options: '-c search_path=mulu' });
  await admin.connect();
  const end = async () => {
    await admin.end();
    await database.drop();
  };
  return { database, admin, end };
}

function useTerritory(options: TerritoryOptions): Made {
  const used = {} as Made & { database: TestDatabase };
  beforeAll(async () => void Object.assign(used, await madeTerritory(options)));
  afterAll(() => used.end?.());
  return used;
}

async function eventsOf(admin: pg.Client, stream: string): Promise<ChainedEvent[]> {
  const { rows } = await admin.query('select * from log_event where stream = $1 order by seq', [stream]);
  return rows.map((row) => ({
    seq: Number(row.seq),
    prev: row.prev,
    header: row.header,
    body: row.body,
    hash: row.hash,
    columns: {
      type: row.type,
      actor: row.actor_id,
      onBehalfOf: row.on_behalf_of,
      itemId: row.item_id,
      machineId: row.machine_id,
      machineVersion: row.machine_version,
      from: row.from_state,
      to: row.to_state,
      revisionId: row.revision_id,
      contentHash: row.content_hash?.toString('hex') ?? null,
      reasonHash: row.reason_hash?.toString('hex') ?? null,
    },
  }));
}
