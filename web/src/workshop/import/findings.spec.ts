import { columnsAbout, grouped } from './findings';
import type { Finding, SourceTable } from './imports';

const at = (row: number, more: Partial<Finding>): Finding =>
  ({
    id: `${row}`,
    severity: 'warning',
    kind: 'lint',
    table: 0,
    row,
    column: 6,
    itemKey: null,
    code: 'bases.ordinals',
    message: '',
    ...more,
  }) as Finding;
const table = { columns: [{ column: 6, header: '公开依据', key: 'bases' }] } as SourceTable;

describe('findings', () => {
  it('stand in the order of the file, what must be decided apart', () => {
    const lists = grouped([at(9, {}), at(3, {}), at(2, { kind: 'missing', severity: 'error' }), at(7, { kind: 'repair' })]);
    expect(Object.values(lists).map((list) => list.map(({ row }) => row))).toEqual([[7], [2], [3, 9]]);
  });

  it('point to the columns of the item that they are about', () => {
    const changes = [{ field: 'path', before: ['甲', '乙'], after: ['甲', '丙', '丁'] }] as NonNullable<Finding['repair']>['changes'];
    expect(columnsAbout(at(1, { kind: 'repair', repair: { description: '', changes, alsoItemKeys: [] } }), table)).toEqual([
      'level2',
      'level3',
    ]);
    expect(columnsAbout(at(1, { code: 'missing.audience' }), table)).toEqual(['audiencePublic', 'audienceSpecific']);
    expect(columnsAbout(at(1, {}), table)).toEqual(['bases']);
    expect(columnsAbout(at(1, { column: null }), table)).toEqual([]);
  });
});
