import { ref, shallowRef, watch } from 'vue';
import { complain } from '../shell/toasts';

interface Page<Row> {
  readonly items: readonly Row[];
  readonly nextCursor: string | null;
}

/**
 * A list that is read page by page, from its beginning whenever what is asked for changes. `first`: what came with the first page. An answer to what is not asked
 * for any more is dropped.
 */
export function usePages<Row, First extends Page<Row>>(
  query: () => Readonly<Record<string, string>>,
  read: (query: Record<string, string>) => Promise<First>,
) {
  const first = shallowRef<First | null>(null);
  const rows = shallowRef<readonly Row[]>([]);
  const cursor = ref<string | null>(null);
  const failure = shallowRef<unknown>(null);
  const busy = ref(false);
  let asked = '';

  async function load(): Promise<void> {
    const wanted = query();
    const mine = (asked = JSON.stringify(wanted));
    busy.value = true;
    try {
      const page = await read({ ...wanted });
      if (mine !== asked) return;
      first.value = page;
      rows.value = page.items;
      cursor.value = page.nextCursor;
      failure.value = null;
    } catch (error) {
      if (mine === asked) failure.value = error;
    } finally {
      if (mine === asked) busy.value = false;
    }
  }

  async function more(): Promise<void> {
    const mine = asked;
    busy.value = true;
    try {
      const page = await read({ ...query(), cursor: cursor.value! });
      if (mine !== asked) return;
      rows.value = [...rows.value, ...page.items];
      cursor.value = page.nextCursor;
    } catch (error) {
      complain(error);
    } finally {
      if (mine === asked) busy.value = false;
    }
  }

  watch(() => JSON.stringify(query()), load, { immediate: true });
  return { first, rows, cursor, failure, busy, load, more };
}
