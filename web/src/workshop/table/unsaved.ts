import { useEventListener } from '@vueuse/core';
import { computed, shallowRef } from 'vue';
import { onBeforeRouteLeave } from 'vue-router';
import type { OpenVersion } from '../../version/version';
import { patchBetween, patched, sameValue, writtenIn, type ItemContent } from '../content';
import { Drafts, type Draft } from './drafts';
import { t } from './messages';
import type { SavingQueue } from './saving';

const LEAVE_MS = 3000;

/** What is typed and not on the server yet: kept in this browser against a crash, found again by the next visit, and asked about before one leaves. */
export function keepUnsaved(person: string, opened: OpenVersion, queue: () => SavingQueue) {
  const drafts = new Drafts(localStorage, person, opened.id);
  /** Rows whose cell is open. */
  const typing = new Set<string>();

  function contentOf(id: string): ItemContent | null {
    const item = opened.itemOf.value.get(id);
    return item ? writtenIn(item) : null;
  }

  /** Keeps what the server does not have of a row, and nothing else. */
  function keep(id: string): void {
    const saving = queue().of(id);
    const held = queue().held(id);
    if (!saving || !held || saving.state === 'saved') drafts.drop(id);
    else drafts.keep(id, held.hash, patchBetween(held.content, saving.wanted));
  }

  /** @param typed the row as it would be with the open cell's text; null when the cell was closed */
  function type(id: string, typed: ItemContent | null): void {
    const content = contentOf(id);
    const held = queue().held(id) ?? (content && { hash: opened.itemOf.value.get(id)!.contentHash, content });
    if (typed && held) {
      typing.add(id);
      drafts.keep(id, held.hash, patchBetween(held.content, typed));
    } else if (typing.delete(id)) keep(id);
  }

  const kept = shallowRef<readonly Draft[]>(drafts.all());
  /** Unsaved text of an earlier visit that says something else than the server has, waiting for a decision. */
  const found = computed(() =>
    kept.value.filter(({ itemId, patch }) => {
      const content = contentOf(itemId);
      return content && !sameValue(content, patched(content, patch));
    }),
  );

  function discardFound(): void {
    for (const { itemId } of kept.value) drafts.drop(itemId);
    kept.value = [];
  }

  // Another page of the same person saved what was found here.
  useEventListener(window, 'storage', () => {
    const still = new Set(drafts.all().map(({ itemId }) => itemId));
    kept.value = kept.value.filter(({ itemId }) => still.has(itemId));
  });
  useEventListener(window, 'beforeunload', (event: BeforeUnloadEvent) => {
    if (queue().unsaved().length === 0 && typing.size === 0) return;
    event.preventDefault();
    event.returnValue = '';
  });
  onBeforeRouteLeave(async () => {
    await Promise.race([queue().flush(), new Promise((resolve) => setTimeout(resolve, LEAVE_MS))]);
    const count = queue().unsaved().length;
    return count === 0 || window.confirm(t('leaveUnsaved', { count }));
  });

  return { keep, type, found, discardFound, takeFound: () => (kept.value = []) };
}
