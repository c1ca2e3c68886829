import { isTrusted, parseCheckpoint, type Checkpoint } from '../../../verifier/checkpoint.js';
import { GrowingTree } from '../../../verifier/merkle.js';
import type { NoteKey } from '../../../verifier/note.js';
import { smLeaf } from '../../../verifier/sm/leaf.js';
import type { Ask } from '../../audit/index.js';
import { grownBy, type Grown } from '../sm/growing.js';
import { sm3 } from '../sm/sm3.js';
import { coveredBefore, type Edge, type TreeProblem } from '../tree/check-tree.js';

interface Leaf {
  readonly position: string;
  /** Null where no leaf of the first tree is at this place. */
  readonly stream: string | null;
  readonly seq: string | null;
  readonly leaf: Buffer;
  /** Null where the event is gone. */
  readonly header: Buffer | null;
  readonly body: Buffer | null;
  /** The leaf of the event before it in its log. */
  readonly previous: Buffer | null;
}

const BATCH = 10_000;
const LEAVES = `select s.position, l.stream, l.seq, s.hash as leaf, e.header, e.body, p.hash as previous
  from mulu.sm_leaf s left join mulu.log_leaf l on l.position = s.position
  left join mulu.log_event e on e.stream = l.stream and e.seq = l.seq
  left join mulu.log_leaf b on b.stream = l.stream and b.seq = l.seq - 1 left join mulu.sm_leaf p on p.position = b.position
  where s.position >= $1 order by s.position limit ${BATCH}`;
/** Of the subtrees that became complete those that the database keeps otherwise, and how many it keeps at all. */
const OTHERS = `select c.level, c.position from unnest($1::int[], $2::bigint[], $3::bytea[]) c (level, position, hash)
  left join mulu.sm_subtree s on s.level = c.level and s.position = c.position where s.hash is distinct from c.hash`;
const SUBTREES = 'select count(*) as kept from mulu.sm_subtree';
const CHECKPOINTS = `select size, note from mulu.sm_checkpoint where size > $1 order by size`;

export interface SmOptions {
  /** Of SM2. */
  readonly keys: readonly NoteKey[];
  /** Notes of the second pair that somebody kept where the database cannot reach. */
  readonly kept: readonly string[];
  /** Where an earlier check ended; null looks at all of it. */
  readonly from: Edge | null;
}

/**
 * The tree of SM3 from where it was checked last: every leaf is that of its event's bytes, every subtree and every signed root that of the leaves below it.
 */
export async function checkSmTree(ask: Ask, { keys, kept, from }: SmOptions): Promise<{ problems: TreeProblem[]; checked: Edge }> {
  const parts = (from?.frontier ?? []).map(({ size, root }) => ({ size, root: Buffer.from(root, 'hex') }));
  const tree = new GrowingTree(sm3, parts);
  const problems: TreeProblem[] = [];
  const signed = await SignedRoots.read(ask, { keys, kept }, tree.size, problems);
  let covered = coveredBefore(keys, from);
  for (let next = tree.size; ;) {
    const leaves = await ask<Leaf>(LEAVES, [next]);
    const complete: Grown[] = [];
    for (const { position, stream, seq, leaf, header, body, previous } of leaves) {
      const found = (code: string, detail: string) => problems.push({ stream, seq: seq === null ? null : Number(seq), code, detail });
      if (Number(position) !== next) found('sm.gap', `leaf ${next} of SM3 is expected here, ${position} was found`);
      next = Number(position) + 1;
      if (stream === null) found('sm.gap', `leaf ${position} of SM3 is of no event in the first tree`);
      // That the event is gone is said of the first tree.
      if (header && body && !smLeaf(sm3, previous, { header, body }).equals(leaf))
        found('sm.leaf', `leaf ${position} of SM3 is of another event`);
      complete.push(...grownBy(tree, leaf).slice(1));
      if (signed.compare(tree)) covered = tree.size;
    }
    problems.push(...(await otherSubtrees(ask, complete)));
    if (leaves.length < BATCH) break;
  }
  signed.end(tree.size);
  const [row] = await ask<{ kept: string }>(SUBTREES, []);
  const expected = subtreesOf(tree.size);
  if (Number(row!.kept) !== expected)
    problems.push({
      stream: null,
      seq: null,
      code: 'sm.subtree',
      detail: `${expected} subtrees of SM3 are expected, ${row!.kept} are there`,
    });
  const frontier = tree.frontier.map(({ size, root }) => ({ size, root: root.toString('hex') }));
  return { problems, checked: { size: tree.size, covered, frontier } };
}

