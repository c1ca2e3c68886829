import type { Measured, Operation } from './contender.js';

/** What each contender did in each counted round; null where it does not do the operation. */
export type Results = ReadonlyMap<Operation, readonly Readonly<Record<string, Measured | null>>[]>;

interface Line {
  readonly operation: Operation;
  readonly title: string;
  readonly ours: string;
  readonly against: string;
  readonly measure: 'speed' | 'time' | 'p99';
  /** What the ratio must reach: at least for speed, at most for times. */
  readonly goal: number | null;
}

/** The goals of docs/performance.md. */
const LINES: readonly Line[] = [
  { operation: 'signAlone', title: 'sign-off, 1 connection', ours: 'Mulu', against: 'bare Node', measure: 'speed', goal: 0.7 },
  { operation: 'signAlone', title: 'sign-off, 1 connection', ours: 'Mulu', against: 'pgbench', measure: 'speed', goal: null },
  {
    operation: 'signApart',
    title: 'sign-off, 16 connections over 64 versions',
    ours: 'Mulu',
    against: 'bare Node',
    measure: 'speed',
    goal: 1,
  },
  {
    operation: 'signApart',
    title: 'sign-off, 16 connections over 64 versions',
    ours: 'Mulu',
    against: 'pgbench',
    measure: 'speed',
    goal: null,
  },
  {
    operation: 'signTogether',
    title: 'sign-off, 16 connections on one version',
    ours: 'Mulu',
    against: 'bare Node',
    measure: 'speed',
    goal: 2.5,
  },
  {
    operation: 'signTogether',
    title: 'sign-off, 16 connections on one version',
    ours: 'Mulu',
    against: 'pgbench',
    measure: 'speed',
    goal: 1.5,
  },
  { operation: 'signTogether', title: 'the same, slowest hundredth (p99)', ours: 'Mulu', against: 'bare Node', measure: 'p99', goal: 1 },
  { operation: 'publish', title: 'publish 300 items, time', ours: 'Mulu', against: 'pgbench', measure: 'time', goal: 4 },
  { operation: 'publish', title: 'publish 300 items, time', ours: 'Mulu', against: 'bare Node', measure: 'time', goal: null },
  { operation: 'read', title: 'published catalogue of 300 items', ours: 'Mulu', against: 'bare Node', measure: 'speed', goal: 10 },
];

/** One line of progress, with the seconds since the start. */
export function say(line: string): void {
  process.stderr.write(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${line}\n`);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

const VALUE: Readonly<Record<Line['measure'], (measured: Measured) => number>> = {
  speed: ({ operations, elapsed }) => (1000 * operations) / elapsed,
  time: ({ latencies }) => median(latencies),
  p99: ({ latencies }) => [...latencies].sort((a, b) => a - b)[Math.floor(latencies.length * 0.99)] ?? Number.NaN,
};

/** The table: per line the median of the rounds' ratios, the least and the greatest, and the goal beside it. */
export function table(results: Results): string {
  const rows = LINES.map((line) => [`${line.title}: ${line.ours} / ${line.against}`, ...figures(line, results)]);
  return drawn(['operation', 'ratio', 'rounds', 'goal', ''], rows);
}

/** A table as Markdown has it, its columns under each other. */
export function drawn(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]!.length)));
  return [head, widths.map((width) => '-'.repeat(width)), ...rows]
    .map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`)
    .join('\n');
}

function figures({ operation, ours, against, measure, goal }: Line, results: Results): string[] {
  const value = VALUE[measure];
  const ratios = (results.get(operation) ?? []).flatMap(({ [ours]: a, [against]: b }) => (a && b ? [value(a) / value(b)] : []));
  if (ratios.length === 0) return ['not measured', '', '', ''];
  const ratio = median(ratios);
  const faster = measure === 'speed';
  const sign = faster ? '≥' : '≤';
  const met = goal === null ? '' : (faster ? ratio >= goal : ratio <= goal) ? 'met' : 'not met';
  return [
    ratio.toFixed(2),
    `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`,
    goal === null ? '' : `${sign} ${goal}`,
    met,
  ];
}

/** Absolute figures of the run, to see what the ratios are of. They say nothing about another machine, or another hour. */
export function absolutes(results: Results): string {
  return [...results]
    .flatMap(([operation, rounds]) =>
      Object.keys(rounds[0] ?? {}).map((name) => {
        const measured = rounds.flatMap((round) => round[name] ?? []);
        if (measured.length === 0) return undefined;
        const speed = median(measured.map(VALUE.speed)).toFixed(0);
        const [middle, slow] = [VALUE.time, VALUE.p99].map((of) => median(measured.map(of)).toFixed(1));
        return `${operation.padEnd(13)}${name.padEnd(11)}${speed.padStart(6)} a second   median ${middle} ms   p99 ${slow} ms`;
      }),
    )
    .filter((line) => line !== undefined)
    .join('\n');
}
