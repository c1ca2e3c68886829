import { json } from 'node:stream/consumers';
import pg from 'pg';
import { decodeKey } from '../../../verifier/note.js';
import { decodeSmKey } from '../../../verifier/sm/key.js';
import type { CheckOrder } from './order.js';
import { checkWholeLog } from './whole-log.js';

/** A process of its own that checks the whole log: reads its order, writes what it came to. One connection, so that there is little that people notice. */
const { url, keys, from } = (await json(process.stdin)) as CheckOrder;
const pool = new pg.Pool({ connectionString: url, application_name: 'mulu check', max: 1 });
try {
  const result = await checkWholeLog(pool, { keys: keys.flatMap((key) => decodeKey(key) ?? decodeSmKey(key) ?? []), from, atOnce: 1 });
  process.stdout.write(JSON.stringify(result));
} catch (error) {
  process.stderr.write((error as Error).message);
  process.exitCode = 1;
} finally {
  await pool.end();
}
