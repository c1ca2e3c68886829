import house from './jest.config.mjs';

/** Everything that needs a real browser: `npm run test:browser`. One at a time, because some of it measures. */
export default {
  ...house,
  roots: ['<rootDir>/test/browser'],
  testPathIgnorePatterns: ['/node_modules/'],
  maxWorkers: 1,
  testTimeout: 180_000,
};
