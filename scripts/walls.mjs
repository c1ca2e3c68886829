/**
 * `npm run walls`: writes migrations/walls.json, what the migrations make, for review. TEST_DATABASE_URL names another server
 * than the embedded one; the result is the same.
 */
import { writeFileSync } from 'node:fs';
import pg from 'pg';
import { startTestServer } from '../test/harness/server.mjs';

const { withDatabase } = await import('../src/platform/database/index.ts');
const { WALLS_FILE } = await import('../src/deployment/expected.ts');
const { readWalls } = await import('../src/deployment/walls.ts');

const { adminUrl, template, passwords, end } = await startTestServer();
const client = new pg.Client({ connectionString: withDatabase(adminUrl, template, { user: 'mulu_app', password: passwords.mulu_app }) });
try {
  await client.connect();
  writeFileSync(WALLS_FILE, `${JSON.stringify(await readWalls(client), null, 2)}\n`);
} finally {
  await client.end();
  await end();
}
