import { onScopeDispose, ref, shallowRef, watch } from 'vue';
import { seeker } from './seeker';

interface Sought<Value> {
  /** What is looked at; null: nothing. Equal keys mean equal things for ever. */
  readonly key: () => string | null;
  readonly load: (key: string, signal: AbortSignal) => Promise<Value>;
  /** The pace is somebody else's (see `seeker`). */
  readonly atOnce?: () => boolean;
}

/** Something of the past that changes with where one looks. What was shown stays until the next is there. */
export function useSought<Value>({ key, load, atOnce = () => false }: Sought<Value>) {
  const value = shallowRef<Value | null>(null);
  /** What `value` belongs to. */
  const shown = ref<string | null>(null);
  const failure = shallowRef<unknown>(null);
  const busy = ref(false);

  const { wish, foresee, leave } = seeker<Value>({
    load,
    show: (at, found) => {
      value.value = found;
      shown.value = at;
      failure.value = null;
    },
    failed: (_at, error) => (failure.value = error),
    busy: (now) => (busy.value = now),
  });

  function look(): void {
    const wanted = key();
    if (wanted !== null) return wish(wanted, atOnce());
    leave();
    value.value = null;
    shown.value = null;
    failure.value = null;
    busy.value = false;
  }

  watch(key, look, { immediate: true });
  onScopeDispose(leave);
  return { value, shown, failure, busy, foresee, retry: look };
}
