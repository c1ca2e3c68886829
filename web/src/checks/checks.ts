import { answerOf, api } from '../api/client';
import type { components } from '../api/schema';

export type SystemChecks = components['schemas']['SystemChecksView'];
export type SystemCheck = components['schemas']['SystemCheckView'];

/** @throws Problem, Unreachable */
export function readChecks(): Promise<SystemChecks> {
  return answerOf(api.GET('/api/system/checks'));
}

/** Whether it is good news; null while it is under way. */
export function tone({ verdict }: SystemCheck): 'good' | 'open' | 'bad' | null {
  if (verdict === null) return null;
  if (verdict === 'intact') return 'good';
  return verdict === 'unverifiable' ? 'open' : 'bad';
}
