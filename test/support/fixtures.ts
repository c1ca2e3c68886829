import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of test/fixtures/. */
export function fixture(name: string): Buffer {
  return readFileSync(join(process.cwd(), 'test', 'fixtures', name));
}
