import type { Ask } from '../../audit/index.js';
import { afterCursor, pageOf, type Page } from '../../platform/paging.js';
import type { Language } from '../../platform/problems/index.js';
import type { PageQuery } from '../../platform/paging.dto.js';
import type { DecisionRowView } from './decisions.views.js';
import { groundOf } from './grounds.js';

type Told<Row extends DecisionRowView> = Omit<Row, 'ground'> & { readonly key: readonly string[]; readonly ground: string | null };

/**
 * A page of decisions, as `pageOfDecisions` asks for it.
 * @param values what stands for `$1` to `$10`
 * @param more what stands for `$15` and so on
 * @throws ProblemError 400 for a cursor that was not handed out
 */
export async function readPage<Row extends DecisionRowView>(
  ask: Ask,
  sql: string,
  values: readonly unknown[],
  { cursor, limit }: PageQuery,
  language: Language,
  more: readonly unknown[] = [],
): Promise<Page<Row>> {
  const after = afterCursor(cursor, 3) ?? [null, null, null];
  const rows = await ask<Told<Row>>(sql, [...values, ...after, limit + 1, ...more]);
  const page = pageOf(rows, limit, ({ key }) => key);
  const items = page.items.map((told) => {
    const { key: _, ground, ...row } = told;
    return { ...row, ground: ground === null ? null : groundOf(ground, language) };
  });
  return { ...page, items: items as unknown as Row[] };
}
