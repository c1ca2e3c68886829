/**
 * Builds dist/ (types checked, then compiled by swc) and web/dist (the browser application, with compressed copies of its files), each
 * with a note of what it was built from. `node scripts/build.mjs` builds both always; `buildIfStale` only what its sources outdate.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const PARTS = [
  {
    name: 'dist',
    folders: ['src', 'machines', 'walk', 'verifier'],
    configuration: ['package-lock.json', 'nest-cli.json', 'tsconfig.json', 'tsconfig.build.json', '.swcrc'],
    // Specs, and what the build itself writes into src/, say nothing about dist/.
    counts: (path) => path.endsWith('.ts') && !path.endsWith('.spec.ts') && path !== METADATA,
    tool: ['@nestjs/cli', 'bin/nest.js'],
    arguments: ['build'],
  },
  {
    name: 'web/dist',
    folders: ['web/src', 'web/public'],
    configuration: ['package-lock.json', 'web/index.html', 'web/vite.config.ts'],
    counts: (path) => !path.endsWith('.spec.ts'),
    tool: ['vite', 'bin/vite.js'],
    arguments: ['build', '--config', 'web/vite.config.ts', '--logLevel', 'warn'],
    afterwards: () => compress(join(ROOT, 'web', 'dist')),
  },
];

const LOCK = join(ROOT, '.building');
const METADATA = join(ROOT, 'src', 'metadata.ts');

const noteOf = (part) => join(ROOT, part.name, '.built-from');

/** By content, not by time: a checkout or a copy changes every time stamp and nothing else. */
function fingerprint({ folders, configuration, counts }) {
  const sources = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter(counts),
  );
  const hash = createHash('sha256');
  for (const path of [...sources.sort(), ...configuration.map((name) => join(ROOT, name))]) {
    if (existsSync(path)) hash.update(path.slice(ROOT.length)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

function toolOf({ tool: [name, program] }) {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), program);
  } catch {
    return undefined; // installed without development dependencies, as in the image: what was built came along
  }
}

/** Compressed once here, so that no request waits for it. */
function compress(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !/\.(js|css|html|svg|json)$/.test(entry.name)) continue;
    const bytes = readFileSync(path);
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }));
  }
}

/** One build at a time, whoever asks: two that empty the same folder would leave a mixture. A dead builder's lock is taken over. */
function alone(work) {
  for (;;) {
    try {
      writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (!builderLives()) rmSync(LOCK, { force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
  try {
    return work();
  } finally {
    rmSync(LOCK, { force: true });
  }
}

function builderLives() {
  try {
    return process.kill(Number(readFileSync(LOCK, 'utf8')), 0);
  } catch {
    return false;
  }
}

function buildPart(part) {
  const tool = toolOf(part);
  if (!tool) throw new Error('The build needs the development dependencies: run npm ci.');
  // What the last build wrote about files that are gone since would not compile any more.
  if (part.name === 'dist') rmSync(METADATA, { force: true });
  const before = fingerprint(part);
  const { status } = spawnSync(process.execPath, [tool, ...part.arguments], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new Error(`${part.name} could not be built`);
  part.afterwards?.();
  writeFileSync(noteOf(part), before);
}

export function build(names = PARTS.map((part) => part.name)) {
  alone(() => PARTS.filter((part) => names.includes(part.name)).forEach(buildPart));
}

function isStale(part) {
  const built = existsSync(noteOf(part)) ? readFileSync(noteOf(part), 'utf8') : '';
  return built !== fingerprint(part) && !(built && !toolOf(part));
}

export function buildIfStale(names = PARTS.map((part) => part.name)) {
  for (const part of PARTS.filter((one) => names.includes(one.name))) {
    if (!isStale(part)) continue;
    process.stderr.write(`${part.name}: building (about half a minute)…\n`);
    // Somebody else may have built it while this one waited.
    alone(() => isStale(part) && buildPart(part));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build(process.argv.length > 2 ? process.argv.slice(2) : undefined);
