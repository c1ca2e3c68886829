import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Bare } from './bare/contender.js';
import { BareStore } from './bare/store.js';
import { Child } from './child.js';
import { OPERATIONS, type Contender, type Measured, type Operation } from './contender.js';
import { distributionProgram, startServer } from './database.js';
import { Floor } from './floor/pgbench.js';
import { House } from './house/contender.js';
import { makeHouse } from './house/database.js';
import { readOptions, type Options } from './options.js';
import { absolutes, say, table } from './report.js';

/** Mulu, a bare Node server and pgbench take turns at the same operations on the same PostgreSQL; docs/performance.md says how. */
async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const folder = mkdtempSync(join(tmpdir(), 'mulu-bench-'));
  chmodSync(folder, 0o711);
  const server = await startServer(folder, options.distribution);
  const contenders: Contender[] = [];
  try {
    say(`${server.description}; preparing in ${folder}…`);
    contenders.push(await House.start(await makeHouse(server.adminUrl, 'mulu'), options));
    say('the versions are under review…');
    const store = await BareStore.make(server.adminUrl);
    contenders.push(await Bare.start(store, options));
    const pgbench = distributionProgram('pgbench');
    if (pgbench) contenders.push(await Floor.start(pgbench, store, options, folder));
    else say('pgbench is not installed: its ratios are left out.');
    const results = await takeTurns(contenders, options);
    process.stdout.write(
      `\n${server.description}; ${options.rounds} rounds, medians of same-round ratios\n\n${table(results)}\n\n${absolutes(results)}\n`,
    );
  } finally {
    for (const contender of contenders) await contender.stop();
    await Child.stopAll();
    await server.stop();
    if (!options.keep) rmSync(folder, { recursive: true, force: true });
  }
}

type Round = Record<string, Measured | null>;

/** Round 0 warms up. After every round everything acknowledged so far is looked for, and every chain recomputed. */
async function takeTurns(contenders: readonly Contender[], options: Options): Promise<Map<Operation, Round[]>> {
  const results = new Map<Operation, Round[]>(OPERATIONS.map((operation) => [operation, []]));
  for (let round = 0; round <= options.rounds; round += 1) {
    for (const operation of OPERATIONS) {
      const measured: Round = {};
      for (const contender of contenders) measured[contender.name] = await contender.run(operation, round);
      if (round > 0) results.get(operation)!.push(measured);
    }
    for (const contender of contenders) await contender.verify();
    say(round === 0 ? 'warm; measuring…' : `round ${round} of ${options.rounds}: every answer, chain and signature is right`);
  }
  return results;
}

main().catch((error: unknown) => {
  say((error as Error).stack ?? String(error));
  process.exitCode = 1;
});
