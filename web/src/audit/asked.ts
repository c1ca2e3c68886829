import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { oneOf } from '../board/progress';
import { dayHere } from '../i18n/dates';
import { periodIn } from './period';

/** What a page asks for lies in the address: the period, and the filters that it knows. */
export function useAsked(filters: readonly string[]) {
  const route = useRoute();
  const router = useRouter();
  const period = computed(() => periodIn(route.query, dayHere()));
  const query = computed<Record<string, string>>(() => ({
    ...period.value,
    ...Object.fromEntries(filters.map((name) => [name, oneOf(route.query[name])]).filter((entry) => entry[1] !== undefined)),
  }));
  const look = (change: object) => void router.replace({ query: { ...query.value, ...change } });
  const filtered = computed(() => filters.some((name) => query.value[name]));
  const clear = () => look(Object.fromEntries(filters.map((name) => [name, undefined])));
  return { period, query, look, filtered, clear };
}
