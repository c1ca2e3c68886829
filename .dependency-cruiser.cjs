/** The rules of the house (docs/architecture.md) that say who may import whom. Rules 4, 6 and 7 are held by the database's grants and by specs. */
const NOT_SPECS = { pathNot: '\\.spec\\.ts$' };

/** Pure data and functions that any layer may use: what an item says, what a jurisdiction demands, and what the pilots named. */
const GROUND = 'content|profiles|pilots';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'rule-1-machines-import-xstate-and-themselves',
      comment: 'A lifecycle has no clock, no I/O and no knowledge of its surroundings.',
      severity: 'error',
      from: { path: '^machines/', pathNot: '\\.spec\\.ts$|^machines/model/' },
      to: { pathNot: '^machines/|^node_modules/xstate/' },
    },
    {
      name: 'the-verifier-needs-nothing-of-what-it-verifies',
      comment: 'An auditor reads it and runs it alone: it imports Node and itself.',
      severity: 'error',
      from: { path: '^verifier/', ...NOT_SPECS },
      to: { pathNot: '^verifier/', dependencyTypesNot: ['core'] },
    },
    {
      name: 'rule-2-platform-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^src/platform/', ...NOT_SPECS },
      to: { path: '^(src/(?!platform/)|machines/|profiles/|test/)' },
    },
    {
      name: 'rule-2-content-and-profiles-are-ground',
      comment: 'What an item says is pure; profiles know only it and where the project lies.',
      severity: 'error',
      from: { path: `^src/(${GROUND})/`, ...NOT_SPECS },
      to: { path: `^(src/(?!(${GROUND}|platform)/)|machines/|test/)` },
    },
    {
      name: 'rule-2-access-and-outbox-import-platform',
      severity: 'error',
      from: { path: '^src/(access|outbox)/', ...NOT_SPECS },
      to: { path: `^(src/(?!($1|platform|${GROUND})/)|machines/|test/)` },
    },
    {
      name: 'rule-2-audit-imports-platform-and-machines',
      comment: 'Replay asks the machine versions that the events name.',
      severity: 'error',
      from: { path: '^src/audit/', ...NOT_SPECS },
      to: { path: `^(src/(?!(audit|platform|${GROUND})/)|test/)` },
    },
    {
      name: 'rule-2-commands-know-no-feature',
      severity: 'error',
      from: { path: '^src/commands/', ...NOT_SPECS },
      to: { path: `^(src/(?!(commands|platform|access|audit|outbox|${GROUND})/)|test/)` },
    },
    {
      name: 'rule-3-features-meet-through-index',
      severity: 'error',
      from: { path: '^src/([^/]+)/', ...NOT_SPECS },
      to: {
        path: '^src/([^/]+)/',
        pathNot: `^src/($1|platform|commands|${GROUND})/|^src/[^/]+/(index|[^/]+\\.module)\\.ts$`,
      },
    },
    {
      name: 'rule-3-no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'rule-3-no-dynamic-import-of-ours',
      comment: 'A cycle is not dodged by importing later.',
      severity: 'error',
      from: { path: '^(src|machines)/' },
      to: { path: '^(src|machines)/', dynamic: true },
    },
    {
      name: 'rule-5-web-knows-the-generated-client-only',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(src|machines|migrations)/' },
    },
    {
      name: 'programs-do-not-import-tests',
      severity: 'error',
      from: { path: '^(src|machines)/', ...NOT_SPECS },
      to: { path: '^test/|\\.spec\\.ts$' },
    },
    {
      name: 'programs-use-declared-packages',
      severity: 'error',
      from: { path: '^(src|machines)/', ...NOT_SPECS },
      to: { dependencyTypes: ['npm-dev', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'everything-resolves',
      comment: 'The generated types of the API are a declaration file, and a style is resolved by the bundler.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '/schema$|/style/css$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|coverage)/|^src/metadata\\.ts$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
