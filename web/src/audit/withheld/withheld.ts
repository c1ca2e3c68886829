import { answerOf, api } from '../../api/client';
import type { components } from '../../api/schema';
import type { DecisionPage } from '../decisions/decisions';

export type WithheldCounts = components['schemas']['WithheldCountsView'];

export const FILTERS = ['body', 'kind', 'ground'] as const;

/** @throws Problem, Unreachable */
export function readWithheld(query: Record<string, string>): Promise<DecisionPage> {
  return answerOf(api.GET('/api/audit/withheld', { params: { query: query as never } }));
}

/** @throws Problem, Unreachable */
export function readCounts(query: Record<string, string>): Promise<WithheldCounts> {
  return answerOf(api.GET('/api/audit/withheld/counts', { params: { query: query as never } }));
}
