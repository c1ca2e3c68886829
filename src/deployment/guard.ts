import pg from 'pg';
import type { Message } from '../platform/problems/index.js';
import { differences } from './differences.js';
import { expectedRules, expectedWalls, readRules } from './expected.js';
import { readWalls, type Reader } from './walls.js';

/** The database is not what the migrations and the program make. The message names every difference, in both languages. */
export class DatabaseDiffersError extends Error {
  override readonly name = 'DatabaseDiffersError';

  constructor(readonly differences: readonly Message[]) {
    super(
      [
        '数据库与程序应有的触发器、权限或规则不一致，拒绝提供服务（见 docs/operations.md）：',
        ...differences.map(({ zh }) => `  · ${zh}`),
        'The database differs from what its migrations and this program make; it is not served (docs/operations.md):',
        ...differences.map(({ en }) => `  · ${en}`),
      ].join('\n'),
    );
  }
}

/**
 * How the database differs from what the migrations and this program make. The rules are asked for only where the walls stand:
 * otherwise their tables may be closed, or gone. Changes the connection's search path.
 */
export async function databaseDifferences(client: Reader): Promise<Message[]> {
  const walls = differences(expectedWalls(), await readWalls(client));
  return walls.length > 0 ? walls : differences(expectedRules(), await readRules(client));
}

/**
 * Looks, before anybody is served, whether every trigger, function, constraint, grant and rule is there and nothing else is
 * (quality.md, "Database roles"). One connection of the login mulu_app, whose own settings count too; it changes nothing.
 *
 * @throws DatabaseDiffersError
 */
export async function requireWalls(appUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: appUrl, application_name: 'mulu guard', connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined); // a cut connection rejects the query under way
  await client.connect();
  try {
    const found = await databaseDifferences(client);
    if (found.length > 0) throw new DatabaseDiffersError(found);
  } finally {
    await client.end();
  }
}
