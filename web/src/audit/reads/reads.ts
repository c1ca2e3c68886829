import { answerOf, api } from '../../api/client';
import type { components } from '../../api/schema';

export type EvidenceRead = components['schemas']['EvidenceReadView'];
export type EvidenceReadPage = components['schemas']['EvidenceReadPage'];

export const FILTERS = ['who', 'what'] as const;
export const EVIDENCE: readonly EvidenceRead['what'][] = [
  'history',
  'replay',
  'verification',
  'package',
  'dossier',
  'sample',
  'search',
  'checkpoints',
  'reads',
];

/** @throws Problem, Unreachable */
export function readReads(query: Record<string, string>): Promise<EvidenceReadPage> {
  return answerOf(api.GET('/api/audit/reads', { params: { query: query as never } }));
}
