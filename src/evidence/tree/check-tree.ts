import { leafData } from '../../../verifier/chain.js';
import { sha256 } from '../../../verifier/digest.js';
import { GrowingTree, leafHash } from '../../../verifier/merkle.js';
import type { NoteKey } from '../../../verifier/note.js';
import type { Ask, AuditProblem } from '../../audit/index.js';
import { Checkpoints } from './checkpoints.js';
import { Subtrees } from './subtrees.js';

/** How far a tree was checked, and what is needed to go on from there. */
export interface Edge {
  readonly size: number;
  /** Leaves that a checkpoint signed by one of the keys covers: on a quiet night as many as before. */
  readonly covered: number;
  readonly frontier: readonly { readonly size: number; readonly root: string }[];
}

/** How far everything was checked. */
export interface Checked extends Edge {
  /** The second tree, of SM3; absent in what was kept by a program that did not know it. */
  readonly sm?: Edge;
}

export interface TreeProblem extends AuditProblem {
  /** Null where no one log is concerned. */
  readonly stream: string | null;
}

/** Notes something down; with the leaf that it is about, where there is one. */
export type TreeFound = (code: string, detail: string, leaf?: { readonly stream: string; readonly seq: string | null }) => void;

export interface TreeOptions {
  /** Whose checkpoints count; of each kind that is given there must be some. */
  readonly keys: readonly NoteKey[];
  /** Notes of checkpoints that somebody kept where the database cannot reach. */
  readonly kept?: readonly string[];
  /** Where an earlier check ended; null looks at all of it. */
  readonly from: Checked | null;
}

export interface TreeChecked {
  readonly problems: readonly TreeProblem[];
  readonly checked: Edge;
  /** The logs whose leaves were looked at. */
  readonly streams: ReadonlySet<string>;
}

interface Leaf {
  readonly position: string;
  readonly stream: string;
  readonly seq: string;
  readonly hash: Buffer;
  /** The hash of the event; null where it is gone. */
  readonly event: Buffer | null;
}

interface Count {
  readonly stream: string;
  readonly leaves: string;
  readonly last: string;
}

const PAGE = 50_000;
const LEAVES = `select l.position, l.stream, l.seq, l.hash, e.hash as event
  from mulu.log_leaf l left join mulu.log_event e on e.stream = l.stream and e.seq = l.seq
  where l.position >= $1 order by l.position limit ${PAGE}`;
/** A log is taken into the tree event by event: one that is not there, before another that is, was put in later. */
const LEFT_OUT = `select stream, count(*) as leaves, max(seq) as last from mulu.log_leaf where $1::uuid[] is null or stream = any ($1)
  group by stream having count(*) <> max(seq)`;

/**
 * The tree over all logs, from where it was checked last: every leaf is that of its event, every subtree that is kept to prove with is that of its leaves, and
 * every checkpoint, kept here or outside, has the root of the leaves before it. Since all roots come from one row of leaves, each checkpoint is consistent with
 * every earlier one. That an event's hash is that of its bytes is for the check of its chain to say.
 */
export async function checkTree(ask: Ask, { keys, kept = [], from }: TreeOptions): Promise<TreeChecked> {
  const problems: TreeProblem[] = [];
  const found: TreeFound = (code, detail, leaf) =>
    void problems.push({ stream: leaf?.stream ?? null, seq: leaf?.seq == null ? null : Number(leaf.seq), code, detail });
  const frontier = (from?.frontier ?? []).map(({ size, root }) => ({ size, root: Buffer.from(root, 'hex') }));
  const tree = new GrowingTree(sha256, frontier);
  const checkpoints = new Checkpoints(ask, keys, found, tree.size, coveredBefore(keys, from));
  const subtrees = new Subtrees(ask, found);
  const streams = new Set<string>();
  checkpoints.bring(kept);
  let next = tree.size;
  // After a gap there is no tree to hold anything against.
  let sound = true;
  for (let page = PAGE; page === PAGE;) {
    const leaves = await ask<Leaf>(LEAVES, [next]);
    page = leaves.length;
    await checkpoints.until(Number(leaves.at(-1)?.position ?? -1) + 1);
    for (const leaf of leaves) {
      const { position, stream, seq, hash, event } = leaf;
      if (Number(position) !== next) {
        found('tree.gap', `leaf ${next} is expected here, ${position} was found`, leaf);
        sound = false;
      }
      if (event === null) found('tree.eventGone', `the event of leaf ${position} is not there`, leaf);
      else if (!leafHash(sha256, leafData(stream, Number(seq), event)).equals(hash))
        found('tree.leaf', `leaf ${position} is of another event`, leaf);
      streams.add(stream);
      next = Number(position) + 1;
      if (!sound) continue;
      subtrees.completed(tree.append(hash), tree.size);
      checkpoints.compare(tree);
    }
    await subtrees.compare();
  }
  if (sound) await checkpoints.end(tree.size);
  for (const { stream, leaves, last } of await ask<Count>(LEFT_OUT, [from === null ? null : [...streams]]))
    found('tree.leftOut', `${leaves} events of it are in the tree, the last of them is number ${last}`, { stream, seq: null });
  const parts = tree.frontier.map(({ size, root }) => ({ size, root: root.toString('hex') }));
  return { problems, checked: { size: tree.size, covered: checkpoints.covered, frontier: parts }, streams };
}

/** What was vouched for when the earlier check ended. Without a key nothing is. */
export const coveredBefore = (keys: readonly NoteKey[], from: Edge | null): number => (keys.length > 0 && from ? from.covered : 0);
