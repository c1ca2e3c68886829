import type pg from 'pg';
import type { NoteKey } from '../../../verifier/note.js';
import {
  storedChain,
  SYSTEM_STREAM,
  verifyChain,
  verifyMatter,
  verifySystem,
  verifyVersion,
  type Ask,
  type AuditProblem,
} from '../../audit/index.js';
import { checkTree, type Checked, type TreeProblem } from './tree-check.js';

export interface CheckOptions {
  /** Whose checkpoints count. */
  readonly keys: readonly NoteKey[];
  /** Where an earlier check ended; null checks everything. */
  readonly from: Checked | null;
  /** Only chains by their bytes and columns, and the tree; no replay and no stored rows. */
  readonly chainsOnly?: boolean;
  readonly progress?: (logs: number, of: number, events: number) => void;
}

export interface CheckResult {
  readonly verdict: 'intact' | 'tampered' | 'truncated' | 'unverifiable';
  readonly logs: number;
  readonly events: number;
  readonly problems: readonly TreeProblem[];
  /** Leaves of the tree that a trusted checkpoint covers. */
  readonly covered: number;
  /** Where the next check goes on, when nothing was found. */
  readonly checked: Checked;
}

const AT_ONCE = 3;
/** What should have a log, and what has one. */
const ALL = `select '${SYSTEM_STREAM}'::uuid as stream union select id from mulu.catalogue_version union select id from mulu.matter
  union select stream from mulu.machine_in_force`;
const KIND = `select case when exists (select from mulu.catalogue_version where id = $1) then 'version'
  when exists (select from mulu.matter where id = $1) then 'matter' else 'unknown' end as kind`;

/**
 * Everything that the house logged, held against itself: chains by their bytes, replay, every stored row, the tree and its checkpoints. One snapshot for each
 * log and one for the tree, so people may go on working.
 */
export async function checkWholeLog(pool: pg.Pool, options: CheckOptions): Promise<CheckResult> {
  const { keys, from, chainsOnly = false, progress = () => undefined } = options;
  const tree = await inSnapshot(pool, (ask) => checkTree(ask, keys, from));
  const problems: TreeProblem[] = [...tree.problems];
  const all = await inSnapshot(pool, (ask) => ask<{ stream: string }>(ALL, []));
  const streams = from === null ? [...new Set([...all.map(({ stream }) => stream), ...tree.streams])] : [...tree.streams];
  const total = streams.length;
  let [logs, events] = [0, 0];
  const work = async () => {
    for (let stream = streams.pop(); stream !== undefined; stream = streams.pop()) {
      const id = stream;
      const found = await inSnapshot(pool, (ask) => (chainsOnly ? chainOf(ask, id) : whole(ask, id)));
      problems.push(...found.problems.map((problem) => ({ ...problem, stream: id })));
      logs += 1;
      events += found.events;
      progress(logs, total, events);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const { covered, checked } = tree;
  return { verdict: verdictOf(problems, covered, checked.size - (from?.size ?? 0)), logs, events, problems, covered, checked };
}

function verdictOf(problems: readonly TreeProblem[], covered: number, leaves: number): CheckResult['verdict'] {
  const gone = problems.filter(({ code }) => code === 'tree.eventGone' || code === 'tree.short');
  if (problems.length > gone.length) return 'tampered';
  if (gone.length > 0) return 'truncated';
  return covered === 0 && leaves > 0 ? 'unverifiable' : 'intact';
}

interface Found {
  readonly events: number;
  readonly problems: readonly AuditProblem[];
}

async function chainOf(ask: Ask, stream: string): Promise<Found> {
  const events = await storedChain(ask, stream);
  return { events: events.length, problems: verifyChain(stream, events) };
}

async function whole(ask: Ask, stream: string): Promise<Found> {
  if (stream === SYSTEM_STREAM) return verifySystem(ask);
  const [row] = await ask<{ kind: string }>(KIND, [stream]);
  if (row!.kind === 'version') return verifyVersion(ask, stream);
  if (row!.kind === 'matter') return verifyMatter(ask, stream);
  return { events: 0, problems: [{ seq: null, code: 'stream.unknown', detail: 'the log is of nothing that there is' }] };
}

async function inSnapshot<T>(pool: pg.Pool, work: (ask: Ask) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const found = await work(async <Row>(sql: string, values: readonly unknown[]) => (await client.query(sql, [...values])).rows as Row[]);
    await client.query('commit');
    client.release();
    return found;
  } catch (error) {
    client.release(error as Error);
    throw error;
  }
}
