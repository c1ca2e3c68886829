import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { bringIn, currentVersion, definitionOf, MACHINE_IDS, type Lifecycle } from '../../machines/registry.js';
import { sha256Hex } from '../../src/content/index.js';
import { frozenMachines } from '../../src/deployment/machines.js';
import { PROJECT_ROOT } from '../../src/platform/project.js';

/** A copy of the project as far as freezing it needs it. */
const project = mkdtempSync(join(tmpdir(), 'mulu-frozen-'));
const inCopy = (...names: string[]): string => join(project, ...names);
const FROZEN = inCopy('machines', 'frozen');

beforeEach(() => {
  for (const part of ['machines', 'scripts', 'package.json', 'tsconfig.json'])
    cpSync(join(PROJECT_ROOT, part), inCopy(part), { recursive: true });
  symlinkSync(join(PROJECT_ROOT, 'node_modules'), inCopy('node_modules'));
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

const freeze = (...args: string[]) => {
  const { status, stderr } = spawnSync(process.execPath, [inCopy('scripts', 'freeze.mjs'), ...args], { cwd: project, encoding: 'utf8' });
  return { status, said: stderr.trim() };
};
const change = (file: string, from: string, to: string): void => {
  const path = inCopy('machines', file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
};
const fileOf = (beginning: string, kind: string): string =>
  join(
    FROZEN,
    readdirSync(FROZEN).find((name) => name.startsWith(beginning) && name.endsWith(kind))!,
  );

describe('frozen lifecycles', () => {
  it('are what the living ones of the same version say', () => expect(freeze('--check')).toEqual({ status: 0, said: '' }));

  it('are there for every version in force', () => {
    const manifest = JSON.parse(readFileSync(join(FROZEN, 'manifest.json'), 'utf8')) as { id: string; version: string }[];
    expect(manifest.map(({ id, version }) => `${id} ${version}`)).toEqual(
      expect.arrayContaining(MACHINE_IDS.map((id) => `${id} ${currentVersion(id)}`)),
    );
  });

  it('take no notice of a comment', () => {
    change('item-standing.ts', 'export const isConcluded', '/** Another comment. */\n\nexport const isConcluded');
    expect(freeze('--check').status).toBe(0);
  });

  it.each([
    [
      'a transition',
      'obligation.machine.ts',
      "target: 'exempted'",
      "target: 'fulfilled'",
      /^obligation 0 is frozen, and its definition changed/,
    ],
    [
      'what a requirement means, in a file that it only uses',
      'item-standing.ts',
      "acceptance.level === 'LOW' ||",
      "acceptance.level !== 'MEDIUM' ||",
      /^catalogueVersion 0 is frozen, and its requirements or conditions changed/,
    ],
  ])('notice that %s was changed', (_, file, from, to, said) => {
    change(file, from, to);
    expect(freeze('--check')).toEqual({ status: 1, said: expect.stringMatching(said) });
    expect(freeze()).toEqual({ status: 1, said: expect.stringMatching(said) });
  });

  it('notice that only the lifecycles concerned were changed', () => {
    change('matter.requirements.ts', 'export const OBLIGATION_REQUIREMENTS', 'const unused = 1;\nexport const OBLIGATION_REQUIREMENTS');
    expect(freeze('--check').status).toBe(0);
    change('rectification.machine.ts', "final'", "final', description: 'ended'");
    expect(freeze('--check').said).toMatch(/^rectification 0 is frozen.*$/);
  });

  it('notice a frozen file that was edited, is gone or was put there', () => {
    appendFileSync(fileOf('itemReview-0', '.mjs'), ' ');
    expect(freeze('--check')).toEqual({ status: 1, said: expect.stringMatching(/^itemReview-0-\w{12}\.mjs is not what its name says$/) });
    rmSync(fileOf('itemReview-0', '.mjs'));
    writeFileSync(join(FROZEN, 'itemReview-1-000000000000.json'), '{}');
    expect(freeze('--check').said.split('\n')).toEqual([
      expect.stringMatching(/^itemReview-0-\w{12}\.mjs is gone$/),
      'itemReview-1-000000000000.json is not in the manifest',
    ]);
  });

  it('are each a module by itself, which gives the lifecycle of its definition', async () => {
    for (const { id, version, definition, source } of frozenMachines()) {
      const { default: kept } = (await import(join(PROJECT_ROOT, 'machines', 'frozen', `${id}-${version}-${source.slice(0, 12)}.mjs`))) as {
        default: Lifecycle;
      };
      bringIn({ ...kept, version: `${version} kept` });
      expect(sha256Hex(definitionOf(id, `${version} kept`))).toBe(definition);
    }
  });

  it('take the place of the living one in the registry when another version is in force', () => {
    change('lifecycles.ts', "id: 'obligation',\n  version: '0'", "id: 'obligation',\n  version: '1'");
    change('obligation.machine.ts', "target: 'exempted'", "target: 'fulfilled'");
    const kept = basename(fileOf('obligation-0', '.mjs'));
    change('registry.ts', 'import type { Transition }', `import obligation0 from './frozen/${kept}';\nimport type { Transition }`);
    change('registry.ts', 'bringIn(catalogueVersion,', 'bringIn(obligation0, catalogueVersion,');
    expect(freeze()).toEqual({ status: 0, said: '' });
    const asked = `import { currentVersion, formerVersions, transitionTable } from './machines/registry.ts';
      const targets = transitionTable().filter(({ machineId, event }) => machineId === 'obligation' && event === 'exempt');
      console.log(JSON.stringify([formerVersions('obligation'), currentVersion('obligation'), [...new Set(targets.map(({ version, to }) => version + ' ' + to))]]));`;
    const ran = spawnSync(
      process.execPath,
      ['--import', './scripts/typescript-hook.mjs', '--input-type=module', '-e', asked.replace('./machines', inCopy('machines'))],
      { cwd: project, encoding: 'utf8' },
    );
    expect(JSON.parse(ran.stdout || ran.stderr)).toEqual([['0'], '1', ['0 exempted', '1 fulfilled']]);
  });

  it('get a new version beside them by `npm run freeze`, once', () => {
    change('lifecycles.ts', "id: 'obligation',\n  version: '0'", "id: 'obligation',\n  version: '1'");
    change('obligation.machine.ts', "target: 'exempted'", "target: 'fulfilled'");
    expect(freeze('--check')).toEqual({ status: 1, said: 'obligation 1 is not frozen: run npm run freeze' });
    expect(freeze()).toEqual({ status: 0, said: '' });
    expect(readdirSync(FROZEN).filter((name) => name.startsWith('obligation-'))).toHaveLength(4);
    expect(freeze('--check')).toEqual({ status: 0, said: '' });
  });
});
