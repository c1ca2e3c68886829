import { ref, shallowRef } from 'vue';
import { answerOf, api } from '../../api/client';
import type { components } from '../../api/schema';

export type HistoryEvent = components['schemas']['HistoryEvent'];

const PAGE = 100;

/** The log of a version, or of one item of it, page by page; oldest first as it was written. */
export function usePast(versionId: string, itemId?: string) {
  const events = shallowRef<readonly HistoryEvent[]>([]);
  const complete = ref(false);
  const busy = ref(false);
  const failure = shallowRef<unknown>(null);

  /** Appends the next page. */
  async function more(): Promise<void> {
    if (busy.value || complete.value) return;
    busy.value = true;
    failure.value = null;
    try {
      const last = events.value[events.value.length - 1];
      const query = { after: last?.seq ?? 0, limit: PAGE, ...(itemId && { itemId }) };
      const page = await answerOf(api.GET('/api/versions/{versionId}/history', { params: { path: { versionId }, query } }));
      events.value = [...events.value, ...page.items];
      complete.value = page.nextCursor === null;
    } catch (error) {
      failure.value = error;
    } finally {
      busy.value = false;
    }
  }

  return { events, complete, busy, failure, more };
}
