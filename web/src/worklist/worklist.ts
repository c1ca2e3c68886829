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
/** Task → the log position of the hand-over that was looked at. */
const seen = ref<ReadonlyMap<string, number>>(new Map());

const key = (): string => `mulu.worklist.${session.value?.user.id}.seen`;

/** Something was handed over since one looked; what one did oneself meanwhile makes nothing new. */
const isNew = (task: Task): boolean => task.seq > (seen.value.get(task.id) ?? 0);

function recall(): Map<string, number> {
  const kept: unknown = JSON.parse(localStorage.getItem(key()) ?? '[]');
  return new Map(Array.isArray(kept) ? kept.filter((entry): entry is [string, number] => Array.isArray(entry)) : []);
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
  const now = (known.value?.items ?? []).map((task) => [task.id, task.seq]);
  localStorage.setItem(key(), JSON.stringify(now));
}

/** One leaves the list: from now on only what is handed over later is new. */
function lookAway(): void {
  markSeen();
  seen.value = recall();
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
    lookAway,
    isNew,
    fresh: computed(() => known.value?.items.filter(isNew).length ?? 0),
  };
}

/** Called once, by the shell. */
export function watchWorklist(): void {
  useIntervalFn(() => document.visibilityState === 'visible' && void load(), POLL_MS);
}
