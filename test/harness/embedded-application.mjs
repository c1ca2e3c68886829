/**
 * A minimal application on the embedded server, for specs that kill it. Run: `node embedded-application.mjs <dataDir> [refuge]`.
 * Prints `server <pid>`, then `row <n>` after each commit was acknowledged; ends cleanly at SIGTERM.
 */
import pg from 'pg';
import '../../scripts/typescript-hook.mjs';

const [dataDir, refuge] = process.argv.slice(2);
const { startEmbedded } = await import('../../src/platform/postgres/index.ts');

let server;
try {
  server = await startEmbedded({ dataDir, refuge, log: (line) => console.error(line) });
} catch (error) {
  console.error(`${error.name}: ${error.message}`);
  process.exit(1);
}
void server.lost.then((error) => {
  console.error(`lost: ${error.message}`);
  process.exit(2);
});
process.on('SIGTERM', () => void server.stop().then(() => process.exit(0)));

const client = new pg.Client({ connectionString: server.adminUrl });
client.on('error', () => undefined);
await client.connect();
await client.query('create table if not exists kept (n bigint generated always as identity primary key)');
console.log(`server ${server.pid}`);
try {
  for (;;) {
    const { rows } = await client.query('insert into kept default values returning n');
    console.log(`row ${rows[0].n}`);
  }
} catch (error) {
  console.error(error.message); // the server went away: `lost` or SIGTERM ends this process
}
