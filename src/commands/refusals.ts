import type { Judgement } from '../../machines/judge.js';
import { REQUIREMENT_MESSAGES, type RequirementId } from '../../machines/requirement-messages.js';
import { ProblemError } from '../platform/problems/index.js';

/** The refusals of the corridor, each with its status and stable code. The order in which they are looked for is the corridor's. */
export const notSignedIn = () => new ProblemError({ status: 401, code: 'session.absent' });

/** Absent, or outside what the person may read: the answer is the same. */
export const absent = () => new ProblemError({ status: 404, code: 'notFound' });

export const keyReused = () => new ProblemError({ status: 422, code: 'idempotencyKey.reused' });

export const preconditionMissing = (which: 'idempotencyKey' | 'ifMatch' | 'contentHash') =>
  new ProblemError({ status: 428, code: `precondition.${which}` });

/** Somebody acted on the version since the person looked. */
export const staleVersion = (seq: number) => new ProblemError({ status: 412, code: 'version.stale', headers: { etag: etagOf(seq) } });

/** The text is no longer the one that the person saw: it must be read again before it can be signed. */
export const staleText = (contentHash: string) => new ProblemError({ status: 409, code: 'text.stale', extensions: { contentHash } });

/** Others kept changing the same thing; nothing was written. */
export const tooContended = () => new ProblemError({ status: 409, code: 'version.contended' });

const STATUS = { forbidden: 403, conflict: 409, unmet: 422, unknown: 400 } as const;
const CODE = { forbidden: 'role.missing', conflict: 'state.conflict', unmet: 'requirements.unmet', unknown: 'event.unknown' } as const;

/** What the machine refuses, with every requirement that is not met. */
export function byMachine(judgement: Extract<Judgement<string>, { allowed: false }>): ProblemError {
  const { refusal, requirements } = judgement;
  return new ProblemError({ status: STATUS[refusal], code: CODE[refusal], requirements: [...requirements] });
}

/** A single requirement that only the feature can look at. */
export function unmet(id: RequirementId, itemIds: readonly string[] = []): ProblemError {
  return byMachine(verdict('unmet', id, itemIds));
}

/** A judgement of a command that has no machine of its own. */
export function verdict(refusal: 'forbidden' | 'conflict' | 'unmet', id: RequirementId, itemIds: readonly string[] = []) {
  return { allowed: false as const, refusal, requirements: [{ id, message: REQUIREMENT_MESSAGES[id], itemIds }] };
}

/** A version's ETag is its log position. */
export function etagOf(seq: number): string {
  return `"${seq}"`;
}

/** The text is sealed by a referral and not for this reader. */
export const sealed = () => new ProblemError({ status: 403, code: 'text.sealed' });

/** A part of the request that cannot be read at all. */
export const malformed = (field: string) => new ProblemError({ status: 400, code: 'request.malformed', extensions: { field } });

/** A time that should still come has passed. */
export const past = (code: string) => new ProblemError({ status: 422, code });

/** The row that another one should stand behind is not in the version. */
export const noSuchPlace = () => new ProblemError({ status: 422, code: 'place.absent' });

/** The same file was taken into the draft before, under another key. */
export const confirmedAlready = () => new ProblemError({ status: 409, code: 'import.confirmed' });

/** An instant at which there was nothing yet. */
export const beforeFirst = () => new ProblemError({ status: 422, code: 'moment.beforeFirst' });

/** The text has been proposed to be purged; the other proposal waits. */
export const proposedAlready = (purgeId: string) =>
  new ProblemError({ status: 409, code: 'purge.proposedAlready', extensions: { purgeId } });

/** The text was purged by two hands: it does not come back. */
export const textPurged = () => new ProblemError({ status: 422, code: 'text.purged' });
