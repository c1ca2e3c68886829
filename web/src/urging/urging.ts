import { answerOf, api } from '../api/client';
import type { components } from '../api/schema';

export type Notice = components['schemas']['RectificationRow'];
export type NoticePage = components['schemas']['RectificationPage'];
export type Addressee = components['schemas']['AddresseeView'];
export type NewNotice = components['schemas']['NewRectificationDto'];

export const STATES = ['issued', 'overdue', 'answered', 'accepted', 'withdrawn'] as const;
export const PURPOSES = ['rectification', 'suggestUpdate'] as const;
/** What a list of notices is asked by: kept in the address. */
export const FILTERS = ['mine', 'state', 'purpose', 'q', 'region', 'organization', 'parent'] as const;
export type Filters = Partial<Record<(typeof FILTERS)[number], string>>;

/** @throws Problem, Unreachable */
export function readNotices(query: Filters & { cursor?: string }): Promise<NoticePage> {
  return answerOf(api.GET('/api/rectifications', { params: { query: query as never } }));
}

/** @throws Problem 404 for a body to which one may not send anything */
export function readAddressee(organization: string, obligation?: string): Promise<Addressee> {
  return answerOf(api.GET('/api/rectifications/addressee', { params: { query: { organization, ...(obligation && { obligation }) } } }));
}

/** Where the papers of a notice are. */
export const paperOf = (id: string, which: 'notice' | 'record'): string => `/api/rectifications/${id}/${which}`;
