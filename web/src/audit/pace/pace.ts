import { answerOf, api } from '../../api/client';
import type { components } from '../../api/schema';

export type PaceReport = components['schemas']['PaceReportView'];
export type Spread = components['schemas']['SpreadView'];
export type Paced = components['schemas']['PacedRowView'];
export type PacedPage = components['schemas']['PacedRowPage'];

/** @throws Problem, Unreachable */
export function readPace(query: Record<string, string>): Promise<PaceReport> {
  return answerOf(api.GET('/api/audit/pace', { params: { query: query as never } }));
}

/** @throws Problem, Unreachable */
export function readPaced(query: Record<string, string>): Promise<PacedPage> {
  return answerOf(api.GET('/api/audit/pace/decisions', { params: { query: query as never } }));
}
