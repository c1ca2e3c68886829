import { useEventListener } from '@vueuse/core';
import { onScopeDispose, shallowRef, watch, type Ref } from 'vue';
import type { ItemContent } from '../content';
import type { Workshop } from '../table/workshop';

const WAIT_MS = 500;

/**
 * The item as it stands in the form. What is typed shows at once and goes to the table's queue half a second later, when a field is left, or with the
 * form; what changes elsewhere meanwhile (undo, another person) comes in.
 */
export function useDraft(workshop: Workshop, itemId: Ref<string>) {
  const draft = shallowRef<ItemContent | null>(workshop.contentOf(itemId.value));
  let waiting: { id: string; label: string; join: string } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Hands what was typed to the queue. */
  function keep(): void {
    clearTimeout(timer);
    if (!waiting || !draft.value) return;
    const { id, label, join } = waiting;
    waiting = null;
    workshop.edit([{ id, after: draft.value }], label, join);
  }

  /** @param at what is changed; changes of another field are another step to undo */
  function change(next: ItemContent, at: string, label: string, now = false): void {
    const join = `${itemId.value}.${at}`;
    if (waiting && waiting.join !== join) keep();
    draft.value = next;
    waiting = { id: itemId.value, label, join };
    clearTimeout(timer);
    if (now) keep();
    else timer = setTimeout(keep, WAIT_MS);
  }

  watch(
    () => workshop.rowOf.value.get(itemId.value)?.content ?? null,
    (content) => {
      if (!waiting) draft.value = content;
    },
  );
  watch(itemId, (id) => {
    keep();
    draft.value = workshop.contentOf(id);
  });
  // The table has looked already whether everything is saved: it knows nothing yet of what waits here.
  useEventListener(window, 'beforeunload', (event: BeforeUnloadEvent) => {
    if (!waiting) return;
    keep();
    event.preventDefault();
    event.returnValue = '';
  });
  onScopeDispose(keep);
  return { draft, change, keep };
}
