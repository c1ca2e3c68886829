import { shallowRef, triggerRef } from 'vue';

const SAVE_MS = 800;
/** Enough of a hash to tell one text of an item from another. */
const LENGTH = 16;

/**
 * Which texts one has looked at, kept in this browser for the person and the version. A changed text is unseen again. It says nothing
 * to anybody else: to have seen is not to have signed.
 */
export function seenTexts(personId: string, versionId: string) {
  const key = `mulu.review.${personId}.${versionId}.seen`;
  const seen = shallowRef(new Map(Object.entries(read(key))));
  let saving: number | undefined;

  function save(): void {
    saving = undefined;
    localStorage.setItem(key, JSON.stringify(Object.fromEntries(seen.value)));
  }

  return {
    has: (item: { readonly id: string; readonly contentHash: string }): boolean =>
      seen.value.get(item.id) === item.contentHash.slice(0, LENGTH),
    add(item: { readonly id: string; readonly contentHash: string }): void {
      const hash = item.contentHash.slice(0, LENGTH);
      if (seen.value.get(item.id) === hash) return;
      seen.value.set(item.id, hash);
      triggerRef(seen);
      saving ??= window.setTimeout(save, SAVE_MS);
    },
    flush(): void {
      if (saving === undefined) return;
      clearTimeout(saving);
      save();
    },
  };
}

function read(key: string): Record<string, string> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, string>;
  } catch {
    return {};
  }
}
