/**
 * Takes every trigger, constraint, unique index, NOT NULL and grant away, one at a time, each in a copy of a migrated and filled
 * database, and runs the invariants' attacks against it: whatever nobody misses guards nothing. `npm run drill:schema`;
 * words after it narrow it to mutations whose name holds one of them. Ends with 1 when something went unnoticed.
 */
import pg from 'pg';
import { closeDatabase, withDatabase } from '../../src/platform/database/index.js';
import { attempt, holds, type Attack } from '../invariants/attack.js';
import { ATTACKS } from '../invariants/attacks/index.js';
import { connectAdmin, enter, prepare, type Scenes, type Urls, type World } from '../invariants/world.js';
import { schemaParts, type Mutation } from './schema-parts.js';

interface Server {
  readonly adminUrl: string;
  readonly passwords: Readonly<Record<string, string>>;
  readonly run: string;
  readonly template: string;
  end(): Promise<void>;
}

const AT_ONCE = 2;
const attacks: readonly (readonly [string, Attack])[] = Object.entries(ATTACKS).flatMap(([invariant, list]) =>
  (list as readonly Attack[]).map((attack) => [invariant, attack] as const),
);

/** The first attacks to try: those that name the part. Any order gives the same result. */
function likelyFirst(mutation: Mutation): (readonly [string, Attack])[] {
  const name = mutation.what.split(' ')[0]!;
  const first = (invariant: string, attack: Attack): number => {
    if (mutation.kind === 'grant' || mutation.kind === 'revoke') return invariant === 'I6' ? 0 : 1;
    if (mutation.kind === 'not null') return attack.what.startsWith('leaving a column empty') ? 0 : 1;
    return attack.refused.endsWith(` ${name}`) ? 0 : 1;
  };
  return [...attacks].sort(([one, a], [other, b]) => first(one, a) - first(other, b));
}

function urlsOf(server: Server, database: string): Urls {
  const url = (user: string) => withDatabase(server.adminUrl, database, { user, password: server.passwords[user]! });
  return {
    adminUrl: withDatabase(server.adminUrl, database),
    appUrl: url('mulu_app'),
    portalUrl: url('mulu_portal'),
    auditorUrl: url('mulu_auditor'),
    checkpointerUrl: url('mulu_checkpointer'),
  };
}

async function copy(admin: pg.Client, server: Server, from: string, name: string): Promise<Urls> {
  await admin.query(`create database ${name} template ${from} owner mulu_owner`);
  await closeDatabase(admin, name);
  return urlsOf(server, name);
}

/** The attack that noticed and what it answered, or null. */
async function firstToNotice(world: World, mutation: Mutation): Promise<string | null> {
  for (const [invariant, attack] of likelyFirst(mutation)) {
    const answer = await attempt(world, attack);
    if (!holds(attack, answer)) return `${invariant} ${attack.what}: ${answer}`;
  }
  return null;
}

/** A copy of its own for one mutation. */
async function inCopy(
  admin: pg.Client,
  server: Server,
  filled: string,
  scenes: Scenes,
  name: string,
  mutation: Mutation,
): Promise<string | null> {
  const urls = await copy(admin, server, filled, name);
  try {
    const owner = await connectAdmin(urls);
    await owner.query(mutation.sql).finally(() => owner.end());
    const world = await enter(urls, scenes).catch((error: Error) => error.message);
    if (typeof world === 'string') return `nobody can sign in: ${world}`;
    return await firstToNotice(world, mutation).finally(() => world.close());
  } finally {
    await admin.query(`drop database ${name} with (force)`);
  }
}

/** Mutations that one statement undoes share a copy: it is made whole again after each. */
async function andBack(world: World, mutation: Mutation): Promise<string | null> {
  await world.admin.query(mutation.sql);
  const notice = await firstToNotice(world, mutation);
  await world.admin.query(mutation.undo!);
  return notice;
}

async function drill(server: Server): Promise<boolean> {
  const admin = new pg.Client({ connectionString: server.adminUrl });
  admin.on('error', () => undefined); // the server may end first, with a reason that is reported elsewhere
  await admin.connect();
  const filled = `${server.run}_filled`;
  const urls = await copy(admin, server, server.template, filled);
  const scenes = await prepare(urls);

  const sound = await enter(await copy(admin, server, filled, `${server.run}_sound`), scenes);
  for (const [invariant, attack] of attacks) {
    const answer = await attempt(sound, attack);
    if (!holds(attack, answer))
      throw new Error(`Without any mutation, ${invariant} "${attack.what}" is answered by ${answer}, not by ${attack.refused}`);
  }
  const parts = (await schemaParts(sound.admin)).filter(({ what }) => words.length === 0 || words.some((word) => what.includes(word)));

  const unnoticed: Mutation[] = [];
  const counts = new Map<string, { all: number; noticed: number }>();
  const report = (part: Mutation, notice: string | null) => {
    const count = counts.get(part.kind) ?? { all: 0, noticed: 0 };
    counts.set(part.kind, { all: count.all + 1, noticed: count.noticed + (notice === null ? 0 : 1) });
    if (notice === null) unnoticed.push(part);
    console.log(
      `${notice === null ? 'UNNOTICED' : 'noticed  '}  ${part.kind.padEnd(10)}  ${part.what}${notice === null ? '' : `  ←  ${notice.slice(0, 140)}`}`,
    );
  };
  for (const part of parts.filter(({ undo }) => undo !== undefined)) report(part, await andBack(sound, part));
  await sound.close();
  const queue = parts.filter(({ undo }) => undo === undefined).map((part, index) => ({ part, name: `${server.run}_m${index}` }));
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      report(next.part, await inCopy(admin, server, filled, scenes, next.name, next.part));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await admin.end();

  console.log('\nkind         taken   noticed');
  for (const [kind, { all, noticed }] of counts) console.log(`${kind.padEnd(10)}${String(all).padStart(8)}${String(noticed).padStart(10)}`);
  for (const { kind, what } of unnoticed) console.log(`Nobody misses the ${kind} ${what}.`);
  return unnoticed.length === 0;
}

const words = process.argv.slice(2);
const begun = Date.now();
const harness = (await import(new URL('../harness/server.mjs', import.meta.url).href)) as { startTestServer(): Promise<Server> };
const server = await harness.startTestServer();
try {
  process.exitCode = (await drill(server)) ? 0 : 1;
} catch (error) {
  console.error(error);
  process.exitCode = 2;
} finally {
  await server.end();
  console.log(`${Math.round((Date.now() - begun) / 1000)} s`);
}
