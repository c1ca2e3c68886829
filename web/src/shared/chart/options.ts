import type { EngineOption } from './engine';
import { dashOf, saidAt, stepOf, type BarData, type ChartData, type LineData, type MatrixData, type Series } from './data';
import type { Look } from './look';

/** A drawing of the numbers in the colours of the page, as ECharts wants it described. */
export function optionOf(data: ChartData, look: Look): EngineOption {
  const drawn = data.kind === 'bar' ? bars(data, look) : data.kind === 'line' ? lines(data, look) : matrix(data, look);
  return {
    animation: look.moves,
    animationDuration: 250,
    textStyle: { fontFamily: look.font, color: look.ink, fontSize: 13 },
    ...drawn,
  };
}

/** Braces would begin a style in a drawn text. */
const drawnText = (words: readonly string[]): string => words.join('\n').replace(/[{}]/g, '');

/** Drawn on the canvas too: the page's policy allows no element that styles itself inline. */
function tip(look: Look) {
  return {
    renderMode: 'richText' as const,
    confine: true,
    backgroundColor: look.paper,
    borderColor: look.line,
    borderWidth: 1,
    padding: 10,
    textStyle: { color: look.ink, fontFamily: look.font, fontSize: 13, lineHeight: 21 },
  };
}

/** The drawing fills its element; axes and their words lie within. */
const GRID = { top: 8, left: 4, right: 8, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' } as const;
const STRIPES = { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [3, 3], rotation: -Math.PI / 4 };

function bars(data: BarData, look: Look): EngineOption {
  const names = {
    type: 'category' as const,
    data: data.categories.map(({ name }) => name),
    inverse: data.horizontal ?? false,
    axisTick: { show: false },
    axisLine: { lineStyle: { color: look.line } },
    axisLabel: {
      color: look.ink,
      interval: 0,
      width: data.horizontal ? 150 : 90,
      overflow: data.horizontal ? ('truncate' as const) : ('break' as const),
    },
  };
  const numbers = {
    type: 'value' as const,
    minInterval: 1,
    ...(data.most !== undefined && { max: data.most }),
    splitLine: { lineStyle: { color: look.line } },
    axisLabel: { color: look.soft, hideOverlap: true, formatter: `{value}${data.unit ?? ''}` },
  };
  return {
    tooltip: {
      ...tip(look),
      trigger: 'axis',
      axisPointer: { type: 'shadow', shadowStyle: { color: look.line, opacity: 0.4 } },
      formatter: (at) => drawnText(saidAt(data, (Array.isArray(at) ? at[0] : at)?.dataIndex ?? 0)),
    },
    // Room for the number behind the longest bar.
    grid: { ...GRID, right: data.stacked ? 24 : 48 },
    xAxis: data.horizontal ? numbers : names,
    yAxis: data.horizontal ? names : numbers,
    series: data.series.map((series) => bar(series, data, look)),
  };
}

/** The number stands in its part of a stacked bar where there is room for it, otherwise behind a lying bar. */
function bar(series: Series, data: BarData, look: Look) {
  const colour = look.tones[series.tone];
  return {
    type: 'bar' as const,
    name: series.name,
    ...(data.stacked && { stack: 'all' }),
    data: series.marks.map(({ value }) => (value === 0 && data.stacked ? null : value)),
    barMaxWidth: 22,
    itemStyle: {
      color: colour,
      borderColor: look.paper,
      borderWidth: data.stacked ? 1 : 0,
      ...(series.hatched && { decal: { ...STRIPES, color: look.paper } }),
    },
    label: {
      show: data.stacked || data.horizontal || false,
      fontSize: 12,
      ...(!data.stacked
        ? { position: 'right' as const, color: look.ink, formatter: `{c}${data.unit ?? ''}` }
        : series.hatched
          ? { color: look.ink, backgroundColor: look.paper, borderRadius: 2, padding: [1, 3] }
          : { color: legibleOn(colour, look) }),
    },
    labelLayout: { hideOverlap: true },
    emphasis: { disabled: true },
    cursor: series.marks.some(({ href }) => href) ? 'pointer' : 'default',
  };
}

const SHAPES = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle', 'emptyRect'] as const;

/** Each line has its own dash and shape beside its colour. */
function lines(data: LineData, look: Look): EngineOption {
  const times = data.categories.map(({ key }) => Date.parse(`${key}T00:00:00Z`));
  return {
    tooltip: {
      ...tip(look),
      trigger: 'axis',
      formatter: (at) => drawnText(saidAt(data, (Array.isArray(at) ? at[0] : at)?.dataIndex ?? 0)),
    },
    grid: { ...GRID, right: 24 },
    xAxis: {
      type: 'time',
      minInterval: 86_400_000,
      axisLine: { lineStyle: { color: look.line } },
      axisLabel: { color: look.soft, hideOverlap: true, formatter: (time: number) => look.day(time) },
    },
    yAxis: { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: look.line } }, axisLabel: { color: look.soft } },
    series: data.series.map(({ name, tone, marks }, index) => ({
      type: 'line' as const,
      name,
      // What holds until the next day is no slope.
      step: 'end' as const,
      data: marks.map(({ value }, at) => [times[at]!, value]),
      symbol: SHAPES[index % SHAPES.length]!,
      symbolSize: 7,
      showSymbol: marks.length <= 60,
      color: look.tones[tone],
      lineStyle: { width: 2, type: dashOf(index) },
      emphasis: { disabled: true },
    })),
  };
}

