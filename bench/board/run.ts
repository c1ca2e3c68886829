import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Child } from '../child.js';
import { startServer } from '../database.js';
import { readFlags, type Flags } from '../options.js';
import { drawn, median, say } from '../report.js';
import type { TerritoryOptions } from '../territory/index.js';
import { questions, type Question } from './questions.js';
import { Subject } from './subject.js';

/** How long the history of the second territory is; docs/performance.md says what grows by it. */
const LONG = 4;
/** Each question is asked so often in a round, of each territory. */
const ASKED = 10;

/** What a round measured of one question: milliseconds, medians of the round. */
interface Measured {
  readonly short: number;
  readonly long: number;
  readonly bare: number;
}

/** The board over the whole territory, once with a short history and once with a long one, against the least query over the same rows. */
async function main(): Promise<void> {
  const flags = readFlags(process.argv.slice(3));
  const folder = mkdtempSync(join(tmpdir(), 'mulu-bench-'));
  chmodSync(folder, 0o711);
  const server = await startServer(folder, flags.distribution);
  const subjects: Subject[] = [];
  try {
    say(`${server.description}; making two territories in ${folder}…`);
    // A quick look leaves out what the board never reads.
    const size: TerritoryOptions = flags.quick ? { itemSteps: false, items: 10 } : {};
    for (const history of [1, LONG]) subjects.push(await Subject.make(server.adminUrl, `territory_${history}`, { ...size, history, say }));
    const [short, long] = subjects as [Subject, Subject];
    const results = await takeTurns(short, long, flags);
    const events = `${short.territory.bodies} bodies; ${short.events} events of the log, then ${long.events}`;
    process.stdout.write(`\n${server.description}; ${flags.rounds} rounds; ${events}\n\n${table(results)}\n`);
  } finally {
    for (const subject of subjects) await subject.stop();
    await Child.stopAll();
    await server.stop();
    if (!flags.keep) rmSync(folder, { recursive: true, force: true });
  }
}

/** Round 0 warms up. Every answer is compared with what the bare query counts. */
async function takeTurns(short: Subject, long: Subject, { rounds }: Flags): Promise<Map<Question, Measured[]>> {
  const results = new Map<Question, Measured[]>(questions(short.territory).map((question) => [question, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [question, measured] of results) {
      const times = { short: [] as number[], long: [] as number[], bare: [] as number[] };
      for (let turn = 0; turn < ASKED; turn += 1) {
        const { took, number } = await short.counted(question);
        times.bare.push(took);
        times.short.push(await short.told(question, number));
        times.long.push(await long.told(question, number));
      }
      if (round > 0) measured.push({ short: median(times.short), long: median(times.long), bare: median(times.bare) });
    }
    say(round === 0 ? 'warm; measuring…' : `round ${round} of ${rounds}`);
  }
  return results;
}

/** Milliseconds are medians over the rounds; ratios are of the same round, their median with the least and the greatest. */
function table(results: ReadonlyMap<Question, readonly Measured[]>): string {
  const ratio = (measured: readonly Measured[], of: (one: Measured) => number) => {
    const ratios = measured.map(of);
    return `${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`;
  };
  const rows = [...results].map(([{ title, goal }, measured]) => {
    const took = median(measured.map(({ short }) => short));
    return [
      title,
      `${took.toFixed(0)} ms`,
      goal === null ? '' : `≤ ${goal} ms, ${took <= goal ? 'met' : 'not met'}`,
      ratio(measured, ({ long, short }) => long / short),
      ratio(measured, ({ short, bare }) => short / bare),
    ];
  });
  return drawn(['question', 'Mulu over HTTP', 'goal', `history ×${LONG} / ×1`, 'Mulu / bare query'], rows);
}

main().catch((error: unknown) => {
  say((error as Error).stack ?? String(error));
  process.exitCode = 1;
});
