import { ref, shallowRef, watch, type Ref } from 'vue';
import { answerOf, api, surely } from '../api/client';
import type { components } from '../api/schema';
import type { OpenVersion } from './version';

type ItemView = components['schemas']['ItemView'];
/** Of a sealed item that one may not read, it is not told what its state rests on. */
export type Item = Omit<ItemView, 'standing'> & { standing: ItemView['standing'] | null };
export type ItemEvent = components['schemas']['ItemEventDto'];

/** One item with everything that stands beside it, loaded again whenever another is chosen or its row has changed. */
export function useItem(opened: OpenVersion, itemId: Ref<string | null>) {
  const item = shallowRef<Item | null>(null);
  const failure = shallowRef<unknown>(null);
  const busy = ref(false);

  async function load(): Promise<void> {
    const wanted = itemId.value;
    if (!wanted) {
      item.value = null;
      return;
    }
    try {
      const path = { versionId: opened.id, itemId: wanted };
      const found = await answerOf(api.GET('/api/versions/{versionId}/items/{itemId}', { params: { path } }));
      if (itemId.value !== wanted) return;
      item.value = found;
      failure.value = null;
    } catch (error) {
      if (itemId.value === wanted) failure.value = error;
    }
  }

  /**
   * Acts on the item for exactly the text that is shown.
   * @throws Problem 409 when text or state changed meanwhile; what is shown is loaded again in any case
   */
  async function decide(event: Omit<ItemEvent, 'contentHash'>): Promise<void> {
    const { id, contentHash } = item.value!;
    busy.value = true;
    try {
      await surely((key) =>
        answerOf(
          api.POST('/api/versions/{versionId}/items/{itemId}/events', {
            params: { path: { versionId: opened.id, itemId: id }, header: { 'Idempotency-Key': key } },
            body: { ...event, contentHash },
          }),
        ),
      );
    } finally {
      busy.value = false;
      await Promise.all([opened.refresh(), load()]);
    }
  }

  watch(
    itemId,
    () => {
      item.value = null;
      failure.value = null;
      void load();
    },
    { immediate: true },
  );
  watch(
    () => {
      const row = itemId.value ? opened.itemOf.value.get(itemId.value) : undefined;
      return row && `${row.state} ${row.contentHash}`;
    },
    (now, before) => {
      if (now && before && now !== before && !busy.value) void load();
    },
  );

  return { item, failure, busy, load, decide };
}
