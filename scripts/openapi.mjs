/**
 * `npm run client`: writes what the API says of itself (web/src/api/openapi.json) and the types that the browser application knows the
 * server by (web/src/api/schema.d.ts). No database and no port is needed: the controllers are only looked at. `--check` writes nothing
 * and fails when either differs.
 */
import 'reflect-metadata';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { buildIfStale } from './build.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const DOCUMENT = join(ROOT, 'web', 'src', 'api', 'openapi.json');
const TYPES = join(ROOT, 'web', 'src', 'api', 'schema.d.ts');

buildIfStale(['dist']);
const { apiDocument } = await import('../dist/src/api-document.js');
const document = `${JSON.stringify(sorted(await apiDocument()), null, 2)}\n`;
const types = `// Generated from openapi.json by scripts/openapi.mjs; do not edit.\n${astToString(await openapiTS(JSON.parse(document), { alphabetize: true }))}`;

/**
 * Keys and alternatives in one order, so that a change of the document is a change of the API: the compiler lists the members of a union
 * as it happened to come across them.
 */
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, key === 'enum' && Array.isArray(value[key]) ? [...value[key]].sort() : sorted(value[key])]),
  );
}

if (process.argv.includes('--check')) {
  const stale = [
    [DOCUMENT, document],
    [TYPES, types],
  ].filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text);
  for (const [path] of stale) process.stderr.write(`${path} is not what the sources say: run npm run client\n`);
  process.exit(stale.length);
}
writeFileSync(DOCUMENT, document);
writeFileSync(TYPES, types);
process.exit(0);
