import { answerOf, api } from '../api/client';
import type { components } from '../api/schema';
import type { ItemThen, Kinds, Moment, MomentDiff, PublicThen, Tick, WantedThen } from './views';

const ROWS_A_PAGE = 500;
const TICKS_AT_MOST = 1000;
type Filter = { readonly type?: string; readonly actor?: string; readonly itemId?: string; readonly machine?: 'catalogueVersion' };

/** The version after an event, with every row; `at` empty: as it stands now. The rows of a moment never change, so that pages fit together. */
export async function loadMoment(versionId: string, at: string, signal: AbortSignal): Promise<Moment> {
  const page = (moment: string, after: string | null) =>
    answerOf(
      api.GET('/api/versions/{versionId}/replay', {
        params: { path: { versionId }, query: { limit: ROWS_A_PAGE, ...(moment && { at: moment }), ...(after && { after }) } },
        signal,
      }),
    );
  const moment = await page(at, null);
  const items = [...moment.items];
  for (let { next } = moment; next !== null;) {
    const more = await page(String(moment.at.seq), next);
    items.push(...more.items);
    next = more.next;
  }
  return { ...moment, items };
}

export async function loadTicks(versionId: string, query: { after: number; limit: number } & Filter): Promise<readonly Tick[]> {
  const { items } = await answerOf(api.GET('/api/versions/{versionId}/replay/ticks', { params: { path: { versionId }, query } }));
  return items;
}

/** The events of the version itself. */
export async function loadStages(versionId: string): Promise<readonly Tick[]> {
  return loadTicks(versionId, { after: 0, limit: TICKS_AT_MOST, machine: 'catalogueVersion' });
}

/** The nearest event before or after a position that fits. */
export async function findTick(versionId: string, direction: 'before' | 'after', seq: number, filter: Filter): Promise<Tick | undefined> {
  const query = { limit: 1, [direction]: seq, ...filter };
  const { items } = await answerOf(api.GET('/api/versions/{versionId}/replay/ticks', { params: { path: { versionId }, query } }));
  return items[0];
}

/** Which kinds of events, and whose, there are at all. */
export function loadKinds(versionId: string): Promise<Kinds> {
  return answerOf(api.GET('/api/versions/{versionId}/replay/kinds', { params: { path: { versionId } } }));
}

/** One item with its text, its decisions and what stood of them then. */
export function loadItem(versionId: string, itemId: string, seq: number, signal: AbortSignal): Promise<ItemThen> {
  const params = { path: { versionId, itemId }, query: { at: String(seq) } };
  return answerOf(api.GET('/api/versions/{versionId}/items/{itemId}', { params, signal }));
}

/** What the next events of the version, or of the item, still wanted then. */
export function loadWanted(versionId: string, seq: number, itemId: string | null, signal: AbortSignal): Promise<WantedThen> {
  const params = { path: { versionId }, query: { at: String(seq), ...(itemId && { itemId }) } };
  return answerOf(api.GET('/api/versions/{versionId}/replay/requirements', { params, signal }));
}

export function loadPublic(versionId: string, seq: number, signal: AbortSignal): Promise<PublicThen> {
  const params = { path: { versionId }, query: { at: String(seq) } };
  return answerOf(api.GET('/api/versions/{versionId}/replay/public', { params, signal }));
}

/** What differs between two moments; `after`: `next` of the page before. */
export function loadDiff(versionId: string, from: number, to: number, after: string | null, signal?: AbortSignal): Promise<MomentDiff> {
  const params = { path: { versionId }, query: { from: String(from), to: String(to), ...(after && { after }) } };
  return answerOf(api.GET('/api/versions/{versionId}/replay/diff', { params, ...(signal && { signal }) }));
}

export function loadAudit(versionId: string): Promise<components['schemas']['AuditView']> {
  return answerOf(api.GET('/api/versions/{versionId}/audit', { params: { path: { versionId } } }));
}
