import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

/** Packages that ship ES modules only: jest runs CommonJS, so they are transformed like our own code. */
function esmPackages(root = 'node_modules') {
  const names = [];
  const visit = (dir, prefix = '') => {
    for (const entry of readdirSync(dir)) {
      if (entry.startsWith('.')) continue;
      if (entry.startsWith('@') && !prefix) {
        visit(join(dir, entry), `${entry}/`);
        continue;
      }
      const manifest = join(dir, entry, 'package.json');
      if (!existsSync(manifest)) continue;
      try {
        if (JSON.parse(readFileSync(manifest, 'utf8')).type === 'module') names.push(prefix + entry);
      } catch {
        // a manifest that cannot be read is no ES module package
      }
    }
  };
  visit(root);
  return names;
}

/** CommonJS packages that load an ES module by `import()`, which jest refuses untransformed. */
const importing = ['@fastify/cookie'];

const transformed = [...esmPackages(), ...importing].map((name) => name.replace('/', '[/\\\\]'));

const swc = [
  '@swc/jest',
  {
    swcrc: false,
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true, tsx: false },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      keepClassNames: true,
    },
    module: { type: 'commonjs' },
  },
];

export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/machines', '<rootDir>/verifier', '<rootDir>/test', '<rootDir>/web/src'],
  testMatch: ['**/*.spec.ts'],
  // Of the specs with a real browser only a slice is run each time; `npm run test:browser` runs them all.
  testPathIgnorePatterns: ['/node_modules/', '/test/browser/(?!slice\\.spec)'],
  globalSetup: '<rootDir>/test/harness/global-setup.mjs',
  globalTeardown: '<rootDir>/test/harness/global-teardown.mjs',
  extensionsToTreatAsEsm: [],
  transform: { '\\.[cm]?[jt]s$': swc },
  transformIgnorePatterns: [`/node_modules/(?!(${transformed.join('|')})/)`],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  // One worker more than jest would take on two cores: the database works beside them, and they wait for it.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  workerIdleMemoryLimit: '600MB',
  testTimeout: 60_000,
};
