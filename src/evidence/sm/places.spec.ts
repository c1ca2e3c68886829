import { consistencyProof, GrowingTree, inclusionProof, leafHash, rootOf } from '../../../verifier/merkle.js';
import { sm3 as verifiersSm3 } from '../../../verifier/sm/sm3.js';
import { grownBy, type Grown } from './growing.js';
import { besideBeginning, besideLeaf, folded, placesOf, type Stretch } from './places.js';
import { sm3 } from './sm3.js';

const MOST = 70;
const leaves = Array.from({ length: MOST }, (_, index) => leafHash(sm3, Buffer.from(`event ${index}`)));

/** Grown in steps of so many, each from what was kept of the last. */
function treeOf(size: number, step: number): Map<string, Buffer> {
  const kept = new Map<string, Buffer>();
  const at = ({ level, position }: Pick<Grown, 'level' | 'position'>) => `${level}/${position}`;
  for (let from = 0; from < size; from += step) {
    const tree = new GrowingTree(
      sm3,
      placesOf([0, from]).map((place) => ({ size: 2 ** place.level, root: kept.get(at(place))! })),
    );
    for (const leaf of leaves.slice(from, Math.min(size, from + step)))
      for (const node of grownBy(tree, leaf)) {
        expect(kept.has(at(node))).toBe(false);
        kept.set(at(node), node.hash);
      }
  }
  return kept;
}
const lookup = (kept: ReadonlyMap<string, Buffer>, stretch: Stretch) =>
  folded(
    sm3,
    placesOf(stretch).map(({ level, position }) => kept.get(`${level}/${position}`)!),
  );

describe('the tree of SM3', () => {
  it.each([1, 3, 8, 64])('grown by %i at a time has the roots and proofs of RFC 6962, as the verifier works them out', (step) => {
    const kept = treeOf(MOST, step);
    for (let size = 1; size <= MOST; size += 1) {
      const all = leaves.slice(0, size);
      expect(lookup(kept, [0, size])).toEqual(rootOf(verifiersSm3, all));
      for (let index = 0; index < size; index += 7)
        expect(besideLeaf(index, [0, size]).map((stretch) => lookup(kept, stretch))).toEqual(inclusionProof(sm3, all, index));
      for (let first = 0; first <= size; first += 3)
        expect(besideBeginning(first, [0, size]).map((stretch) => lookup(kept, stretch))).toEqual(consistencyProof(sm3, all, first));
    }
  });

  it('has no root over nothing', () => expect(() => folded(sm3, [])).toThrow(RangeError));
});
