import { generateKeyPairSync } from 'node:crypto';
import type pg from 'pg';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCheckpoint } from '../../../src/evidence/checkpointer.js';
import { makeSmCheckpoint } from '../../../src/evidence/sm/checkpointer.js';
import { smSignerIn } from '../../../src/evidence/sm/key-file.js';
import { useHouse } from '../../factories/house.js';
import { detectors, type Detector, type Outside } from './detect.js';
import { logEdits, stretchEdits, TOOLS, vanishings, type Edit } from './edits.js';
import { rowEdits } from './row-edits.js';
import { all, livedIn, type LivedIn } from './world.js';

/**
 * Somebody with a superuser's powers edits what is stored, in every way that this drill knows, each in a copy that is thrown away. Every edit must be found by the
 * product's own checks: the audit of a log, the offline verifier with a checkpoint that was kept outside, the tree over all logs, the second tree of SM3, the comparison of the
 * rules.
 */
const house = useHouse();
// What came after the last checkpoint that is outside is not in anybody's hand yet: it is signed last, and nothing is claimed of what follows.
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const SIGNER = { name: 'mulu.example/log', privateKey };
const KEY = { name: SIGNER.name, publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32) };

const folder = mkdtempSync(join(tmpdir(), 'mulu-drill-'));
afterAll(() => rmSync(folder, { recursive: true }));
const SM = smSignerIn(join(folder, 'sm2.pem'), SIGNER.name);

let admin: pg.Client;
let world: LivedIn;
let outside: Outside;
let versions: ReadonlySet<string>;

beforeAll(async () => {
  world = await livedIn(house);
  admin = await house.people.another('admin');
  // The walls are down: what is left is to notice.
  for (const { sql } of await all<{ sql: string }>(admin, DROP_CHECKS)) await admin.query(sql);
  await admin.query('set search_path = public');
  await admin.query(TOOLS);
  await admin.query('set session_replication_role = replica');
  const notes = [(await makeCheckpoint(admin, SIGNER))!];
  outside = { notes, keys: [KEY], second: { kept: [(await makeSmCheckpoint(admin, SM))!], keys: [SM.key] } };
  const { matters: _, ...ids } = world;
  versions = new Set(Object.values(ids));
}, 120_000);

const DROP_CHECKS = `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as sql from pg_constraint
  where contype = 'c' and connamespace = 'mulu'::regnamespace and conrelid <> 0 order by conrelid::regclass::text, conname`;

async function inCopy(edit: Edit | null, work: () => Promise<Detector[]>): Promise<Detector[]> {
  await admin.query('begin');
  try {
    if (edit) await admin.query(edit.sql);
    if (edit?.regrown) {
      for (const table of ['log_leaf', 'log_subtree', 'checkpoint']) await admin.query(`delete from mulu.${table}`);
      await makeCheckpoint(admin, SIGNER);
    }
    return await work();
  } finally {
    await admin.query('rollback');
  }
}

it('finds nothing in what nobody touched', async () => {
  for (const stream of [...versions, ...world.matters, '00000000-0000-0000-0000-000000000000'])
    expect({ stream, found: await inCopy(null, () => detectors(admin, { stream, thorough: true }, versions, outside)) }).toEqual({
      stream,
      found: [],
    });
}, 60_000);

it('finds every edit', async () => {
  const edits = [...logEdits(world), ...stretchEdits(world), ...vanishings(world), ...rowEdits(world)];
  const counts = new Map<string, Record<Detector | 'all' | 'found', number>>();
  const unnoticed: string[] = [];
  const failed: string[] = [];
  for (const edit of edits) {
    const found = await inCopy(edit, () => detectors(admin, edit, versions, outside)).catch((error: Error) => {
      failed.push(`${edit.kind} at ${edit.place}: ${error.message}`);
      return [];
    });
    const count = counts.get(edit.kind) ?? { all: 0, found: 0, audit: 0, verifier: 0, tree: 0, second: 0, rules: 0 };
    count.all += 1;
    if (found.length > 0) count.found += 1;
    else unnoticed.push(`${edit.kind} at ${edit.place}`);
    for (const detector of found) count[detector] += 1;
    counts.set(edit.kind, count);
  }
  report(counts, edits.length);
  expect(failed).toEqual([]);
  expect(unnoticed).toEqual([]);
  expect(edits.length).toBeGreaterThan(200);
}, 300_000);

function report(counts: ReadonlyMap<string, Record<Detector | 'all' | 'found', number>>, edits: number): void {
  const columns = ['all', 'found', 'audit', 'verifier', 'tree', 'second', 'rules'] as const;
  const lines = [...counts].map(([kind, count]) => kind.padEnd(64) + columns.map((column) => String(count[column]).padStart(9)).join(''));
  const sums = columns.map((column) => [...counts.values()].reduce((sum, count) => sum + count[column], 0));
  process.stdout.write(
    [
      'kind'.padEnd(64) + columns.map((column) => column.padStart(9)).join(''),
      ...lines,
      `${counts.size} kinds, ${edits} edits`.padEnd(64) + sums.map((sum) => String(sum).padStart(9)).join(''),
    ].join('\n') + '\n',
  );
}
