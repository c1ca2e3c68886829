import { answerOf, api } from '../../api/client';
import type { components } from '../../api/schema';

export type Decision = components['schemas']['DecisionRowView'];
export type DecisionPage = components['schemas']['DecisionRowPage'];
export type DecisionCounts = components['schemas']['DecisionCountsView'];
export type Kind = Decision['kind'];

/** What one may ask for beside the period: kept in the address under these names. */
export const FILTERS = ['person', 'who', 'organization', 'body', 'kind', 'outcome', 'standing'] as const;

/** Kinds in the order in which they come about. */
export const KINDS: readonly Kind[] = [
  'clear',
  'requireRedaction',
  'return',
  'withhold',
  'discloseOnApplication',
  'refer',
  'determine',
  'defer',
  'setAside',
  'acceptRisk',
  'requireMitigation',
  'rejectRisk',
  'endorse',
  'concludeConfidentialityReview',
  'concludeRiskAssessment',
  'approve',
  'suspendItem',
  'takeDown',
];

/** @throws Problem, Unreachable */
export function readDecisions(query: Record<string, string>): Promise<DecisionPage> {
  return answerOf(api.GET('/api/audit/decisions', { params: { query: query as never } }));
}

/** @throws Problem, Unreachable */
export function readCounts(query: Record<string, string>): Promise<DecisionCounts> {
  return answerOf(api.GET('/api/audit/decisions/counts', { params: { query: query as never } }));
}
