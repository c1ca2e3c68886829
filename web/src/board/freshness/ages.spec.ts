import { AGES, countOf, shareFresh, type Age, type AgeCount } from './ages';

const counts = (some: Partial<Record<Age, number>>): AgeCount[] => AGES.map((age) => ({ age, count: some[age] ?? 0, href: `/api/${age}` }));
const SOME = counts({ inForce: 3, within6Months: 1, within12Months: 1, older: 1, never: 4 });

it('says how much of what is in force was refreshed within a year, never more than it is', () => {
  expect(shareFresh(SOME)).toBe(66);
  expect(shareFresh(counts({ inForce: 2, within12Months: 2 }))).toBe(100);
  expect(shareFresh(counts({ inForce: 2, older: 2 }))).toBe(0);
});

it('says nothing where nothing is in force', () => {
  expect(shareFresh(counts({ never: 2, takenDown: 1 }))).toBeNull();
  expect(shareFresh([])).toBeNull();
});

it('finds the count of an age', () => {
  expect(countOf(SOME, 'never')).toEqual({ age: 'never', count: 4, href: '/api/never' });
});
