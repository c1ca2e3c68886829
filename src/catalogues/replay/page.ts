import * as refuse from '../../commands/refusals.js';
import type { PastRow } from './past-rows.js';

/** A part of the rows of a moment; `start` counts those before it. */
export interface PageOfRows {
  readonly rows: readonly PastRow[];
  readonly start: number;
  /** The row to go on behind; null on the last page. */
  readonly next: string | null;
}

/**
 * The rows of a moment never change, so a page goes on behind the row that was last.
 * @param field what the row is called in the request
 * @throws ProblemError 400 for a row that is not there
 */
export function pageOf(rows: readonly PastRow[], after: string | undefined, limit: number, field: string): PageOfRows {
  const start = after === undefined ? 0 : rows.findIndex((row) => row.itemId === after.toLowerCase()) + 1;
  if (after !== undefined && start === 0) throw refuse.malformed(field);
  const page = rows.slice(start, start + limit);
  return { rows: page, start, next: rows.length > start + limit ? page.at(-1)!.itemId : null };
}