/** The number of complete subtrees of two leaves and more. */
function subtreesOf(size: number): number {
  const half = Math.floor(size / 2);
  return half === 0 ? 0 : half + subtreesOf(half);
}

async function otherSubtrees(ask: Ask, complete: readonly Grown[]): Promise<TreeProblem[]> {
  const others = await ask<{ level: number; position: string }>(OTHERS, [
    complete.map(({ level }) => level),
    complete.map(({ position }) => position),
    complete.map(({ hash }) => hash),
  ]);
  return others.map(({ level, position }) => ({
    stream: null,
    seq: null,
    code: 'sm.subtree',
    detail: `the subtree ${level}/${position} of SM3 is another`,
  }));
}

/** Roots that were signed over more leaves than were checked before: those that the database keeps, and those that somebody kept. */
class SignedRoots {
  private constructor(
    private readonly keys: readonly NoteKey[],
    private readonly waiting: Checkpoint[],
    private readonly problems: TreeProblem[],
  ) {}

  static async read(ask: Ask, { keys, kept }: Omit<SmOptions, 'from'>, after: number, problems: TreeProblem[]): Promise<SignedRoots> {
    const here = new SignedRoots(keys, [], problems);
    const known = new Set<number>();
    for (const { size, note } of await ask<{ size: string; note: string }>(CHECKPOINTS, [after])) {
      const checkpoint = parseCheckpoint(note);
      known.add(Number(size));
      if (checkpoint?.size === Number(size)) here.waiting.push(checkpoint);
      else here.found('sm.unreadable', `the checkpoint of SM3 of ${size} cannot be read`);
    }
    for (const checkpoint of kept.flatMap((note) => parseCheckpoint(note) ?? [])) {
      const trusted = isTrusted(checkpoint, keys);
      if (trusted === false)
        here.found('sm.signature', `the signature by SM2 under the checkpoint of ${checkpoint.size} that was kept is bad`);
      if (checkpoint.size <= after || trusted !== true) continue;
      if (!known.has(checkpoint.size)) here.found('sm.missing', `a checkpoint of SM3 of ${checkpoint.size} was signed and is not kept`);
      here.waiting.push(checkpoint);
    }
    here.waiting.sort((one, other) => one.size - other.size);
    return here;
  }

  /** Whether a key that counts has signed the root that the tree has now. */
  compare(tree: GrowingTree): boolean {
    let vouched = false;
    for (let next = this.waiting[0]; next?.size === tree.size; next = this.waiting[0]) {
      this.waiting.shift();
      const trusted = isTrusted(next, this.keys);
      if (!next.root.equals(tree.root())) this.found('sm.root', `the checkpoint of SM3 of ${tree.size} has another root than the leaves`);
      else if (trusted === false) this.found('sm.signature', `the signature by SM2 under the checkpoint of ${tree.size} is bad`);
      else vouched ||= trusted === true;
    }
    return vouched;
  }

  end(size: number): void {
    if (this.waiting.length > 0)
      this.found(
        'sm.short',
        `${this.waiting.length} checkpoints of SM3 of up to ${this.waiting.at(-1)!.size} leaves were signed, and there are ${size}`,
      );
  }

  private found(code: string, detail: string): void {
    this.problems.push({ stream: null, seq: null, code, detail });
  }
}
