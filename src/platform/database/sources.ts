import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';

export interface SourceOptions {
  /** Connections kept at most. */
  poolSize?: number;
  entities?: DataSourceOptions['entities'];
}

/** A connection knows its plans, and a new one has to make them all: it is kept longer than pg's ten seconds. */
const IDLE_MS = 10 * 60_000;

/** Options of the application's data source (login mulu_app). No schema synchronisation, ever: migrations own the schema. */
export function appDataSourceOptions(url: string, options: SourceOptions = {}): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    applicationName: 'mulu app',
    schema: 'mulu',
    entities: options.entities ?? [],
    synchronize: false,
    installExtensions: false,
    poolSize: options.poolSize ?? 20,
    connectTimeoutMS: 10_000,
    poolErrorHandler: () => undefined, // an idle connection was cut; the pool opens another
    extra: { statement_timeout: 30_000, idle_in_transaction_session_timeout: 30_000, idleTimeoutMillis: IDLE_MS, keepAlive: true },
  };
}

export function appDataSource(url: string, options?: SourceOptions): DataSource {
  return new DataSource(appDataSourceOptions(url, options));
}

/** The pool behind a data source, for one-round-trip function calls and for statistics. */
export function poolOf(source: DataSource): pg.Pool {
  return (source.driver as unknown as { master: pg.Pool }).master;
}

/** The portal's own small pool (login mulu_portal): it can read the published projection and nothing else. */
export function portalPool(url: string, poolSize = 5): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'mulu portal',
    max: poolSize,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 10_000,
    idleTimeoutMillis: IDLE_MS,
    keepAlive: true,
  });
  pool.on('error', () => undefined); // an idle connection was cut; the pool opens another
  return pool;
}
