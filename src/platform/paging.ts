import { ProblemError, registerMessages } from './problems/index.js';

registerMessages({ 'cursor.malformed': { zh: '分页游标无效', en: 'The cursor is not one that was handed out' } });

/** One page of a list; `nextCursor` is null on the last. */
export interface Page<T> {
  readonly items: T[];
  readonly nextCursor: string | null;
}

/**
 * The sort key at which the page before ended, or null for the first page.
 * @param parts how many values the key has
 * @throws ProblemError 400 for anything that no answer contained
 */
export function afterCursor(cursor: string | undefined, parts: number): readonly string[] | null {
  if (cursor === undefined) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(key) && key.length === parts && key.every((part) => typeof part === 'string')) return key;
  } catch {
    // falls through to the refusal
  }
  throw new ProblemError({ status: 400, code: 'cursor.malformed' });
}

/** Makes a page of rows that were read with a limit one higher than asked for, so that the last page is known as such. */
export function pageOf<T>(rows: readonly T[], limit: number, keyOf: (row: T) => readonly string[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items, nextCursor: more ? Buffer.from(JSON.stringify(keyOf(last)), 'utf8').toString('base64url') : null };
}

/** How many rows all pages have: told with the first one, and counted only where there are more than it shows. */
export async function totalOf<T>(page: Page<T>, cursor: string | undefined, count: () => Promise<number | null>): Promise<number | null> {
  if (cursor !== undefined) return null;
  return page.nextCursor === null ? page.items.length : count();
}
