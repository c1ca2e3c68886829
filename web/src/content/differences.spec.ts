import { differencesByField, mergedEntries, touches } from './differences';

const merged = (after: string[], before: string[], ...differences: { field: string; before: unknown; after: unknown }[]) =>
  mergedEntries('elements', after, before, differencesByField(differences)).map(({ value, status }) => `${value} ${status}`);

describe('two lists in one', () => {
  it('is the list itself when nothing changed', () => {
    expect(merged(['甲', '乙'], ['甲', '乙'])).toEqual(['甲 same', '乙 same']);
  });

  it('keeps what went where it was', () => {
    expect(merged(['甲', '丙'], ['甲', '乙', '丙'], { field: 'elements[1]', before: '乙', after: null })).toEqual([
      '甲 same',
      '乙 removed',
      '丙 same',
    ]);
    expect(merged([], ['甲'], { field: 'elements[0]', before: '甲', after: null })).toEqual(['甲 removed']);
  });

  it('tells what came from what went at the same place', () => {
    const went = { field: 'elements[1]', before: '乙', after: null };
    const came = { field: 'elements[1]', before: null, after: '丁' };
    expect(merged(['甲', '丁', '丙'], ['甲', '乙', '丙'], went, came)).toEqual(['甲 same', '乙 removed', '丁 added', '丙 same']);
  });

  it('takes a changed entry for the same one', () => {
    expect(merged(['甲二', '乙'], ['甲', '乙'], { field: 'elements[0]', before: '甲', after: '甲二' })).toEqual(['甲二 same', '乙 same']);
  });
});

it('a change within is a change of the field', () => {
  const differences = differencesByField([{ field: 'bases[0].title', before: 'a', after: 'b' }]);
  expect(touches(differences, 'bases')).toBe(true);
  expect(touches(differences, 'bases[0]')).toBe(true);
  expect(touches(differences, 'base')).toBe(false);
});
