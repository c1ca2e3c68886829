import type { Digest } from './digest.js';

/**
 * The Merkle tree of RFC 6962 (section 2): leaves and inner nodes are hashed under different prefixes, a tree that is no power of two is split at
 * the largest one below its size. A proof that a leaf is in a tree, or that a tree grew out of another one, needs a few hashes only.
 */
const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

export const leafHash = (digest: Digest, data: Uint8Array): Buffer => digest(LEAF, data);
export const nodeHash = (digest: Digest, left: Uint8Array, right: Uint8Array): Buffer => digest(NODE, left, right);

/** The largest power of two below a size of at least two. */
export function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/** The root over leaves that are hashed already; of none, the digest of nothing. */
export function rootOf(digest: Digest, leaves: readonly Uint8Array[], from = 0, to = leaves.length): Buffer {
  const size = to - from;
  if (size === 0) return digest();
  if (size === 1) return Buffer.from(leaves[from]!);
  const split = from + splitOf(size);
  return nodeHash(digest, rootOf(digest, leaves, from, split), rootOf(digest, leaves, split, to));
}

/** The hashes that prove the leaf of this index to be in the tree, from its neighbour up. */
export function inclusionProof(digest: Digest, leaves: readonly Uint8Array[], index: number, from = 0, to = leaves.length): Buffer[] {
  if (to - from <= 1) return [];
  const split = from + splitOf(to - from);
  return from + index < split
    ? [...inclusionProof(digest, leaves, index, from, split), rootOf(digest, leaves, split, to)]
    : [...inclusionProof(digest, leaves, index - (split - from), split, to), rootOf(digest, leaves, from, split)];
}

/** The hashes that prove the tree of the first `first` leaves to be the beginning of the whole. */
export function consistencyProof(digest: Digest, leaves: readonly Uint8Array[], first: number): Buffer[] {
  return first === 0 || first === leaves.length ? [] : subproof(digest, leaves, first, 0, leaves.length, true);
}

function subproof(digest: Digest, leaves: readonly Uint8Array[], first: number, from: number, to: number, whole: boolean): Buffer[] {
  const size = to - from;
  if (first === size) return whole ? [] : [rootOf(digest, leaves, from, to)];
  const split = splitOf(size);
  return first <= split
    ? [...subproof(digest, leaves, first, from, from + split, whole), rootOf(digest, leaves, from + split, to)]
    : [...subproof(digest, leaves, first - split, from + split, to, false), rootOf(digest, leaves, from, from + split)];
}

/** The root that a leaf and its proof lead to; null when the proof has not the length that the place asks for. */
export function rootByInclusion(
  digest: Digest,
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
): Buffer | null {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return null;
  let place = index;
  let last = size - 1;
  let hash: Buffer = Buffer.from(leaf);
  for (const beside of proof) {
    if (last === 0) return null;
    if (place % 2 === 1 || place === last) {
      hash = nodeHash(digest, beside, hash);
      while (place % 2 === 0 && place !== 0) [place, last] = [place / 2, Math.floor(last / 2)];
    } else {
      hash = nodeHash(digest, hash, beside);
    }
    [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
  }
  return last === 0 ? hash : null;
}

/** Whether a tree of `first` leaves and this root is the beginning of one of `second` leaves and that root (RFC 9162, section 2.1.4.2). */
export function isConsistent(
  digest: Digest,
  first: number,
  second: number,
  firstRoot: Uint8Array,
  secondRoot: Uint8Array,
  proof: readonly Uint8Array[],
): boolean {
  if (!Number.isSafeInteger(first) || !Number.isSafeInteger(second) || first < 0 || first > second) return false;
  const same = (one: Uint8Array, other: Uint8Array) => Buffer.compare(one, other) === 0;
  if (first === second) return proof.length === 0 && same(firstRoot, secondRoot);
  if (first === 0) return proof.length === 0 && same(firstRoot, digest());
  const isPower = Number.isInteger(Math.log2(first));
  const path = isPower ? [firstRoot, ...proof] : [...proof];
  if (path.length === 0) return false;
  let place = first - 1;
  let last = second - 1;
  while (place % 2 === 1) [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
  let one: Buffer = Buffer.from(path[0]!);
  let other = one;
  for (const beside of path.slice(1)) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      one = nodeHash(digest, beside, one);
      other = nodeHash(digest, beside, other);
      while (place % 2 === 0 && place !== 0) [place, last] = [place / 2, Math.floor(last / 2)];
    } else {
      other = nodeHash(digest, other, beside);
    }
    [place, last] = [Math.floor(place / 2), Math.floor(last / 2)];
  }
  return last === 0 && same(one, firstRoot) && same(other, secondRoot);
}

/**
 * The tree that only grows, kept as the roots of its complete parts, the largest first: enough to go on from, and to know the root. There are as many
 * as its size has ones in binary.
 */
export class GrowingTree {
  private readonly parts: { size: number; root: Buffer }[];

  constructor(
    private readonly digest: Digest,
    parts: readonly { size: number; root: Uint8Array }[] = [],
  ) {
    this.parts = parts.map(({ size, root }) => ({ size, root: Buffer.from(root) }));
  }

  get size(): number {
    return this.parts.reduce((sum, { size }) => sum + size, 0);
  }

  /** What has to be kept. */
  get frontier(): readonly { size: number; root: Buffer }[] {
    return this.parts;
  }

  /** @returns the complete parts that came about by it, the smallest first; the leaf itself is none of them */
  append(leaf: Uint8Array): readonly { size: number; root: Buffer }[] {
    let added: { size: number; root: Buffer } = { size: 1, root: Buffer.from(leaf) };
    const completed: { size: number; root: Buffer }[] = [];
    for (let last = this.parts.at(-1); last?.size === added.size; last = this.parts.at(-1)) {
      this.parts.pop();
      added = { size: added.size * 2, root: nodeHash(this.digest, last.root, added.root) };
      completed.push(added);
    }
    this.parts.push(added);
    return completed;
  }

  root(): Buffer {
    const [last, ...before] = [...this.parts].reverse();
    if (!last) return this.digest();
    return before.reduce<Buffer>((root, part) => nodeHash(this.digest, part.root, root), last.root);
  }
}
