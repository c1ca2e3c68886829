import { isTrusted, parseCheckpoint, type Checkpoint } from '../../../verifier/checkpoint.js';
import type { GrowingTree } from '../../../verifier/merkle.js';
import type { NoteKey } from '../../../verifier/note.js';
import type { Ask } from '../../audit/index.js';
import type { TreeFound } from './check-tree.js';

interface Stored {
  readonly size: string;
  readonly root: Buffer;
  readonly note: string;
}

const STORED = `select size, root, note from mulu.checkpoint where size > $1 and size <= $2 order by size`;
const BEYOND = `select max(size) as size, count(*)::int as count from mulu.checkpoint where size > $1`;

/** Not a contradiction: nobody who counts vouches for it. */
export const UNKNOWN_KEY = 'checkpoint.unknownKey';
const OUTSIDE = ' that was kept outside';

/** Checkpoints that the database keeps, and those that somebody kept outside, held against the tree as it grows. */
export class Checkpoints {
  private waiting: Checkpoint[] = [];
  private outside: Checkpoint[] = [];
  private readonly known = new Set<number>();
  /** What comes after a root that is another one rests on it. */
  private sound = true;
  /** Sizes of those that none of the keys has signed. */
  private readonly unknown: number[] = [];

  /**
   * @param read the size up to which was looked at before
   * @param covered the size of the last one that a key which counts has signed, and that has the root of the tree
   */
  constructor(
    private readonly ask: Ask,
    private readonly keys: readonly NoteKey[],
    private readonly found: TreeFound,
    private read: number,
    public covered: number,
  ) {}

  /** Notes from outside. One that nobody who counts has signed proves nothing to anybody. */
  bring(notes: readonly string[]): void {
    this.outside = notes
      .flatMap((text) => parseCheckpoint(text) ?? [])
      .filter((checkpoint) => checkpoint.size > this.read && this.isSigned(checkpoint, OUTSIDE))
      .sort((one, other) => one.size - other.size);
  }

  /** Reads those that are kept here up to a size. */
  async until(size: number): Promise<void> {
    for (const { size: stored, root, note } of await this.ask<Stored>(STORED, [this.read, size])) {
      const checkpoint = parseCheckpoint(note);
      if (!checkpoint || checkpoint.size !== Number(stored)) {
        this.found('checkpoint.unreadable', `the checkpoint of ${stored} cannot be read`);
        continue;
      }
      if (!checkpoint.root.equals(root)) this.found('checkpoint.differs', `the note of the checkpoint of ${stored} says another root`);
      this.known.add(checkpoint.size);
      this.waiting.push(checkpoint);
    }
    this.read = Math.max(this.read, size);
  }

  compare(tree: GrowingTree): void {
    const { size } = tree;
    while (this.waiting[0]?.size === size) {
      const checkpoint = this.waiting.shift()!;
      const signed = this.isSigned(checkpoint, '');
      if (this.rootIsThat(tree, checkpoint, '') && signed) this.covered = size;
    }
    while (this.outside[0]?.size === size) {
      const checkpoint = this.outside.shift()!;
      if (this.rootIsThat(tree, checkpoint, OUTSIDE)) this.covered = size;
      if (!this.known.has(size)) this.found('checkpoint.missing', `a checkpoint of ${size} was signed and is not kept`);
    }
  }

  /** Those over more leaves than there are, and what cannot be said of the others. */
  async end(size: number): Promise<void> {
    const [stored] = await this.ask<{ size: string | null; count: number }>(BEYOND, [this.read]);
    const beyond = [...this.waiting, ...this.outside];
    const count = stored!.count + beyond.length;
    const most = beyond.reduce((most, checkpoint) => Math.max(most, checkpoint.size), Number(stored!.size ?? 0));
    if (count > 0) this.found('tree.short', `${count} checkpoints of up to ${most} leaves were signed, and there are ${size}`);
    const { unknown } = this;
    if (unknown.length > 0)
      this.found(
        UNKNOWN_KEY,
        `${unknown.length} checkpoints, the first of ${unknown[0]} leaves, bear no signature of a key that was given`,
      );
  }

  private rootIsThat(tree: GrowingTree, { size, root }: Checkpoint, where: string): boolean {
    if (root.equals(tree.root())) return true;
    if (this.sound) this.found('checkpoint.root', `the checkpoint of ${size}${where} has another root than the leaves`);
    this.sound = false;
    return false;
  }

  /** Whether a key that counts has signed it. */
  private isSigned(checkpoint: Checkpoint, where: string): boolean {
    const trusted = isTrusted(checkpoint, this.keys);
    if (trusted === false) this.found('checkpoint.signature', `the signature under the checkpoint of ${checkpoint.size}${where} is bad`);
    if (trusted === null && this.keys.length > 0) this.unknown.push(checkpoint.size);
    return trusted === true;
  }
}
