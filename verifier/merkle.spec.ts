import fc from 'fast-check';
import { sha256 } from './digest.js';
import { consistencyProof, GrowingTree, inclusionProof, isConsistent, leafHash, rootByInclusion, rootOf } from './merkle.js';
import { sm3 } from './sm/sm3.js';

/** The vectors that implementations of RFC 6962 have in common. */
const INPUTS = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const leaves = INPUTS.map((input) => leafHash(sha256, Buffer.from(input, 'hex')));
const many = (count: number) => Array.from({ length: count }, (_, index) => leafHash(sha256, Buffer.from(`event ${index}`)));
const flipped = (bytes: Buffer) => Buffer.from(bytes.map((byte, index) => (index === 0 ? byte ^ 1 : byte)));

describe('the tree of RFC 6962', () => {
  it.each(ROOTS.map((root, size) => [size, root] as const))('of %i leaves has the known root', (size, root) => {
    expect(rootOf(sha256, leaves.slice(0, size)).toString('hex')).toBe(root);
  });

  it('has the known proofs', () => {
    const proof = inclusionProof(sha256, leaves, 0).map((hash) => hash.toString('hex'));
    expect(proof).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
    const grown = consistencyProof(sha256, leaves.slice(0, 8), 6).map((hash) => hash.toString('hex'));
    expect(grown[0]).toBe('0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a');
    expect(grown).toHaveLength(3);
  });

  it('grows leaf by leaf to the same root, from what is kept of it', () => {
    let tree = new GrowingTree(sha256);
    many(70).forEach((leaf, index) => {
      tree = new GrowingTree(sha256, tree.frontier);
      tree.append(leaf);
      expect(tree.size).toBe(index + 1);
      expect(tree.root()).toEqual(rootOf(sha256, many(index + 1)));
    });
  });

  it('proves every leaf of every size to be there, at its place and at no other', () => {
    for (let size = 1; size <= 40; size += 1) {
      const all = many(size);
      const root = rootOf(sha256, all);
      for (let index = 0; index < size; index += 1) {
        const proof = inclusionProof(sha256, all, index);
        expect(rootByInclusion(sha256, all[index]!, index, size, proof)).toEqual(root);
        expect(rootByInclusion(sha256, flipped(all[index]!), index, size, proof)).not.toEqual(root);
        if (size > 1) expect(rootByInclusion(sha256, all[index]!, (index + 1) % size, size, proof)).not.toEqual(root);
        expect(rootByInclusion(sha256, all[index]!, index, size, [...proof, root])).toBeNull();
        if (proof.length) expect(rootByInclusion(sha256, all[index]!, index, size, proof.slice(1))).not.toEqual(root);
      }
    }
  });

  it('proves every beginning to be one, and no other tree', () => {
    for (let second = 1; second <= 33; second += 1) {
      const all = many(second);
      const root = rootOf(sha256, all);
      for (let first = 0; first <= second; first += 1) {
        const before = rootOf(sha256, all.slice(0, first));
        const proof = consistencyProof(sha256, all, first);
        expect(isConsistent(sha256, first, second, before, root, proof)).toBe(true);
        if (first === 0 || first === second) continue;
        expect(isConsistent(sha256, first, second, flipped(before), root, proof)).toBe(false);
        expect(isConsistent(sha256, first, second, before, flipped(root), proof)).toBe(false);
        expect(isConsistent(sha256, first, second, before, root, [...proof, root])).toBe(false);
        proof.forEach((hash, index) => {
          const spoiled = proof.map((other, at) => (at === index ? flipped(hash) : other));
          expect(isConsistent(sha256, first, second, before, root, spoiled)).toBe(false);
        });
      }
    }
  });

  it('is fooled by nothing that is made up', () => {
    const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), fc.array(hash, { maxLength: 8 }), hash, (index, size, proof, leaf) => {
        const root = rootOf(sha256, many(size));
        const reached = rootByInclusion(sha256, leaf, index, size, proof);
        expect(reached === null || !reached.equals(root)).toBe(true);
        expect(isConsistent(sha256, index, size, leaf, root, proof)).toBe(false);
      }),
    );
  });

  it('is another one under another digest', () => {
    expect(rootOf(sm3, many(3))).not.toEqual(rootOf(sha256, many(3)));
  });
});
