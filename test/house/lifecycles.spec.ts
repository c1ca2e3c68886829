import { join } from 'node:path';
import { outdatedPages } from '../../scripts/lifecycles.js';

describe('docs/lifecycles', () => {
  it('says what the machines say (node --import ./scripts/typescript-hook.mjs scripts/lifecycles.ts draws it anew)', () => {
    expect(outdatedPages(join(__dirname, '..', '..', 'docs', 'lifecycles'))).toEqual([]);
  });
});
