import { useIntervalFn, useWindowFocus } from '@vueuse/core';
import { shallowRef, watch } from 'vue';
import { answerOf, api, surely } from '../api/client';
import type { components } from '../api/schema';

export type Matter = components['schemas']['MatterView'];
export type MatterPastEvent = components['schemas']['MatterEventView'];
export type MatterStep = components['schemas']['MatterEventDto'];
export type Offer = components['schemas']['Offer'];

const POLL_MS = 10_000;

/** One matter (a task, an obligation, a notice, a report) with its history, looked at again every few seconds and after each step. */
export function useMatter(matterId: string) {
  const matter = shallowRef<Matter | null>(null);
  const past = shallowRef<readonly MatterPastEvent[]>([]);
  const failure = shallowRef<unknown>(null);
  const path = { matterId };

  async function refresh(): Promise<void> {
    try {
      const now = await answerOf(api.GET('/api/matters/{matterId}', { params: { path } }));
      if (now.seq !== matter.value?.seq) {
        past.value = (await answerOf(api.GET('/api/matters/{matterId}/history', { params: { path, query: { limit: 500 } } }))).items;
      }
      matter.value = now;
      failure.value = null;
    } catch (error) {
      if (!matter.value) failure.value = error;
    }
  }

  /** Takes a step on what is seen. @throws Problem, Unreachable */
  async function act(step: MatterStep): Promise<void> {
    const seen = `"${matter.value!.seq}"`;
    await surely((key) =>
      answerOf(
        api.POST('/api/matters/{matterId}/events', {
          params: { path },
          headers: { 'if-match': seen, 'idempotency-key': key },
          body: step,
        }),
      ),
    );
    await refresh();
  }

  const focused = useWindowFocus();
  useIntervalFn(() => focused.value && void refresh(), POLL_MS);
  watch(focused, (now) => now && void refresh());
  void refresh();
  return { matter, past, failure, refresh, act };
}
