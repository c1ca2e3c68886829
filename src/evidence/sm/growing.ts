import type { Digest } from '../../../verifier/digest.js';
import { nodeHash } from '../../../verifier/merkle.js';
import { placesOf, type Place } from './places.js';

export interface Grown extends Place {
  readonly hash: Buffer;
}

/** A tree at its right edge: what is needed to go on, and every subtree that became complete. */
export class RightEdge {
  private readonly open: Map<number, Buffer>;

  /** @param parts the roots of the complete parts of a tree of this size, as {@link placesOf} names them */
  constructor(
    private readonly digest: Digest,
    private size: number,
    parts: readonly Buffer[],
  ) {
    this.open = new Map(placesOf([0, size]).map(({ level }, index) => [level, parts[index]!]));
  }

  /** The leaf, and the subtrees that it completes. */
  append(leaf: Buffer): Grown[] {
    const grown: Grown[] = [];
    let hash = leaf;
    for (let level = 0; ; level += 1) {
      grown.push({ level, position: Math.floor(this.size / 2 ** level), hash });
      const left = this.open.get(level);
      if (!left) {
        this.open.set(level, hash);
        this.size += 1;
        return grown;
      }
      this.open.delete(level);
      hash = nodeHash(this.digest, left, hash);
    }
  }
}
