import { shallowRef, watch } from 'vue';

/** The answer to what is asked now; one to what is not asked for any more is dropped. The last one stays while the next is on its way. */
export function useAnswer<T>(query: () => Readonly<Record<string, string>>, read: (query: Record<string, string>) => Promise<T>) {
  const answer = shallowRef<T | null>(null);
  const failure = shallowRef<unknown>(null);

  async function load(): Promise<void> {
    const wanted = query();
    const mine = JSON.stringify(wanted);
    try {
      const told = await read({ ...wanted });
      if (mine !== JSON.stringify(query())) return;
      answer.value = told;
      failure.value = null;
    } catch (error) {
      if (mine === JSON.stringify(query())) failure.value = error;
    }
  }

  watch(() => JSON.stringify(query()), load, { immediate: true });
  return { answer, failure, load };
}
