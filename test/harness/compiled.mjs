import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transform } from '@swc/core';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const CACHE = join(ROOT, 'node_modules', '.cache', 'mulu-compiled');

function sourcesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.spec.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/**
 * Imports a module of `src/` outside jest, in a plain Node process, without a build: its folder is transpiled once per
 * content into the cache. `import` reaches only what lies below the same folder and packages.
 *
 * @param {string} folder such as 'src/platform'
 * @param {string} module such as 'postgres/index.js'
 */
export async function importCompiled(folder, module) {
  const sources = sourcesBelow(join(ROOT, folder)).map((path) => ({ path, code: readFileSync(path, 'utf8') }));
  const options = JSON.parse(readFileSync(join(ROOT, '.swcrc'), 'utf8'));
  const digest = createHash('sha256').update(JSON.stringify([options, sources])).digest('hex').slice(0, 16);
  const target = join(CACHE, digest);
  if (!existsSync(target)) {
    const partial = `${target}.${process.pid}`;
    await Promise.all(
      sources.map(async ({ path, code }) => {
        const to = join(partial, relative(ROOT, path).replace(/\.ts$/, '.js'));
        const { code: output } = await transform(code, { ...options, filename: path, swcrc: false, sourceMaps: 'inline' });
        mkdirSync(dirname(to), { recursive: true });
        writeFileSync(to, output);
      }),
    );
    writeFileSync(join(partial, 'package.json'), '{ "type": "module" }\n');
    try {
      renameSync(partial, target);
    } catch {
      rmSync(partial, { recursive: true, force: true }); // another process was faster, with the same bytes
    }
  }
  return import(pathToFileURL(join(target, folder, module)).href);
}
