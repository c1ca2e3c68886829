import type { ConsistencyProof, InclusionProof } from '../../../verifier/pair.js';
import type { SecondProofs } from '../../../verifier/verdict.js';
import { besideBeginning, besideLeaf, type Stretch } from './places.js';
import { rootsOf, type AskRows } from './tree.js';

/** The last event of each of these logs in the tree of each of these sizes. */
const LAST = `select s.stream, l.seq, l.position, z.size
  from unnest($1::uuid[]) with ordinality s (stream, place) cross join unnest($2::bigint[]) z (size)
  cross join lateral (select seq, position from mulu.log_leaf where stream = s.stream and position < z.size order by seq desc limit 1) l
  order by s.place, z.size`;
const LEAVES = `select l.stream, s.hash from unnest($1::uuid[]) with ordinality g (stream, place)
  join mulu.log_leaf l on l.stream = g.stream join mulu.sm_leaf s on s.position = l.position order by g.place, l.seq`;

/**
 * The second pair's part of a package: its newest checkpoint, what it says of each event, and the proof of the last of each log; null where nobody asked for a second pair.
 * @param kept the size of a checkpoint that the auditor holds, for which proofs come along, too
 */
export async function secondOf(ask: AskRows, streams: readonly string[], kept: number | null): Promise<SecondProofs | null> {
  const [newest] = await ask<{ size: string; note: string }>('select size, note from mulu.sm_checkpoint order by size desc limit 1', []);
  if (!newest) return null;
  const size = Number(newest.size);
  const sizes = kept !== null && kept < size ? [kept, size] : [size];
  return {
    checkpoints: [newest.note],
    inclusions: await inclusionsOf(ask, streams, sizes),
    consistencies: await consistenciesOf(ask, sizes),
    leaves: await leavesOf(ask, streams),
  };
}

async function inclusionsOf(ask: AskRows, streams: readonly string[], sizes: readonly number[]): Promise<InclusionProof[]> {
  const rows = await ask<{ stream: string; seq: string; position: string; size: string }>(LAST, [streams, sizes]);
  const proofs = await proofsOf(
    ask,
    rows.map(({ position, size }) => besideLeaf(Number(position), [0, Number(size)])),
  );
  return rows.flatMap(({ stream, seq, position, size }, index) => {
    const proof = proofs[index];
    return proof ? [{ stream, seq: Number(seq), index: Number(position), size: Number(size), proof }] : [];
  });
}

async function consistenciesOf(ask: AskRows, sizes: readonly number[]): Promise<ConsistencyProof[]> {
  const [first, second] = sizes;
  if (first === undefined || second === undefined) return [];
  const [proof] = await proofsOf(ask, [besideBeginning(first, [0, second])]);
  return proof ? [{ first, second, proof }] : [];
}

/** A proof with a hole proves nothing: the verifier is told that there is none. */
async function proofsOf(ask: AskRows, ways: readonly (readonly Stretch[])[]): Promise<(Buffer[] | null)[]> {
  const roots = await rootsOf(ask, ways.flat());
  let next = 0;
  return ways.map(({ length }) => {
    const own = roots.slice(next, (next += length));
    return own.every((root) => root !== null) ? own : null;
  });
}

async function leavesOf(ask: AskRows, streams: readonly string[]): Promise<Map<string, Buffer[]>> {
  const rows = await ask<{ stream: string; hash: Buffer }>(LEAVES, [streams]);
  const leaves = new Map<string, Buffer[]>();
  for (const { stream, hash } of rows) {
    const known = leaves.get(stream);
    if (known) known.push(hash);
    else leaves.set(stream, [hash]);
  }
  return leaves;
}
