import { at, isSingle, moved, rectangleOf, stepOf, type Extent } from './selection';

const plain: Extent = { rows: 4, columns: 3, merged: ({ row }) => ({ top: row, bottom: row }) };

describe('selection', () => {
  it('moves within the table only', () => {
    expect(moved(at(0, 0), 'up', plain, false)).toEqual(at(0, 0));
    expect(moved(at(3, 2), 'down', plain, false)).toEqual(at(3, 2));
    expect(moved(at(1, 1), 'pageDown', plain, false)).toEqual(at(3, 1));
    expect(moved(at(1, 1), 'end', plain, false)).toEqual(at(3, 2));
  });

  it('goes on in the next row with Tab', () => {
    expect(moved(at(0, 2), 'next', plain, false)).toEqual(at(1, 0));
    expect(moved(at(1, 0), 'previous', plain, false)).toEqual(at(0, 2));
  });

  it('steps over a merged cell as one', () => {
    const merged: Extent = {
      ...plain,
      merged: ({ row, column }) => (column === 0 && row < 3 ? { top: 0, bottom: 2 } : { top: row, bottom: row }),
    };
    expect(moved(at(1, 0), 'down', merged, false)).toEqual(at(3, 0));
    expect(moved(at(3, 0), 'up', merged, false)).toEqual(at(2, 0));
  });

  it('extends a rectangle from where it began', () => {
    const selection = moved(moved(at(1, 1), 'down', plain, true), 'right', plain, true);
    expect(rectangleOf(selection)).toEqual({ top: 1, left: 1, bottom: 2, right: 2 });
    expect(isSingle(selection)).toBe(false);
  });

  it('knows the keys', () => {
    const none = { ctrlKey: false, metaKey: false, shiftKey: false };
    expect(stepOf({ ...none, key: 'Tab', shiftKey: true })).toBe('previous');
    expect(stepOf({ ...none, key: 'Home', ctrlKey: true })).toBe('start');
    expect(stepOf({ ...none, key: 'x' })).toBeUndefined();
  });
});
