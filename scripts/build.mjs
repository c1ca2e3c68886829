/**
 * Builds dist/ (types checked, then compiled by swc) and notes what it was built from. `node scripts/build.mjs` builds always;
 * `buildIfStale` only when the sources say something else than the note.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const NOTE = join(ROOT, 'dist', '.built-from');
const CONFIGURATION = ['package-lock.json', 'nest-cli.json', 'tsconfig.json', 'tsconfig.build.json', '.swcrc'];

/** By content, not by time: a checkout or a copy changes every time stamp and nothing else. */
function fingerprint() {
  const sources = ['src', 'machines', 'walk'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.spec.ts'))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => path !== join(ROOT, 'src', 'metadata.ts')),
  );
  const hash = createHash('sha256');
  for (const path of [...sources.sort(), ...CONFIGURATION.map((name) => join(ROOT, name))]) {
    if (existsSync(path)) hash.update(path.slice(ROOT.length)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

function builder() {
  try {
    return createRequire(import.meta.url).resolve('@nestjs/cli/bin/nest.js');
  } catch {
    return undefined; // installed without development dependencies, as in the image: dist/ came along
  }
}

export function build() {
  const nest = builder();
  if (!nest) throw new Error('The build needs the development dependencies: run npm ci.');
  const before = fingerprint();
  const { status } = spawnSync(process.execPath, [nest, 'build'], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(NOTE, before);
}

export function buildIfStale() {
  const built = existsSync(NOTE) ? readFileSync(NOTE, 'utf8') : '';
  if (built === fingerprint()) return;
  if (built && !builder()) return;
  process.stderr.write(built ? 'The sources have changed: building…\n' : 'Building (once, about half a minute)…\n');
  build();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build();
