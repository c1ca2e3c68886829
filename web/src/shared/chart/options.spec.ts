import { TONES, type BarData, type LineData, type MatrixData, type Tone } from './data';
import type { Look } from './look';
import { legibleOn, optionOf } from './options';

const look: Look = {
  tones: Object.fromEntries(TONES.map((tone, index) => [tone, `#00${index}0ff`])) as Record<Tone, string>,
  ink: '#1c2733',
  soft: '#4b5a69',
  line: '#d8dee5',
  paper: '#ffffff',
  font: 'sans-serif',
  moves: true,
  day: (time) => new Date(time).toISOString().slice(5, 10),
};
const bars: BarData = {
  kind: 'bar',
  head: '地区',
  stacked: true,
  horizontal: true,
  categories: [{ key: 'a', name: '{甲}市' }],
  series: [{ key: 's', name: '编制', tone: 'good', hatched: true, marks: [{ value: 0 }] }],
};
interface Axis {
  data: string[];
  axisLabel: { formatter: (time: number) => string };
}
/** The parts of a description that are looked at here. */
interface Drawn {
  animation: boolean;
  xAxis: Axis;
  yAxis: Axis;
  series: { data: { value: unknown[] }[]; symbol: string; lineStyle: { type: string }; itemStyle: { decal?: object } }[];
  tooltip: { renderMode: string; formatter: (at: unknown) => string };
  visualMap: { pieces: unknown[] };
}
const drawn = (option: unknown) => option as Drawn;

it('lies stacked bars beside their names, and leaves nothing out but zeroes', () => {
  const option = drawn(optionOf(bars, look));
  expect(option.yAxis.data).toEqual(['{甲}市']);
  expect(option.series[0]).toMatchObject({ stack: 'all', data: [null], itemStyle: { color: look.tones.good } });
  expect(option.series[0]!.itemStyle.decal).toBeDefined();
  expect(drawn(optionOf({ ...bars, stacked: false, horizontal: false }, look)).xAxis.data).toEqual(['{甲}市']);
});

it('writes the number and its unit behind a lying bar, and ends the axis where it is told', () => {
  const share: BarData = {
    ...bars,
    stacked: false,
    unit: '%',
    most: 100,
    series: [{ ...bars.series[0]!, hatched: false, marks: [{ value: 14 }] }],
  };
  const option = drawn(optionOf(share, look));
  expect(option.xAxis).toMatchObject({ max: 100, axisLabel: { formatter: '{value}%' } });
  expect(option.series[0]).toMatchObject({ data: [14], label: { show: true, position: 'right', formatter: '{c}%' } });
  expect(option.tooltip.formatter([{ dataIndex: 0 }])).toContain('编制  14%');
});

it('draws its tips on the canvas, and lets no brace become a style', () => {
  const { tooltip } = drawn(optionOf(bars, look));
  expect(tooltip.renderMode).toBe('richText');
  expect(tooltip.formatter([{ dataIndex: 0 }])).toBe('甲市');
});

it('keeps still for whoever asked for it', () => {
  expect(drawn(optionOf(bars, { ...look, moves: false })).animation).toBe(false);
});

it('draws a day where it lies in time, and holds it until the next', () => {
  const line: LineData = {
    kind: 'line',
    head: '日期',
    categories: [
      { key: '2026-11-01', name: '11月1日' },
      { key: '2026-11-20', name: '11月20日' },
    ],
    series: ['一', '二'].map((name) => ({ key: name, name, tone: 'bad', marks: [{ value: 1 }, { value: 2 }] })),
  };
  const option = drawn(optionOf(line, look));
  expect(option.series[0]).toMatchObject({
    step: 'end',
    data: [
      [Date.UTC(2026, 10, 1), 1],
      [Date.UTC(2026, 10, 20), 2],
    ],
  });
  expect(option.series[0]!.symbol).not.toBe(option.series[1]!.symbol);
  expect(option.series[0]!.lineStyle.type).not.toBe(option.series[1]!.lineStyle.type);
  expect(option.xAxis.axisLabel.formatter(Date.UTC(2026, 10, 1))).toBe('11-01');
});

it('colours a matrix by its steps, and says each cell in words', () => {
  const matrix: MatrixData = {
    kind: 'matrix',
    head: '单位',
    rows: [{ key: 'a', name: '甲局' }],
    columns: [
      { key: 'x', name: '义务教育' },
      { key: 'y', name: '养老服务' },
    ],
    cells: [[{ value: 3 }, { value: null }]],
    steps: [
      { from: 0, name: '未覆盖', tone: 'none' },
      { from: 1, name: '已覆盖', tone: 'step3' },
    ],
  };
  const option = drawn(optionOf(matrix, look));
  expect(option.visualMap.pieces).toEqual([
    { gte: 0, lt: 1, color: look.tones.none },
    { gte: 1, color: look.tones.step3 },
  ]);
  expect(option.series[0]!.data.map(({ value }) => value)).toEqual([
    [0, 0, 3],
    [1, 0, '-'],
  ]);
  expect(option.tooltip.formatter({ dataIndex: 0 })).toBe('甲局\n义务教育  3（已覆盖）');
  expect(option.tooltip.formatter({ dataIndex: 1 })).toBe('甲局\n养老服务  —');
});

it.each([
  ['#ffffff', look.ink],
  ['#fff', look.ink],
  ['#000', look.paper],
  ['#d2dce9', look.ink],
  ['#1d4f91', look.paper],
  ['#1c6b3a', look.paper],
])('writes on %s in %s', (colour, expected) => {
  expect(legibleOn(colour, look)).toBe(expected);
});
