import type { GrowingTree } from '../../../verifier/merkle.js';
import type { Place } from './places.js';

export interface Grown extends Place {
  readonly hash: Buffer;
}

/** Takes the leaf in; answers it, and the subtrees that it completes, each in its place. */
export function grownBy(tree: GrowingTree, leaf: Buffer): Grown[] {
  const completed = tree.append(leaf);
  const { size } = tree;
  return [
    { level: 0, position: size - 1, hash: leaf },
    ...completed.map((part) => ({ level: Math.log2(part.size), position: size / part.size - 1, hash: part.root })),
  ];
}
