import { ref, watch, type Ref } from 'vue';

/** What somebody types, kept in this browser under a key until it was sent: a closed tab or a crash loses nothing. */
export function useDraft<Draft extends object>(key: string, fresh: () => Draft): { draft: Ref<Draft>; forget: () => void } {
  const draft = ref({ ...fresh(), ...keptAt(key) }) as Ref<Draft>;
  let sent = false;
  watch(draft, (now) => sent || localStorage.setItem(key, JSON.stringify(now)), { deep: true });

  function forget(): void {
    sent = true;
    localStorage.removeItem(key);
  }
  return { draft, forget };
}

function keptAt(key: string): object {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as object;
  } catch {
    return {};
  }
}
