import type { SourceRow, SourceTable } from './imports';
import { layOut } from './layout';

const columns = ['序号', '一级事项', '公开内容'].map((header, i) => ({ column: i + 1, header, key: null }));
const tableOf = (rows: SourceRow[]): SourceTable => ({ name: '', headerRows: [1], columns, rows, more: 0 });
const shape = (table: SourceTable, stretch = 100): string[] =>
  layOut(table, stretch).map(({ cells }) =>
    cells.map(({ cell, continued, rowSpan, colSpan }) => `${continued ? '〃' : (cell?.text ?? '·')}${rowSpan}×${colSpan}`).join(' '),
  );

describe('the original, row by row', () => {
  const merged = tableOf([
    {
      row: 2,
      cells: [
        { column: 1, text: 'a', rows: 3 },
        { column: 2, text: 'b', span: 2 },
      ],
    },
    { row: 3, cells: [{ column: 3, text: 'c' }] },
    { row: 4, cells: [{ column: 2, text: 'd' }] },
  ]);

  it('draws each cell once over what it covers, and the empty ones', () => {
    expect(shape(merged)).toEqual(['a3×1 b1×2', '·1×1 c1×1', 'd1×1 ·1×1']);
  });

  it('cuts a merged cell where the stretch ends', () => {
    expect(shape(merged, 2)).toEqual(['a2×1 b1×2', '·1×1 c1×1', '〃1×1 d1×1 ·1×1']);
  });

  it('cuts it at a row that is no item', () => {
    const rows = [...merged.rows];
    rows.splice(1, 0, { row: 2.5, ignored: 'header', cells: [{ column: 1, text: '序号' }] });
    expect(shape(tableOf(rows))).toEqual(['a1×1 b1×2', '序号1×3', '〃1×1 ·1×1 c1×1', '〃1×1 d1×1 ·1×1']);
  });
});
