import type { Queryable } from '../queryable.js';
import { newToken } from '../session/token.js';

/**
 * Production's first start: a one-time token with which the operator names the first three administrators (POST /api/setup).
 * To be printed once; the database keeps its hash. Null when anybody exists already, or while an earlier token is good
 * (a day), so that a restart does not hand out a second one.
 */
export async function offerSetup(database: Queryable): Promise<string | null> {
  const token = newToken();
  const [offer] = await database.query<{ made: boolean }[]>('select setup_offer($1) as made', [token]);
  return offer?.made ? token : null;
}
