import pg from 'pg';
import { DataFolderInUseError, EmbeddedPostgresError } from './errors.js';

/** An arbitrary constant, the same in every release: the advisory lock of the one process that may use a cluster. */
const SEAT = 0x4d756c75; // "Mulu"

/** Nobody listens on the socket. */
export const VACANT = Symbol('no server');
/** A server is there but does not take connections yet, or no longer. */
export const BUSY = Symbol('server busy');

const NOBODY_LISTENS = new Set(['ENOENT', 'ECONNREFUSED']);
const CONNECTION_CUT = new Set(['ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03']);

/** How long a killed application's own session may take to disappear. */
const PATIENCE_MS = 3_000;

/**
 * Takes the seat: a session-level advisory lock in the cluster, held by an open connection for as long as this process
 * lives. The server gives it back when the process dies, however it dies, and it is seen across containers that share the
 * folder, where process ids say nothing. Throws {@link DataFolderInUseError} when a living process holds it.
 */
export async function takeSeat(adminUrl: string, dataDir: string): Promise<pg.Client | typeof VACANT | typeof BUSY> {
  const client = new pg.Client({ connectionString: adminUrl, application_name: `mulu ${process.pid}`, keepAlive: true });
  client.on('error', () => undefined); // the end of the connection is what matters, and is reported by 'end'
  try {
    await client.connect();
    const deadline = Date.now() + PATIENCE_MS;
    while (!(await tryLock(client))) {
      if (Date.now() > deadline) throw new DataFolderInUseError(await describeHolder(client, dataDir));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    const { code, message } = error as { code?: string; message: string };
    if (code && NOBODY_LISTENS.has(code)) return VACANT;
    if ((code && CONNECTION_CUT.has(code)) || message.startsWith('Connection terminated')) return BUSY;
    if (code === '28P01') {
      throw new EmbeddedPostgresError(
        `The passwords in ${dataDir} do not open the database kept there. Restore both from the same backup.`,
      );
    }
    throw error;
  }
}

async function tryLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [SEAT]);
  return rows[0]?.taken === true;
}

async function describeHolder(client: pg.Client, dataDir: string): Promise<string> {
  const { rows } = await client.query<{ name: string; since: Date }>(
    `select a.application_name as name, a.backend_start as since
       from pg_locks l join pg_stat_activity a on a.pid = l.pid
      where l.locktype = 'advisory' and l.classid = 0 and l.objid = $1 and l.granted`,
    [SEAT],
  );
  const holder = rows[0];
  const who = holder ? ` (${holder.name.replace('mulu', 'process')}, since ${holder.since.toISOString()})` : '';
  return `Another Mulu process${who} already uses ${dataDir}. Stop it first, or set MULU_DATA_DIR to another folder.`;
}
