import type pg from 'pg';
import type { Change } from '../../src/commands/changes.js';
import { command, type Actor } from '../factories/versions.js';
import type { World } from './world.js';

/**
 * One attempt to break an invariant. `refused` is the beginning of what the database must answer: the SQLSTATE, then the message of an
 * MU error or the name of the constraint or column. An attempt that must succeed, and show something, says `taken`.
 */
export interface Attack {
  readonly what: string;
  readonly refused: string;
  /** Makes the attempt; everything on `world.app` and `world.admin` is rolled back afterwards. */
  run(world: World): Promise<unknown>;
}

export const TAKEN = 'taken';

/** What the database answered to an attack: `taken`, or the code and the name of what refused it. */
export async function attempt(world: World, attack: Attack): Promise<string> {
  const both = [world.app, world.admin];
  for (const client of both) await client.query('begin');
  try {
    await attack.run(world);
    for (const client of both) await client.query('set constraints all immediate');
    return TAKEN;
  } catch (error) {
    return named(error as pg.DatabaseError);
  } finally {
    for (const client of both) await client.query('rollback');
  }
}

function named(error: pg.DatabaseError): string {
  if (error.code === undefined) return `not as it must be: ${error.message}`;
  if (error.message === 'history.immutable') return `${error.code} ${error.detail}`;
  return `${error.code} ${error.constraint ?? (error.column ? `${error.table}.${error.column}` : error.message)}`;
}

/** Whether the database answered as it must. */
export const holds = (attack: Attack, answer: string): boolean => answer === attack.refused || answer.startsWith(`${attack.refused} `);

/** A lying plan, sent by somebody with a session through the one door of the application's login. */
export function lie(
  what: string,
  refused: string,
  by: (world: World) => Actor,
  changes: (world: World) => Change[] | Promise<Change[]>,
): Attack {
  return {
    what,
    refused,
    run: async (world) =>
      world.app.query('select commit_command($1, $2)', [by(world).token, JSON.stringify(command(await changes(world)))]),
  };
}

/** A statement of the application's login. */
export function asApp(what: string, refused: string, sql: (world: World) => string): Attack {
  return { what, refused, run: (world) => world.app.query(sql(world)) };
}

/** A statement of the superuser: triggers and constraints are the only walls. */
export function asOwner(what: string, refused: string, sql: (world: World) => string): Attack {
  return { what, refused, run: (world) => world.admin.query(sql(world)) };
}

/**
 * A statement of the superuser with the triggers of the tables out of the way, so that it reaches the constraint behind them.
 */
export function behind(tables: string | readonly string[], what: string, refused: string, sql: (world: World) => string): Attack {
  return {
    what,
    refused,
    run: async ({ admin, ...world }) => {
      for (const table of [tables].flat()) await admin.query(`alter table ${table} disable trigger user`);
      await admin.query(sql({ admin, ...world }));
    },
  };
}

/** An honest command that must go through, and after which `sql` (as the superuser would see it, on the same connection) must answer true. */
export function shows(
  what: string,
  by: (world: World) => Actor,
  changes: (world: World) => Change[] | Promise<Change[]>,
  sql: (world: World) => string,
): Attack {
  return {
    what,
    refused: TAKEN,
    run: async (world) => {
      await world.app.query('select commit_command($1, $2)', [by(world).token, JSON.stringify(command(await changes(world)))]);
      const { rows } = await world.app.query<{ so: boolean }>(`select ${sql(world)} as so`);
      if (rows[0]?.so !== true) throw new Error(`it is not so that ${sql(world)}`);
    },
  };
}

export const id = (value: string): string => `'${value}'::uuid`;
export const bytes = (hex: string): string => `'\\x${hex}'::bytea`;

/** The columns that are written, of a table that has others which the database works out. */
const WRITTEN: Readonly<Record<string, readonly string[]>> = {
  publication_item: ['version_id', 'item_id', 'position', 'revision_id', 'content_hash', 'decision_id', 'public_content'],
};

/** A copy of one row with some columns replaced, each given as SQL. */
export function copyOf(table: string, columns: Readonly<Record<string, string>>, where = 'true'): string {
  const patch = Object.entries(columns)
    .map(([name, value]) => `'${name}', ${value}`)
    .join(', ');
  const overriding = table === 'decision' ? ' overriding system value' : '';
  const copied = `jsonb_populate_record(row, jsonb_build_object(${patch}))`;
  const written = WRITTEN[table];
  const into = written ? `${table} (${written.join(', ')})` : table;
  const values = written ? written.map((column) => `(${copied}).${column}`).join(', ') : `(${copied}).*`;
  return `insert into ${into}${overriding} select ${values} from ${table} row where ${where} limit 1`;
}

/** The same changes, those of one kind with something replaced in them. */
export function patched(changes: readonly Change[], op: Change['op'], part: object): Change[] {
  return changes.map((change) => (change.op === op ? ({ ...change, ...part } as Change) : change));
}

/** The same changes, their events saying something else. */
export function saying(changes: readonly Change[], part: object): Change[] {
  return changes.map((change) =>
    change.op === 'event' ? { ...change, body: JSON.stringify({ ...JSON.parse(change.body), ...part }) } : change,
  );
}
