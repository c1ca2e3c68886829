import { useIntervalFn } from '@vueuse/core';
import { computed, ref, shallowRef, watch } from 'vue';
import { answerOf, api } from '../api/client';
import type { components } from '../api/schema';
import { session } from '../session/session';

export type Worklist = components['schemas']['WorklistView'];
export type Task = components['schemas']['TaskView'];
export type Waiting = components['schemas']['WaitingView'];

const POLL_MS = 15_000;
const known = shallowRef<Worklist | null>(null);
const failure = shallowRef<unknown>(null);
const seen = ref<ReadonlySet<string>>(new Set());

const key = (): string => `mulu.worklist.${session.value?.user.id}.seen`;

/** A hand-over is another task than the one before, even of the same kind. */
export function handOverOf(task: Task): string {
  return `${task.id} ${task.since}`;
}

function recall(): Set<string> {
  return new Set(JSON.parse(localStorage.getItem(key()) ?? '[]') as string[]);
}

async function load(): Promise<void> {
  if (!session.value) return;
  try {
    known.value = await answerOf(api.GET('/api/worklist'));
    failure.value = null;
  } catch (error) {
    failure.value = error;
  }
}

/** Notes that what is there now was looked at; what is no longer there is forgotten. */
function markSeen(): void {
  const now = (known.value?.items ?? []).map(handOverOf);
  localStorage.setItem(key(), JSON.stringify(now));
}

watch(
  () => session.value?.user.id,
  () => {
    known.value = null;
    seen.value = recall();
    void load();
  },
  { immediate: true },
);

/** What waits for the person at the desk, looked at again every quarter of a minute. */
export function useWorklist() {
  return {
    worklist: known,
    failure,
    load,
    markSeen,
    isNew: (task: Task) => !seen.value.has(handOverOf(task)),
    fresh: computed(() => known.value?.items.filter((task) => !seen.value.has(handOverOf(task))).length ?? 0),
  };
}

/** Called once, by the shell. */
export function watchWorklist(): void {
  useIntervalFn(() => document.visibilityState === 'visible' && void load(), POLL_MS);
}
