/**
 * `npm run freeze`: keeps every version of a lifecycle for ever, as it is when it is first frozen: its definition and the bundled source of its
 * requirements and conditions, each in a file that is named by the hash of its bytes, and manifest.json, which names them all. What is frozen is
 * never written again. `--check` writes nothing and fails when a frozen version and the living one of the same number say something else.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import './typescript-hook.mjs';
import { meaningOf, sourceOf } from './bundle-lifecycle.mjs';

const { currentVersion, definitionOf, MACHINE_IDS } = await import('../machines/registry.ts');

const FOLDER = join(dirname(dirname(fileURLToPath(import.meta.url))), 'machines', 'frozen');
const MANIFEST = join(FOLDER, 'manifest.json');

const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const fileOf = ({ id, version }, hash, kind) => `${id}-${version}-${hash.slice(0, 12)}.${kind}`;
const filesOf = (entry) => [fileOf(entry, entry.definition, 'json'), fileOf(entry, entry.source, 'mjs')];
const manifest = () => (existsSync(MANIFEST) ? JSON.parse(readFileSync(MANIFEST, 'utf8')) : []);

/** Frozen files that are gone, are not what they are called, or that no one named. */
function faultsOfFiles(entries) {
  const named = new Map(entries.flatMap((entry) => filesOf(entry).map((file, index) => [file, [entry.definition, entry.source][index]])));
  const present = existsSync(FOLDER) ? readdirSync(FOLDER).filter((file) => file !== 'manifest.json') : [];
  const gone = [...named.keys()].filter((file) => !present.includes(file)).map((file) => `${file} is gone`);
  const unnamed = present.filter((file) => !named.has(file)).map((file) => `${file} is not in the manifest`);
  const other = present.filter((file) => named.has(file) && sha256(readFileSync(join(FOLDER, file))) !== named.get(file));
  return [...gone, ...unnamed, ...other.map((file) => `${file} is not what its name says`)];
}

/** How the living lifecycle differs from its frozen version; nothing where it does not. */
async function differenceOf(entry) {
  if (sha256(definitionOf(entry.id, entry.version)) !== entry.definition) return 'its definition';
  const frozen = readFileSync(join(FOLDER, filesOf(entry)[1]), 'utf8');
  const [living, kept] = await Promise.all([sourceOf(entry.id).then(meaningOf), meaningOf(frozen)]);
  return living === kept ? null : 'its requirements or conditions';
}

async function freeze(id, version) {
  const [definition, source] = [definitionOf(id, version), await sourceOf(id)];
  const entry = { id, version, definition: sha256(definition), source: sha256(source) };
  mkdirSync(FOLDER, { recursive: true });
  for (const [index, text] of [definition, source].entries()) writeFileSync(join(FOLDER, filesOf(entry)[index]), text, { flag: 'wx' });
  process.stdout.write(`${id} ${version} is frozen\n`);
  return entry;
}

async function main(onlyCheck) {
  const entries = manifest();
  const spoiled = faultsOfFiles(entries);
  const faults = [...spoiled];
  const fresh = [];
  for (const id of MACHINE_IDS) {
    const version = currentVersion(id);
    const entry = entries.find((one) => one.id === id && one.version === version);
    if (!entry && onlyCheck) faults.push(`${id} ${version} is not frozen: run npm run freeze`);
    else if (!entry) fresh.push(await freeze(id, version));
    else if (spoiled.length === 0) {
      const difference = await differenceOf(entry);
      if (difference)
        faults.push(
          `${id} ${version} is frozen, and ${difference} changed: give it a new version (docs/decisions/0024-machine-versions.md)`,
        );
    }
  }
  if (fresh.length > 0) writeFileSync(MANIFEST, `${JSON.stringify([...entries, ...fresh], null, 2)}\n`);
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  return faults.length === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.includes('--check'));
