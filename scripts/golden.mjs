/**
 * `npm run golden`: records golden histories for transitions that have none yet (test/golden). The specs that walk the lifecycles over HTTP run once
 * more, their chains are collected, and of those that verify and replay as few are kept as cover every transition. What is recorded is never replaced.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import './typescript-hook.mjs';

const { currentVersion, MACHINE_IDS } = await import('../machines/registry.ts');
const { machineHash, SYSTEM_STREAM } = await import('../src/audit/index.ts');
const { folderOf, followed, goldenChains, nameOf, stepsOf } = await import('../test/golden/chains.ts');

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const WALKS = ['test/model/', 'src/purge/'];

function walk(folder) {
  const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  const paths = WALKS.map((path) => join(ROOT, path));
  const { status } = spawnSync(process.execPath, [jest, '--ci', ...paths], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, GOLDEN_HARVEST: folder },
  });
  if (status !== 0) throw new Error('the walks failed');
}

/** Some specs spoil what they made. */
function isSound(chain) {
  try {
    return followed(chain, machineHash).problems.length === 0;
  } catch {
    return false;
  }
}

/** What the system chain tells after its last step of a lifecycle is no part of any. */
const upToLastStep = ({ stream, events }) => ({
  stream,
  events: events.slice(0, events.findLastIndex(({ body }) => JSON.parse(body).machine) + 1),
});

const chainsIn = (folder) =>
  readdirSync(folder).flatMap((name) =>
    JSON.parse(readFileSync(join(folder, name), 'utf8')).map((chain) => (chain.stream === SYSTEM_STREAM ? upToLastStep(chain) : chain)),
  );

/** What a chain takes of a lifecycle's version, by name. */
const coverOf = (chain, id, version) =>
  new Set(
    stepsOf(chain)
      .filter((step) => step.machine === id && step.version === version)
      .map(nameOf),
  );

/** Of the chains those that bring something new, the one that brings most first, of two the shorter. */
function* choose(chains, id, version) {
  const covered = new Set([...goldenChains(id, version).values()].flatMap((chain) => [...coverOf(chain, id, version)]));
  const candidates = chains.map((chain) => ({ chain, cover: coverOf(chain, id, version) }));
  for (;;) {
    const gains = candidates.map(({ chain, cover }) => ({ chain, cover, gain: [...cover].filter((name) => !covered.has(name)).length }));
    const [best] = gains.sort((one, other) => other.gain - one.gain || one.chain.events.length - other.chain.events.length);
    if (!best || best.gain === 0) return;
    best.cover.forEach((name) => covered.add(name));
    yield best.chain;
  }
}

function record(chains, id, version) {
  const folder = folderOf(id, version);
  let number = goldenChains(id, version).size;
  for (const { stream, events } of choose(chains, id, version)) {
    const { ends } = followed({ stream, events }, machineHash);
    mkdirSync(folder, { recursive: true });
    number += 1;
    writeFileSync(join(folder, `${String(number).padStart(2, '0')}.json`), `${JSON.stringify({ stream, events, ends }, null, 1)}\n`, {
      flag: 'wx',
    });
  }
  process.stdout.write(`${id} ${version}: ${number} histories\n`);
}

const given = process.argv[2];
const folder = given ?? mkdtempSync(join(tmpdir(), 'mulu-golden-'));
try {
  if (given === undefined) walk(folder);
  const chains = chainsIn(folder).filter(isSound);
  for (const id of MACHINE_IDS) record(chains, id, currentVersion(id));
} finally {
  if (given === undefined) rmSync(folder, { recursive: true, force: true });
}
