import { heightOf, hrefAt, isEmpty, saidAt, signsOf, stepOf, tableOf, widthOf, type BarData, type LineData, type MatrixData } from './data';

const bars: BarData = {
  kind: 'bar',
  head: '地区',
  stacked: true,
  horizontal: true,
  categories: [
    { key: '150100', name: '呼和浩特市' },
    { key: '150500', name: '通辽市' },
  ],
  series: [
    { key: 'draft', name: '编制', tone: 'step1', marks: [{ value: 2, href: '/obligations?region=150100' }, { value: 0 }] },
    { key: 'done', name: '已完成', tone: 'good', marks: [{ value: 1 }] },
  ],
};
const matrix: MatrixData = {
  kind: 'matrix',
  head: '单位',
  rows: [
    { key: 'a', name: '甲局' },
    { key: 'b', name: '乙局' },
  ],
  columns: [
    { key: 'x', name: '义务教育' },
    { key: 'y', name: '养老服务' },
  ],
  cells: [
    [{ value: 0 }, { value: 3, href: '/a/y' }],
    [{ value: null }, { value: 12 }],
  ],
  steps: [
    { from: 0, name: '未覆盖', tone: 'none' },
    { from: 1, name: '1 至 9 项', tone: 'step2' },
    { from: 10, name: '10 项以上', tone: 'step4' },
  ],
};

it('says in the table what the bars show, and nothing else', () => {
  expect(tableOf(bars)).toEqual({
    head: ['地区', '编制', '已完成'],
    rows: [
      { key: '150100', name: '呼和浩特市', cells: [{ value: 2, href: '/obligations?region=150100' }, { value: 1 }] },
      { key: '150500', name: '通辽市', cells: [{ value: 0 }, { value: null }] },
    ],
  });
});

it('lays a matrix out by rows and columns', () => {
  expect(tableOf(matrix).head).toEqual(['单位', '义务教育', '养老服务']);
  expect(tableOf(matrix).rows[1]).toEqual({ key: 'b', name: '乙局', cells: [{ value: null }, { value: 12 }] });
});

it('leads from a mark to its list', () => {
  expect(hrefAt(bars, 0, 0)).toBe('/obligations?region=150100');
  expect(hrefAt(bars, 1, 0)).toBeUndefined();
  expect(hrefAt(bars, 9, 9)).toBeUndefined();
  expect(hrefAt(matrix, 0, 1)).toBe('/a/y');
  expect(hrefAt(matrix, 0, 3)).toBeUndefined();
  expect(hrefAt({ ...matrix, columns: [] }, 0, 0)).toBeUndefined();
});

it.each([
  [0, '未覆盖'],
  [1, '1 至 9 项'],
  [9, '1 至 9 项'],
  [10, '10 项以上'],
  [-1, undefined],
])('puts %i into words', (value, words) => {
  expect(stepOf(matrix.steps, value)?.name).toBe(words);
});

it('tells of a category what it has; a line also that it has none', () => {
  expect(saidAt(bars, 0)).toEqual(['呼和浩特市', '编制  2', '已完成  1']);
  expect(saidAt(bars, 1)).toEqual(['通辽市']);
  const line: LineData = { kind: 'line', head: '日期', categories: bars.categories, series: bars.series };
  expect(saidAt(line, 1)).toEqual(['通辽市', '编制  0']);
});

it('knows when there is nothing to draw', () => {
  expect(isEmpty(bars)).toBe(false);
  expect(isEmpty({ ...bars, categories: [], series: [] })).toBe(true);
  expect(isEmpty({ ...matrix, rows: [], cells: [] })).toBe(true);
});

it('grows with its rows', () => {
  expect(heightOf({ ...bars, categories: [...bars.categories, ...bars.categories] })).toBeGreaterThan(heightOf(bars));
  expect(heightOf({ ...bars, stacked: false })).toBeGreaterThanOrEqual(heightOf(bars));
  expect(heightOf(matrix)).toBeGreaterThan(150);
  expect(widthOf({ ...matrix, columns: [...matrix.columns, ...matrix.columns] })).toBeGreaterThan(widthOf(matrix));
  expect(widthOf(bars)).toBe(0);
});

it('names its colours, and tells them apart without colour', () => {
  expect(signsOf(bars)[0]).toEqual({ name: '编制', tone: 'step1', hatched: false, dash: null });
  expect(signsOf({ ...bars, kind: 'line' }).map(({ dash }) => dash)).toEqual(['solid', 'dashed']);
  expect(signsOf(matrix).map(({ name }) => name)).toEqual(['未覆盖', '1 至 9 项', '10 项以上']);
});
