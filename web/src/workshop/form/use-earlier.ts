import { computed, type Ref } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { components } from '../../api/schema';
import type { Item } from '../../version/item';
import type { ItemContent } from '../content';

export const BASES = ['published', 'signed', 'standard'] as const;
export type Base = (typeof BASES)[number];

/** The text that the form is compared with. */
export interface Earlier {
  readonly base: Base;
  readonly content: ItemContent;
  /** Against the text that the server has. */
  readonly differences: readonly components['schemas']['FieldDifferenceView'][];
}

/** Which earlier texts the item has, and the chosen one; the choice is in the address and the table's too. */
export function useEarlier(item: Ref<Item | null>) {
  const route = useRoute();
  const router = useRouter();
  const bases = computed(() => BASES.filter((base) => item.value?.previous[base]));
  const base = computed(() => bases.value.find((one) => one === route.query['base']) ?? null);
  const earlier = computed<Earlier | null>(() => {
    const found = base.value && item.value?.previous[base.value];
    return found ? { base: base.value!, content: found.content as ItemContent, differences: found.differences } : null;
  });

  function choose(next: string): void {
    const { base: _, ...query } = route.query;
    void router.replace({ query: next ? { ...query, base: next } : query });
  }

  return { bases, base, earlier, choose };
}
