import { spansOf } from './merge';

describe('spansOf', () => {
  it('merges parents over rows whose paths agree down to that level', () => {
    const paths = [['A', 'B', 'x'], ['A', 'B', 'y'], ['A', 'C'], ['D']];
    expect(spansOf(paths, 3)).toEqual([
      [3, 2, 1],
      [0, 0, 1],
      [0, 1, 1],
      [1, 1, 1],
    ]);
  });

  it('does not merge an equal name under another parent', () => {
    expect(
      spansOf(
        [
          ['A', 'X', '1'],
          ['B', 'X', '2'],
        ],
        3,
      ),
    ).toEqual([
      [1, 1, 1],
      [1, 1, 1],
    ]);
  });

  it('keeps two rows of the same name apart, and a parent that is itself a row together', () => {
    expect(spansOf([['A'], ['A']], 1)).toEqual([[1], [1]]);
    expect(spansOf([['A'], ['A', 'B'], ['A', 'C']], 2)).toEqual([
      [3, 1],
      [0, 1],
      [0, 1],
    ]);
  });
});