function matrix(data: MatrixData, look: Look): EngineOption {
  const points = data.cells.flatMap((row, y) => row.map(({ value }, x) => [x, y, value ?? '-']));
  return {
    tooltip: { ...tip(look), formatter: (at) => drawnText(saidIn(data, (Array.isArray(at) ? at[0] : at)?.dataIndex ?? 0)) },
    visualMap: {
      type: 'piecewise',
      show: false,
      pieces: data.steps.map(({ from, tone }, index) => ({
        gte: from,
        ...(data.steps[index + 1] && { lt: data.steps[index + 1]!.from }),
        color: look.tones[tone],
      })),
    },
    grid: GRID,
    xAxis: {
      type: 'category',
      position: 'top',
      data: data.columns.map(({ name }) => name),
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { color: look.ink, interval: 0, rotate: 50, width: 110, overflow: 'truncate' },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: data.rows.map(({ name }) => name),
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { color: look.ink, interval: 0, width: 180, overflow: 'truncate' },
    },
    series: [
      {
        type: 'heatmap',
        data: points.map(([x, y, value]) => ({
          value: [x!, y!, value!],
          label: { color: typeof value === 'number' ? legibleOn(look.tones[stepOf(data.steps, value)?.tone ?? 'none'], look) : look.soft },
        })),
        label: { show: true, fontSize: 12 },
        itemStyle: { borderColor: look.paper, borderWidth: 1 },
        emphasis: { disabled: true },
        cursor: data.cells.some((row) => row.some(({ href }) => href)) ? 'pointer' : 'default',
      },
    ],
  };
}

/** A cell of a matrix in words. */
function saidIn(data: MatrixData, index: number): string[] {
  const width = Math.max(1, data.columns.length);
  const row = data.rows[Math.floor(index / width)];
  const column = data.columns[index % width];
  const value = data.cells[Math.floor(index / width)]?.[index % width]?.value;
  const step = value === null || value === undefined ? undefined : stepOf(data.steps, value)?.name;
  return [row?.name ?? '', `${column?.name ?? ''}  ${value ?? '—'}${step ? `（${step}）` : ''}`];
}

/** Ink or paper, whichever is read more easily on a colour such as `#1d4f91` or `#fff`. */
export function legibleOn(colour: string, look: Pick<Look, 'ink' | 'paper'>): string {
  const light = (hex: string): number => {
    const size = hex.length > 4 ? 2 : 1;
    const [red, green, blue] = [0, 1, 2].map((at) => {
      const digits = hex.slice(1 + at * size, 1 + (at + 1) * size);
      const part = Number.parseInt(size === 2 ? digits : digits + digits, 16) / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: number, other: number) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  const ground = light(colour);
  return contrast(ground, light(look.paper)) >= contrast(ground, light(look.ink)) ? look.paper : look.ink;
}
