import { answerOf, api, surely } from '../api/client';
import type { components } from '../api/schema';

export type PurgeRow = components['schemas']['PurgeRow'];
export type PurgePage = components['schemas']['PurgePage'];
export type Purge = components['schemas']['PurgeView'];
export type PurgeableText = components['schemas']['PurgeableText'];
export type PurgeableTexts = components['schemas']['PurgeableTexts'];
export type NewPurge = components['schemas']['NewPurgeDto'];
type Step = components['schemas']['PurgeEventDto'];

export const GROUNDS = ['STATE_SECRET', 'WORK_SECRET', 'BUSINESS_SECRET', 'PERSONAL_DATA'] as const;

/** @throws Problem, Unreachable */
export const readPurges = (cursor?: string): Promise<PurgePage> =>
  answerOf(api.GET('/api/purges', { params: { query: cursor === undefined ? {} : ({ cursor } as never) } }));

export const readPurge = (purgeId: string): Promise<Purge> => answerOf(api.GET('/api/purges/{purgeId}', { params: { path: { purgeId } } }));

/** What a version's log names, without what it says. `after`: a log position. */
export const readTexts = (version: string, after?: string): Promise<PurgeableTexts> =>
  answerOf(api.GET('/api/purges/texts', { params: { query: { version, ...(after !== undefined && { after: Number(after) }) } } }));

export const propose = (body: NewPurge) =>
  surely((key) => answerOf(api.POST('/api/purges', { headers: { 'idempotency-key': key }, body })));

export const act = (purgeId: string, body: Step) =>
  surely((key) =>
    answerOf(api.POST('/api/purges/{purgeId}/events', { params: { path: { purgeId } }, headers: { 'idempotency-key': key }, body })),
  );
