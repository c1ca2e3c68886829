import type { Digest } from '../../../verifier/digest.js';
import { nodeHash, splitOf } from '../../../verifier/merkle.js';

/** A complete subtree of 2^level leaves: the how-manyth of its level. */
export interface Place {
  readonly level: number;
  readonly position: number;
}

/** Leaves from one to another, not counted. */
export type Stretch = readonly [from: number, to: number];

/** The complete subtrees of a stretch as it occurs in a tree, from left to right: the largest first. */
export function placesOf([from, to]: Stretch): Place[] {
  const places: Place[] = [];
  for (let at = from; at < to;) {
    const size = splitOf(to - at + 1);
    places.push({ level: Math.log2(size), position: at / size });
    at += size;
  }
  return places;
}

/** The root over them. @throws RangeError for no leaf at all */
export function folded(digest: Digest, hashes: readonly Buffer[]): Buffer {
  const [last, ...before] = hashes.toReversed();
  if (!last) throw new RangeError('there is no root over nothing');
  return before.reduce((root, left) => nodeHash(digest, left, root), last);
}

/** What lies beside the way from a leaf to the root, from its neighbour up (RFC 6962, 2.1.1). */
export function besideLeaf(index: number, [from, to]: Stretch): Stretch[] {
  if (to - from <= 1) return [];
  const split = from + splitOf(to - from);
  return index < split ? [...besideLeaf(index, [from, split]), [split, to]] : [...besideLeaf(index, [split, to]), [from, split]];
}

/** What shows that the first leaves of a tree are the beginning of the whole (RFC 6962, 2.1.2). */
export function besideBeginning(first: number, [from, to]: Stretch, whole = true): Stretch[] {
  if (first === 0 || first === to) return whole ? [] : [[from, to]];
  const split = from + splitOf(to - from);
  return first <= split
    ? [...besideBeginning(first, [from, split], whole), [split, to]]
    : [...besideBeginning(first, [split, to], false), [from, split]];
}
