import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { Ask } from '../../audit/index.js';

/** Statement → the name under which a connection keeps it prepared: the same few dozen are asked for every log. */
const names = new Map<string, string>();

function nameOf(sql: string): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  const name = createHash('sha256').update(sql).digest('hex').slice(0, 32);
  names.set(sql, name);
  return name;
}

/** All questions of one piece of work are asked of the same moment of the database. */
export async function inSnapshot<T>(pool: pg.Pool, work: (ask: Ask) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const found = await work(
      async <Row>(text: string, values: readonly unknown[]) =>
        (await client.query({ name: nameOf(text), text, values: [...values] })).rows as Row[],
    );
    await client.query('commit');
    client.release();
    return found;
  } catch (error) {
    client.release(error as Error);
    throw error;
  }
}
