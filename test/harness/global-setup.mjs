import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Opens a desk at which specs ask for the run's database server. It is started when the first one asks, so that specs
 * without a database cost nothing.
 */
export default async function openDesk() {
  const folder = mkdtempSync(join(tmpdir(), 'mulu-desk-'));
  let server;
  const desk = createServer((visitor) => {
    visitor.on('error', () => undefined); // a worker that was killed while it waited
    server ??= import('./server.mjs').then(({ startTestServer }) => startTestServer());
    server.then(
      ({ adminUrl, passwords, run, template }) => visitor.end(JSON.stringify({ adminUrl, passwords, run, template })),
      (error) => visitor.end(JSON.stringify({ failure: String(error?.stack ?? error) })),
    );
  });
  await new Promise((resolve) => desk.listen(join(folder, 'desk'), resolve));
  desk.unref();
  process.env.TEST_DESK = join(folder, 'desk');
  globalThis.closeTestDesk = async () => {
    desk.close();
    await server?.then(
      ({ end }) => end(),
      () => undefined, // the spec that asked has already reported why there is none
    );
    rmSync(folder, { recursive: true, force: true });
  };
}
