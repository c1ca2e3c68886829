import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../src/platform/project.js';

/** What Chromium 90 lacks, and what browsers lack on plain HTTP: the bundler turns syntax into older syntax, but adds none of these. */
const LACKING: readonly RegExp[] = [
  /\.at\(/,
  /\.findLast(Index)?\(/,
  /\.(toSorted|toReversed|toSpliced|with)\(/,
  /\bstructuredClone\(/,
  /\bObject\.(hasOwn|groupBy)\(/,
  /\bcrypto\.randomUUID\(/,
  /\bnavigator\.clipboard\b/,
  /:has\(/,
  /@container\b/,
  /\bcolor-mix\(/,
  /\d(dvh|svh|lvh)\b/,
];

const SOURCES = join(PROJECT_ROOT, 'web', 'src');

it('uses nothing that the oldest supported browser, or plain HTTP, does not have', () => {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.(ts|vue|css)$/.test(path) && !/\.(spec|d)\.ts$/.test(path),
  );
  const found = files.flatMap((path) => {
    const text = readFileSync(join(SOURCES, path), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*|<!--[\s\S]*?-->/g, '');
    return LACKING.filter((pattern) => pattern.test(text)).map((pattern) => `${path}: ${pattern.source}`);
  });
  expect(files.length).toBeGreaterThan(100);
  expect(found).toEqual([]);
});

it('asks no other host for anything', () => {
  const page = readFileSync(join(PROJECT_ROOT, 'web', 'index.html'), 'utf8');
  expect(page).not.toMatch(/https?:\/\//);
});
