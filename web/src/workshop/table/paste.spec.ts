import { newContent } from '../content';
import { planPaste, type PasteRow } from './paste';
import type { ColumnKey, TableColumn } from './columns';
import type { FormRules } from './rules';

const rules: FormRules = {
  columns: [],
  requiredElements: [],
  internalFields: [],
  channelAliases: {},
  effectLevelAliases: {},
  categoryAliases: {},
  methodAliases: {},
};
const column = (key: ColumnKey): TableColumn => ({ key, header: key, internal: false, inForm: true, inline: true, width: 5 });
const columns = (['ordinal', 'level1', 'level2', 'channels', 'duty'] as const).map(column);
const rows: PasteRow[] = ['a', 'b', 'c'].map((id, i) => ({ id, number: String(i + 1), content: newContent([id]) }));
const at = (top: number, left: number, bottom = top, right = left) => ({ top, left, bottom, right });
const plan = (cells: string[][], into = at(0, 1), writable: (id: string) => boolean = () => true) =>
  planPaste(cells, into, rows, columns, rules, writable);

describe('planPaste', () => {
  it('fills exactly what the clipboard holds, from the anchor', () => {
    const planned = plan(
      [
        ['甲', '一'],
        ['乙', '二'],
      ],
      at(1, 1),
    );
    expect(planned.changes.map(({ id, after }) => [id, after.path])).toEqual([
      ['b', ['甲', '一']],
      ['c', ['乙', '二']],
    ]);
    expect(planned).toMatchObject({ filled: 4, beyond: [], dropped: 0, refused: [] });
  });

  it('keeps its neighbours when a cell cannot be read', () => {
    const planned = plan([['x', '', '■飞鸽', '职责']], at(0, 1));
    expect(planned.refused).toMatchObject([{ row: 0, column: { key: 'channels' }, why: 'channelUnknown', word: '飞鸽' }]);
    expect(planned.changes[0]?.after).toMatchObject({ path: ['x'], channels: [], duty: '职责' });
    expect(planned.filled).toBe(3);
  });

  it('says what lies beyond the table, below and to the right', () => {
    const planned = plan([['p', 'q'], ['r', 's'], ['t']], at(2, 4));
    expect(planned.beyond).toEqual([['r', 's'], ['t']]);
    expect(planned.dropped).toBe(1);
    expect(planned.changes).toHaveLength(1);
  });

  it('fills a larger selection with one cell', () => {
    expect(plan([['同']], at(0, 4, 2, 4)).changes.map(({ after }) => after.duty)).toEqual(['同', '同', '同']);
  });

  it('touches no row that may not be written, and none that stays as it is', () => {
    const planned = plan([['新'], ['b']], at(0, 1), (id) => id !== 'a');
    expect(planned.refused).toMatchObject([{ row: 0, why: 'readOnly' }]);
    expect(planned.changes).toEqual([]);
  });

  it('takes numbers apart from texts', () => {
    const planned = plan([['9', '名'], ['2']], at(0, 0));
    expect(planned.numbers).toEqual([{ id: 'a', before: '1', after: '9' }]);
    expect(planned.changes.map(({ id }) => id)).toEqual(['a']);
  });
});
