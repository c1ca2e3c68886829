import { computed, shallowRef, watch } from 'vue';
import { session } from '../session/session';
import type { Ratings } from './assessment';

interface Draft {
  readonly ratings: Ratings;
  readonly measures: string;
}

const EMPTY: Draft = { ratings: {}, measures: '' };

/** An assessment under way: kept in this browser for the person and the very text, so that a crash or another item loses nothing. */
export function useDraft(item: () => { readonly id: string; readonly contentHash: string }) {
  const key = (): string => `mulu.risk.${session.value?.user.id}.${item().id}.${item().contentHash}`;
  const draft = shallowRef<Draft>(EMPTY);
  watch(
    key,
    (now) => {
      const kept = localStorage.getItem(now);
      draft.value = kept ? (JSON.parse(kept) as Draft) : EMPTY;
    },
    { immediate: true },
  );

  function keep(change: Partial<Draft>): void {
    draft.value = { ...draft.value, ...change };
    localStorage.setItem(key(), JSON.stringify(draft.value));
  }

  return {
    ratings: computed({ get: () => draft.value.ratings, set: (ratings: Ratings) => keep({ ratings }) }),
    measures: computed({ get: () => draft.value.measures, set: (measures: string) => keep({ measures }) }),
    forget(): void {
      localStorage.removeItem(key());
      draft.value = EMPTY;
    },
  };
}
