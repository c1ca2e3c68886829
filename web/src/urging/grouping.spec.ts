import { grouped } from './grouping';

const holder = { role: 'compiler', people: [] };

it('sets what is my turn apart from what waits for others and from what is ended', () => {
  const rows = [
    { id: 1, mine: true, holder },
    { id: 2, mine: false, holder },
    { id: 3, mine: false, holder },
    { id: 4, mine: false, holder: null },
  ];
  expect(grouped(rows).map(({ whose, rows: of }) => [whose, of.map(({ id }) => id)])).toEqual([
    ['mine', [1]],
    ['waiting', [2, 3]],
    ['ended', [4]],
  ]);
  expect(grouped([])).toEqual([]);
});
