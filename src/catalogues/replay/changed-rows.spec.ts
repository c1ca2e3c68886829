import fc from 'fast-check';
import { changedBetween, movedBetween } from './changed-rows.js';
import type { PastRow } from './past-rows.js';

const row = (itemId: string, more: Partial<PastRow> = {}): PastRow => ({
  itemId, state: 'drafting', seq: 1, revisionId: itemId, contentHash: 'a', numberHash: null, ...more,
}); // prettier-ignore
const kindsOf = (before: PastRow[], after: PastRow[]) => changedBetween(before, after).map(({ id, kinds }) => [id, ...kinds]);

it('says of each row how it differs, and nothing of one that does not', () => {
  expect(kindsOf([row('a'), row('b'), row('c')], [row('a'), row('b'), row('c')])).toEqual([]);
  expect(kindsOf([row('a'), row('b')], [row('b'), row('c')])).toEqual([
    ['c', 'added'],
    ['a', 'removed'],
  ]);
  expect(kindsOf([row('a'), row('b')], [row('a', { contentHash: 'b', state: 'returned' }), row('b', { numberHash: 'n' })])).toEqual([
    ['a', 'changed', 'state'],
    ['b', 'renumbered'],
  ]);
  expect(
    kindsOf(
      ['a', 'b', 'c', 'd'].map((id) => row(id)),
      ['d', 'a', 'b', 'c'].map((id) => row(id)),
    ),
  ).toEqual([['d', 'moved']]);
});

it('names the fewest rows whose moving explains the order: the others stand as they stood', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  fc.assert(
    fc.property(fc.shuffledSubarray(ids, { minLength: ids.length }), fc.nat(6), fc.nat(6), (shuffled, from, to) => {
      const moved = movedBetween(ids, shuffled);
      const stayed = shuffled.filter((id) => !moved.has(id));
      expect(stayed).toEqual([...stayed].sort());
      const once = ids.filter((_, index) => index !== from);
      once.splice(to, 0, ids[from]!);
      expect(movedBetween(ids, once).size).toBeLessThanOrEqual(1);
    }),
  );
});
