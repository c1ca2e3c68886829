import { shallowRef, watch } from 'vue';
import { answerOf, api } from '../api/client';
import type { components } from '../api/schema';
import type { OpenVersion } from '../version/version';

type HistoryEvent = components['schemas']['HistoryEvent'];

/** What those who returned the version as a whole pointed at; the latest return first. */
export function wholeReturns(opened: OpenVersion) {
  const events = shallowRef<readonly HistoryEvent[]>([]);

  async function look(): Promise<void> {
    const params = { path: { versionId: opened.id }, query: { type: 'return', limit: 500 } };
    const page = await answerOf(api.GET('/api/versions/{versionId}/history', { params })).catch(() => null);
    // Items are returned by an event of the same name; theirs stand among the decisions.
    if (page) events.value = page.items.filter((event) => !event.itemId).reverse();
  }
  watch(() => opened.version.value?.state, look, { immediate: true });

  return {
    /** The returns of the whole, each with the fields of this item that it points at; those that point elsewhere are left out. */
    of: (itemId: string) =>
      events.value.flatMap((event) => {
        const points = event.words?.points ?? [];
        const fields = points.filter((point) => point.itemId === itemId).map((point) => point.field);
        return fields.length > 0 ? [{ event, fields }] : [];
      }),
  };
}
