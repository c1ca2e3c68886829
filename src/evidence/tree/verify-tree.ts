import { hashOf, leafData } from '../../../verifier/chain.js';
import { isTrusted, parseCheckpoint, type Checkpoint } from '../../../verifier/checkpoint.js';
import { sha256 } from '../../../verifier/digest.js';
import { GrowingTree, leafHash, nodeHash } from '../../../verifier/merkle.js';
import type { NoteKey } from '../../../verifier/note.js';
import type { Ask } from '../../audit/index.js';

/** Where the tree over all logs is not as it must be; `position` is that of the leaf concerned. */
export interface TreeFault {
  readonly code: string;
  readonly position: number | null;
  readonly detail: string;
}

interface Leaf {
  readonly position: string;
  readonly stream: string;
  readonly seq: string;
  readonly hash: Buffer;
  readonly header: Buffer | null;
  readonly body: Buffer | null;
}

const BATCH = 5000;
const LEAVES = `select l.position, l.stream, l.seq, l.hash, e.header, e.body from mulu.log_leaf l left join mulu.log_event e on e.stream = l.stream and e.seq = l.seq
  where l.position >= $1 order by l.position limit ${BATCH}`;
/** Events that lie before one of their own log that is in the tree, and are not in it: put in later. */
const LEFT_OUT = `select e.stream || ' ' || e.seq as place from mulu.log_event e
  join (select stream, max(seq) as seq from mulu.log_leaf group by stream) known on known.stream = e.stream and e.seq <= known.seq
  where not exists (select from mulu.log_leaf l where l.stream = e.stream and l.seq = e.seq)`;

/**
 * Grows the tree over all logs anew out of the bytes of the events, in the order in which they were taken into it, and holds against it what the database keeps
 * of it and every checkpoint given: those that the database keeps, and those that somebody kept where it cannot reach.
 */
export async function verifyTree(ask: Ask, kept: readonly string[], keys: readonly NoteKey[]): Promise<TreeFault[]> {
  const faults: TreeFault[] = [];
  const found = (code: string, position: number | null, detail: string) => void faults.push({ code, position, detail });
  const stored = await ask<{ size: string; root: Buffer; note: string }>('select size, root, note from mulu.checkpoint order by size', []);
  const own = readNotes(
    stored.map(({ note }) => note),
    keys,
    found,
  );
  stored.forEach(({ size, root }, index) => {
    const note = own[index];
    if (note && (note.size !== Number(size) || !note.root.equals(root)))
      found('checkpoint.differs', Number(size), 'the note says another root or size');
  });
  const outside = readNotes(kept, keys, found);
  const known = new Set(own.map((checkpoint) => checkpoint?.size));
  for (const checkpoint of outside)
    if (checkpoint && !known.has(checkpoint.size)) found('checkpoint.missing', checkpoint.size, 'a checkpoint that was signed is not kept');
  const awaited = [...own, ...outside].filter((checkpoint) => checkpoint !== null).sort((one, other) => one.size - other.size);
  const size = await growAnew(ask, awaited, found);
  for (const checkpoint of awaited.filter((each) => each.size > size))
    found('tree.shrunk', size, `a checkpoint of ${checkpoint.size} was signed`);
  for (const { place } of await ask<{ place: string }>(LEFT_OUT, [])) found('tree.leftOut', null, `event ${place} is not in the tree`);
  return faults;
}

type Found = (code: string, position: number | null, detail: string) => void;

function readNotes(notes: readonly string[], keys: readonly NoteKey[], found: Found): (Checkpoint | null)[] {
  return notes.map((text) => {
    const checkpoint = parseCheckpoint(text);
    if (checkpoint && isTrusted(checkpoint, keys) === true) return checkpoint;
    found('checkpoint.signature', checkpoint?.size ?? null, 'a checkpoint cannot be read, or no key that is trusted signed it');
    return null;
  });
}

/** @returns how many leaves there are */
async function growAnew(ask: Ask, awaited: readonly Checkpoint[], found: Found): Promise<number> {
  const tree = new GrowingTree(sha256);
  const subtrees = new Subtrees(ask, found);
  const waiting = [...awaited];
  for (let from = 0; ; from += BATCH) {
    const leaves = await ask<Leaf>(LEAVES, [from]);
    for (const { position, stream, seq, hash, header, body } of leaves) {
      const place = tree.size;
      if (Number(position) !== place) found('tree.gap', place, `leaf ${place} is expected, ${position} is there`);
      if (!header || !body) found('tree.eventGone', place, `event ${seq} of ${stream} is in the tree, and not in the log`);
      const leaf = header && body ? leafHash(sha256, leafData(stream, Number(seq), hashOf({ header, body }))) : hash;
      if (!leaf.equals(hash)) found('tree.otherEvent', place, `event ${seq} of ${stream} is another than the tree holds`);
      tree.append(leaf);
      subtrees.append(leaf);
      while (waiting[0]?.size === tree.size) {
        if (!waiting.shift()!.root.equals(tree.root()))
          found('tree.otherRoot', tree.size, `a checkpoint of ${tree.size} was signed over other events`);
      }
    }
    await subtrees.compare();
    if (leaves.length < BATCH) return tree.size;
  }
}

/** The roots of complete subtrees, as they become complete, against those that the database keeps to prove with. */
class Subtrees {
  private readonly open = new Map<number, Buffer>();
  private readonly counts = new Map<number, number>();
  private complete: { level: number; position: number; hash: Buffer }[] = [];

  constructor(
    private readonly ask: Ask,
    private readonly found: Found,
  ) {}

  append(leaf: Buffer): void {
    let hash = leaf;
    for (let level = 0; ; level += 1) {
      const left = this.open.get(level);
      if (!left) return void this.open.set(level, hash);
      this.open.delete(level);
      hash = nodeHash(sha256, left, hash);
      const position = this.counts.get(level + 1) ?? 0;
      this.counts.set(level + 1, position + 1);
      this.complete.push({ level: level + 1, position, hash });
    }
  }

  async compare(): Promise<void> {
    const complete = this.complete.splice(0);
    const rows = await this.ask<{ level: number; position: string }>(
      `select c.level, c.position from unnest($1::int[], $2::bigint[], $3::bytea[]) c (level, position, hash)
       left join mulu.log_subtree s on s.level = c.level and s.position = c.position where s.hash is distinct from c.hash`,
      [complete.map(({ level }) => level), complete.map(({ position }) => position), complete.map(({ hash }) => hash)],
    );
    for (const { level, position } of rows)
      this.found('tree.subtree', Number(position) * 2 ** level, `the subtree ${level}/${position} is another`);
  }
}
