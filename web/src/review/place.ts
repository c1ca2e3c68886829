import { computed, ref, shallowRef, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { OpenVersion } from '../version/version';
import { filterOf, matches, queryOf, WAITING, type Filter } from './filters';
import type { ItemSummary } from '../version/version';

/** Browsers stop listening when the address changes too often. */
const SETTLE_MS = 160;

export const BASES = ['published', 'signed', 'standard'] as const;
export type Base = (typeof BASES)[number];

interface Parts {
  readonly opened: OpenVersion;
  readonly rows: { readonly value: readonly ItemSummary[] };
  readonly seen: (item: ItemSummary) => boolean;
  /** Where the last item looked at is remembered. */
  readonly memory: string;
}

/**
 * Where one is on the desk: the item, the filter and the text to compare with. The address says all three, so that it can be
 * sent to somebody, and a reload comes back to it.
 */
export function deskPlace({ opened, rows, seen, memory }: Parts) {
  const route = useRoute();
  const router = useRouter();
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');

  const itemId = ref(text(route.query['item']));
  const base = ref(text(route.query['base']));
  const filter = shallowRef(filterOf(route.query));
  // An item that is decided under a filter stays where it was until the filter is set anew: nothing vanishes from under the hand.
  let kept = new Set<string>();
  let writing: number | undefined;

  const visible = computed(() => {
    const current = filter.value;
    const found = rows.value.filter((item) => kept.has(item.id) || matches(item, current, seen));
    for (const item of found) kept.add(item.id);
    return found;
  });

  function write(): void {
    clearTimeout(writing);
    writing = window.setTimeout(() => {
      void router.replace({ query: { ...queryOf(filter.value), item: itemId.value || undefined, base: base.value || undefined } });
    }, SETTLE_MS);
  }

  function choose(id: string): void {
    if (id === itemId.value) return;
    itemId.value = id;
    localStorage.setItem(memory, id);
    write();
  }

  function narrow(to: Filter): void {
    kept = new Set();
    filter.value = to;
    write();
  }

  watch(
    () => route.query,
    (query) => {
      clearTimeout(writing);
      if (text(query['item'])) itemId.value = text(query['item']);
      base.value = text(query['base']);
      const next = filterOf(query);
      if (JSON.stringify(next) !== JSON.stringify(filter.value)) {
        kept = new Set();
        filter.value = next;
      }
    },
  );
  // Nothing chosen, or something that is no more: where one was last, or the first that waits, of those that are listed.
  watch(
    () => [itemId.value, opened.items.value] as const,
    ([id, items]) => {
      if (items.length === 0 || opened.itemOf.value.has(id)) return;
      const listed = visible.value.length > 0 ? visible.value : items;
      const last = localStorage.getItem(memory);
      const start = listed.find((item) => item.id === last) ?? listed.find((item) => item.state === WAITING) ?? listed[0]!;
      choose(start.id);
    },
    { immediate: true },
  );

  return {
    itemId,
    base,
    filter,
    visible,
    choose,
    narrow,
    compareWith(next: Base | 'none'): void {
      base.value = next;
      write();
    },
    leave: (): void => clearTimeout(writing),
  };
}
