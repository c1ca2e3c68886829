import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { checkWholeLog, type CheckResult } from '../../src/evidence/check/whole-log.js';
import { makeCheckpoint } from '../../src/evidence/checkpointer.js';
import { startServer } from '../database.js';
import { makeHouse } from '../house/database.js';
import { readFlags } from '../options.js';
import { drawn, say } from '../report.js';
import { makeTerritory } from '../territory/index.js';

/** Bodies whose catalogues have about a million steps. */
const BODIES = 1280;

/** How long the check of a million events takes: bytes and tree alone, with replay and every row, and again when nothing came since. */
async function main(): Promise<void> {
  const flags = readFlags(process.argv.slice(3));
  const folder = mkdtempSync(join(tmpdir(), 'mulu-bench-'));
  chmodSync(folder, 0o711);
  const server = await startServer(folder, flags.distribution);
  try {
    const urls = await makeHouse(server.adminUrl, 'long_log');
    await makeTerritory(urls.adminUrl, { bodies: flags.quick ? 20 : BODIES, say });
    const pool = new pg.Pool({ connectionString: urls.adminUrl, max: 3 });
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const signer = { name: 'mulu.example/log', privateKey };
    const keys = [{ name: signer.name, publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32) }];
    const rows: string[][] = [];
    const timed = async (what: string, work: () => Promise<CheckResult | null>): Promise<CheckResult | null> => {
      const started = performance.now();
      const before = process.cpuUsage();
      const result = await work();
      const took = `${((performance.now() - started) / 1000).toFixed(1)} s`;
      const { user, system } = process.cpuUsage(before);
      rows.push([
        what,
        took,
        `${((user + system) / 1e6).toFixed(1)} s`,
        loadavg()[0]!.toFixed(1),
        result ? `${result.verdict}, ${result.logs} logs, ${result.events} events` : '',
      ]);
      for (const { stream, seq, code, detail } of result?.problems.slice(0, 5) ?? []) say(`${stream} ${seq} ${code}: ${detail}`);
      say(`${what}: ${took}`);
      return result;
    };
    await timed('all of it into the tree, and signed', async () => (await makeCheckpoint(pool, signer), null));
    await timed('chains by their bytes and columns, and the tree', () => checkWholeLog(pool, { keys, from: null, chainsOnly: true }));
    const whole = await timed('chains, replay, every row, and the tree', () => checkWholeLog(pool, { keys, from: null }));
    await timed('once more, nothing came since', () => checkWholeLog(pool, { keys, from: whole!.checked }));
    await pool.end();
    process.stdout.write(
      `\n${server.description}\n\n${drawn(['check', 'time', 'processor, without the server', 'load at its end', 'found'], rows)}\n`,
    );
  } finally {
    await server.stop();
    if (!flags.keep) rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  say((error as Error).stack ?? String(error));
  process.exitCode = 1;
});
