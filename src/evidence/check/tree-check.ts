import { leafData } from '../../../verifier/chain.js';
import { isTrusted, parseCheckpoint } from '../../../verifier/checkpoint.js';
import { sha256 } from '../../../verifier/digest.js';
import { GrowingTree, leafHash } from '../../../verifier/merkle.js';
import type { NoteKey } from '../../../verifier/note.js';
import type { Ask, AuditProblem } from '../../audit/index.js';

/** How far the tree was checked, and what is needed to go on from there. */
export interface Checked {
  readonly size: number;
  readonly frontier: readonly { readonly size: number; readonly root: string }[];
}

export interface TreeProblem extends AuditProblem {
  readonly stream: string | null;
}

interface Leaf {
  readonly position: string;
  readonly stream: string;
  readonly seq: string;
  readonly leaf: Buffer;
  /** Null where the event is gone. */
  readonly event: Buffer | null;
}

const BATCH = 50_000;
const LEAVES = `select l.position, l.stream, l.seq, l.hash as leaf, e.hash as event
  from mulu.log_leaf l left join mulu.log_event e on e.stream = l.stream and e.seq = l.seq
  where l.position >= $1 and l.position < $1 + ${BATCH} order by l.position`;
const CHECKPOINTS = `select size, note from mulu.checkpoint where size > $1 order by size`;

/**
 * The tree over all logs, from where it was checked last: every leaf is that of its event, and every checkpoint's root is that of the leaves before it.
 * Since all roots come from one row of leaves, each checkpoint is consistent with every earlier one.
 * @param keys whose checkpoints count; `covered` is the size of the last of them
 */
export async function checkTree(
  ask: Ask,
  keys: readonly NoteKey[],
  from: Checked | null,
): Promise<{ problems: TreeProblem[]; checked: Checked; covered: number; streams: ReadonlySet<string> }> {
  const tree = new GrowingTree(
    sha256,
    (from?.frontier ?? []).map(({ size, root }) => ({ size, root: Buffer.from(root, 'hex') })),
  );
  const start = tree.size;
  const checkpoints = await ask<{ size: string; note: string }>(CHECKPOINTS, [start]);
  const problems: TreeProblem[] = [];
  const streams = new Set<string>();
  let covered = 0;
  for (let next = start; ;) {
    const leaves = await ask<Leaf>(LEAVES, [next]);
    for (const { position, stream, seq, leaf, event } of leaves) {
      const found = (code: string, detail: string) => problems.push({ stream, seq: Number(seq), code, detail });
      if (Number(position) !== next) found('tree.gap', `leaf ${next} is expected here, ${position} was found`);
      next = Number(position) + 1;
      if (event === null) found('tree.eventGone', `the event of leaf ${position} is not there`);
      else if (!leafHash(sha256, leafData(stream, Number(seq), event)).equals(leaf))
        found('tree.leaf', `leaf ${position} is of another event`);
      streams.add(stream);
      tree.append(leaf);
      while (Number(checkpoints[0]?.size) === tree.size) covered = checkpointAt(checkpoints.shift()!.note, tree, keys, problems) ?? covered;
    }
    if (leaves.length < BATCH) break;
  }
  for (const { size } of checkpoints)
    problems.push({
      stream: null,
      seq: null,
      code: 'tree.short',
      detail: `a checkpoint of ${size} leaves is there, and ${tree.size} leaves`,
    });
  const frontier = tree.frontier.map(({ size, root }) => ({ size, root: root.toString('hex') }));
  return { problems, checked: { size: tree.size, frontier }, covered, streams };
}

/** Its size where it is signed by a key that counts. */
function checkpointAt(note: string, tree: GrowingTree, keys: readonly NoteKey[], problems: TreeProblem[]): number | null {
  const found = (code: string, detail: string) => void problems.push({ stream: null, seq: null, code, detail });
  const checkpoint = parseCheckpoint(note);
  const trusted = checkpoint && isTrusted(checkpoint, keys);
  if (!checkpoint || checkpoint.size !== tree.size) found('checkpoint.unreadable', `the checkpoint of ${tree.size} cannot be read`);
  else if (!checkpoint.root.equals(tree.root()))
    found('checkpoint.root', `the checkpoint of ${tree.size} has another root than the leaves`);
  else if (trusted === false) found('checkpoint.signature', `the signature under the checkpoint of ${tree.size} is bad`);
  return trusted === true ? tree.size : null;
}
