/** A colour of the house by its meaning (style/tokens.css): `none` to `step5` are a ramp, the others say how something stands. */
export const TONES = ['none', 'step1', 'step2', 'step3', 'step4', 'step5', 'good', 'warn', 'bad', 'quiet'] as const;
export type Tone = (typeof TONES)[number];

/** One number; null where there is none. `href`: the page that lists what it counts. */
export interface Mark {
  readonly value: number | null;
  readonly href?: string;
}

/** What a row of numbers is about. `key` of a line's category is a day, `2026-11-20`. */
export interface Category {
  readonly key: string;
  readonly name: string;
}

/** One mark for each category. `hatched`: striped, so that two tones that are near each other can be told apart. */
export interface Series {
  readonly key: string;
  readonly name: string;
  readonly tone: Tone;
  readonly hatched?: boolean;
  readonly marks: readonly Mark[];
}

/** Bars by category, one for each series or stacked to one. */
export interface BarData {
  readonly kind: 'bar';
  /** What the categories are: the first column's heading in the table. */
  readonly head: string;
  readonly categories: readonly Category[];
  readonly series: readonly Series[];
  readonly stacked?: boolean;
  /** Lying bars: names of any length stand beside them. */
  readonly horizontal?: boolean;
  /** What stands behind each number: `%`. */
  readonly unit?: string;
  /** Where the axis ends, whatever the numbers are. */
  readonly most?: number;
}

/** How numbers stood on some days; each holds until the next. */
export interface LineData {
  readonly kind: 'line';
  readonly head: string;
  readonly categories: readonly Category[];
  readonly series: readonly Series[];
}

/** Every number from `from` on, up to the next step, in words. */
export interface Step {
  readonly from: number;
  readonly name: string;
  readonly tone: Tone;
}

/** Rows × columns, each cell with its number, coloured by steps that a legend names. */
export interface MatrixData {
  readonly kind: 'matrix';
  readonly head: string;
  readonly rows: readonly Category[];
  readonly columns: readonly Category[];
  /** By row, then by column. */
  readonly cells: readonly (readonly Mark[])[];
  /** From the smallest `from` upwards. */
  readonly steps: readonly Step[];
}

export type ChartData = BarData | LineData | MatrixData;

/** The same numbers as a table: the headings of the columns, and the rows. */
export interface DataTable {
  readonly head: readonly string[];
  readonly rows: readonly { readonly key: string; readonly name: string; readonly cells: readonly Mark[] }[];
}

/** The table twin of a chart: nothing is in the one that is not in the other. */
export function tableOf(data: ChartData): DataTable {
  if (data.kind === 'matrix')
    return {
      head: [data.head, ...data.columns.map(({ name }) => name)],
      rows: data.rows.map(({ key, name }, index) => ({ key, name, cells: data.cells[index] ?? [] })),
    };
  return {
    head: [data.head, ...data.series.map(({ name }) => name)],
    rows: data.categories.map(({ key, name }, index) => ({
      key,
      name,
      cells: data.series.map(({ marks }) => marks[index] ?? { value: null }),
    })),
  };
}

/** Whether there is nothing to draw. */
export function isEmpty(data: ChartData): boolean {
  return !tableOf(data).rows.some(({ cells }) => cells.some(({ value }) => value !== null));
}

/** The step that a number belongs to: the last one that begins at or below it. */
export function stepOf(steps: readonly Step[], value: number): Step | undefined {
  return steps.filter(({ from }) => from <= value).pop();
}

/** Where a click on a mark leads. Series and index as the drawing counts them: of a matrix the index runs by row and column. */
export function hrefAt(data: ChartData, series: number, index: number): string | undefined {
  if (data.kind !== 'matrix') return data.series[series]?.marks[index]?.href;
  const width = data.columns.length;
  return width === 0 ? undefined : data.cells[Math.floor(index / width)]?.[index % width]?.href;
}

/** What stands at a category, line by line: its name, then each series that says something there. */
export function saidAt(data: BarData | LineData, index: number): string[] {
  const unit = data.kind === 'bar' ? (data.unit ?? '') : '';
  const lines = data.series.flatMap(({ name, marks }) => {
    const value = marks[index]?.value;
    return value === null || value === undefined || (value === 0 && data.kind === 'bar') ? [] : [`${name}  ${value}${unit}`];
  });
  return [data.categories[index]?.name ?? '', ...lines];
}

const DASHES = ['solid', 'dashed', 'dotted'] as const;

/** How a line is dashed: told apart without its colour. */
export function dashOf(index: number): (typeof DASHES)[number] {
  return DASHES[index % DASHES.length]!;
}

/** What the colours mean, in words. */
export interface Sign {
  readonly name: string;
  readonly tone: Tone;
  readonly hatched: boolean;
  readonly dash: (typeof DASHES)[number] | null;
}

/** The legend: the series in their order, or the steps of a matrix. */
export function signsOf(data: ChartData): Sign[] {
  if (data.kind === 'matrix') return data.steps.map(({ name, tone }) => ({ name, tone, hatched: false, dash: null }));
  return data.series.map(({ name, tone, hatched }, index) => ({
    name,
    tone,
    hatched: hatched ?? false,
    dash: data.kind === 'line' ? dashOf(index) : null,
  }));
}

const ROW = 30;
const CELL = 28;
const AXIS = 36;
const SLANTED = 120;
const NAMES = 190;

/** How high a drawing must be for its text to be legible, in pixels. */
export function heightOf(data: ChartData): number {
  if (data.kind === 'matrix') return data.rows.length * CELL + SLANTED;
  if (data.kind === 'bar' && data.horizontal)
    return Math.max(1, data.categories.length) * (data.stacked ? ROW : Math.max(ROW, data.series.length * 18 + 10)) + AXIS;
  return 280;
}

/** How wide it must be; a narrower page scrolls it. */
export function widthOf(data: ChartData): number {
  if (data.kind === 'matrix') return data.columns.length * CELL + NAMES;
  return data.kind === 'bar' && !data.horizontal ? data.categories.length * 84 : 0;
}
