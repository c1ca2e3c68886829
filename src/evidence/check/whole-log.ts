import type pg from 'pg';
import { parseCheckpoint } from '../../../verifier/checkpoint.js';
import { smNameOf } from '../../../verifier/sm/key.js';
import {
  registeredMachines,
  storedChain,
  SYSTEM_STREAM,
  verifyChain,
  verifyMatter,
  verifySystem,
  verifyVersion,
  type Ask,
  type AuditProblem,
  type RegisteredMachines,
} from '../../audit/index.js';
import { checkTree, type Checked, type TreeOptions, type TreeProblem } from '../tree/check-tree.js';
import { UNKNOWN_KEY } from '../tree/checkpoints.js';
import { checkSmTree } from './sm-check.js';
import { inSnapshot } from './snapshot.js';

export interface CheckOptions extends TreeOptions {
  /** Connections that are used at the same time. */
  readonly atOnce?: number;
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
/** So many logs are read in one snapshot: what asking for it costs is shared, and none is held for long. */
const TOGETHER = 8;
/** What should have a log, and what has one. */
const ALL = `select '${SYSTEM_STREAM}'::uuid as stream union select id from mulu.catalogue_version union select id from mulu.matter
  union select stream from mulu.machine_in_force`;
const KINDS = `select s.id, case when exists (select from mulu.catalogue_version where id = s.id) then 'version'
  when exists (select from mulu.matter where id = s.id) then 'matter' else 'unknown' end as kind from unnest($1::uuid[]) as s (id)`;

/**
 * Everything that the house logged, held against itself: chains by their bytes, replay, every stored row, the tree and its checkpoints. One snapshot for each
 * few logs and one for the tree, so people may go on working.
 */
export async function checkWholeLog(pool: pg.Pool, options: CheckOptions): Promise<CheckResult> {
  const { from, atOnce = AT_ONCE, chainsOnly = false, progress = () => undefined } = options;
  const [first, second] = pairsOf(options);
  const tree = await inSnapshot(pool, (ask) => checkTree(ask, { ...first, from }));
  const sm = await inSnapshot(pool, (ask) => checkSmTree(ask, { ...second, from: from?.sm ?? null }));
  const problems: TreeProblem[] = [...tree.problems, ...sm.problems];
  const all = await inSnapshot(pool, (ask) => ask<{ stream: string }>(ALL, []));
  const streams = from === null ? [...new Set([...all.map(({ stream }) => stream), ...tree.streams])] : [...tree.streams];
  const total = streams.length;
  let [logs, events] = [0, 0];
  const work = async () => {
    for (let some = streams.splice(-TOGETHER); some.length > 0; some = streams.splice(-TOGETHER)) {
      for (const found of await inSnapshot(pool, (ask) => (chainsOnly ? chainsOf(ask, some) : whole(ask, some)))) {
        problems.push(...found.problems.map((problem) => ({ ...problem, stream: found.stream })));
        logs += 1;
        events += found.events;
      }
      progress(logs, total, events);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  // Whether nobody vouches for anything, in each tree that a key was given for.
  const open = [
    ...(first.asked ? [tree.checked.covered === 0 && tree.checked.size > 0] : []),
    ...(second.asked ? [sm.checked.covered === 0] : []),
  ];
  const { covered } = first.asked ? tree.checked : sm.checked;
  return {
    verdict: verdictOf(problems, open.includes(true)),
    logs,
    events,
    problems,
    covered,
    checked: { ...tree.checked, sm: sm.checked },
  };
}

interface PairAsked extends Required<Pick<TreeOptions, 'keys' | 'kept'>> {
  readonly asked: boolean;
}

/** Keys and notes of either pair, each to its own tree. A file of notes has both. */
function pairsOf({ keys, kept = [] }: TreeOptions): [PairAsked, PairAsked] {
  const [own, others] = [keys.filter(({ sm2 }) => sm2), keys.filter(({ sm2 }) => !sm2)];
  const origins = new Set([...own.map(({ name }) => name), ...others.map(({ name }) => smNameOf(name))]);
  const isSecond = (note: string) => origins.has(parseCheckpoint(note)?.origin ?? '');
  return [
    { keys: others, kept: kept.filter((note) => !isSecond(note)), asked: others.length > 0 || own.length === 0 },
    { keys: own, kept: kept.filter(isSecond), asked: own.length > 0 },
  ];
}

const GONE: ReadonlySet<string> = new Set(['tree.eventGone', 'tree.short', 'sm.short']);

function verdictOf(problems: readonly TreeProblem[], open: boolean): CheckResult['verdict'] {
  const contradictions = problems.filter(({ code }) => code !== UNKNOWN_KEY);
  if (contradictions.some(({ code }) => !GONE.has(code))) return 'tampered';
  if (contradictions.length > 0) return 'truncated';
  return problems.length > 0 || open ? 'unverifiable' : 'intact';
}

interface Found {
  readonly stream: string;
  readonly events: number;
  readonly problems: readonly AuditProblem[];
}

async function chainsOf(ask: Ask, streams: readonly string[]): Promise<Found[]> {
  const found: Found[] = [];
  for (const stream of streams) {
    const events = await storedChain(ask, stream);
    found.push({ stream, events: events.length, problems: verifyChain(stream, events) });
  }
  return found;
}

async function whole(ask: Ask, streams: readonly string[]): Promise<Found[]> {
  const machines = await registeredMachines(ask);
  const kinds = await ask<{ id: string; kind: string }>(KINDS, [streams]);
  const found: Found[] = [];
  for (const { id, kind } of kinds) found.push({ stream: id, ...(await verified(ask, id, kind, machines)) });
  return found;
}

async function verified(ask: Ask, stream: string, kind: string, machines: RegisteredMachines): Promise<Omit<Found, 'stream'>> {
  if (stream === SYSTEM_STREAM) return verifySystem(ask);
  if (kind === 'version') return verifyVersion(ask, stream, machines);
  if (kind === 'matter') return verifyMatter(ask, stream, machines);
  return { events: 0, problems: [{ seq: null, code: 'stream.unknown', detail: 'the log is of nothing that there is' }] };
}
