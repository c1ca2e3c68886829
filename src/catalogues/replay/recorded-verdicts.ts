import type { DataSource } from 'typeorm';
import type { Verdicts } from '../../../machines/judge.js';
import { REQUIREMENT_MESSAGES, type RequirementId } from '../../../machines/requirement-messages.js';
import type { Language } from '../../platform/problems/index.js';
import type { RecordedVerdictsView } from './replay.views.js';

/** What the log recorded of an event's requirements when it happened; nothing for an event that no machine judged. */
export async function recordedVerdicts(
  source: DataSource,
  versionId: string,
  seq: number,
  language: Language,
): Promise<RecordedVerdictsView> {
  const [row]: { verdicts: Verdicts | null }[] = await source.query(
    `select convert_from(body, 'UTF8')::jsonb #> '{facts,guards}' as verdicts from mulu.log_event where stream = $1 and seq = $2`,
    [versionId, seq],
  );
  const found = Object.entries(row?.verdicts ?? {});
  return {
    requirements: found
      .filter(([id]) => id in REQUIREMENT_MESSAGES)
      .map(([id, satisfied]) => ({ id, satisfied, message: REQUIREMENT_MESSAGES[id as RequirementId][language] })),
    conditions: Object.fromEntries(found.filter(([id]) => !(id in REQUIREMENT_MESSAGES))),
  };
}
