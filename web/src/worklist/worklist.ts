import { useIntervalFn } from '@vueuse/core';
import { computed, ref, shallowRef, watch } from 'vue';
import { answerOf, api } from '../api/client';
import type { components } from '../api/schema';
import { session } from '../session/session';

export type Worklist = components['schemas']['WorklistView'];
export type Task = components['schemas']['TaskView'];
export type Waiting = components['schemas']['WaitingView'];
export type Matters = components['schemas']['MyMattersView'];
export type Matter = components['schemas']['MyMatterView'];
export type Escalated = components['schemas']['EscalatedView'];

const POLL_MS = 15_000;
const known = shallowRef<Worklist | null>(null);
const knownMatters = shallowRef<Matters | null>(null);
const failure = shallowRef<unknown>(null);
/** Task → the log position of the hand-over that was looked at; a matter in a state → 1. */
const seen = ref<ReadonlyMap<string, number>>(new Map());

const key = (): string => `mulu.worklist.${session.value?.user.id}.seen`;

/** Something was handed over since one looked; what one did oneself meanwhile makes nothing new. */
const isNew = (task: Task): boolean => task.seq > (seen.value.get(task.id) ?? 0);
/** A matter is one's turn again in another state, or after somebody else had it; a reminder or one's own draft makes nothing new. */
const turnOf = ({ id, state }: Matter): string => `${id}/${state}`;
const isNewMatter = (matter: Matter): boolean => !seen.value.has(turnOf(matter));

function recall(): Map<string, number> {
  const kept: unknown = JSON.parse(localStorage.getItem(key()) ?? '[]');
  return new Map(Array.isArray(kept) ? kept.filter((entry): entry is [string, number] => Array.isArray(entry)) : []);
}

async function load(): Promise<void> {
  if (!session.value) return;
  try {
    [known.value, knownMatters.value] = await Promise.all([answerOf(api.GET('/api/worklist')), answerOf(api.GET('/api/matters'))]);
    failure.value = null;
  } catch (error) {
    failure.value = error;
  }
}

/** Notes that what is there now was looked at; what is no longer there is forgotten. */
function markSeen(): void {
  const tasks = (known.value?.items ?? []).map((task) => [task.id, task.seq]);
  const matters = (knownMatters.value?.items ?? []).map((matter) => [turnOf(matter), 1]);
  localStorage.setItem(key(), JSON.stringify([...tasks, ...matters]));
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
    knownMatters.value = null;
    seen.value = recall();
    void load();
  },
  { immediate: true },
);

/** What waits for the person at the desk, looked at again every quarter of a minute. */
export function useWorklist() {
  return {
    worklist: known,
    matters: knownMatters,
    failure,
    load,
    markSeen,
    lookAway,
    isNew,
    isNewMatter,
    fresh: computed(() => (known.value?.items.filter(isNew).length ?? 0) + (knownMatters.value?.items.filter(isNewMatter).length ?? 0)),
  };
}

/** Called once, by the shell. */
export function watchWorklist(): void {
  useIntervalFn(() => document.visibilityState === 'visible' && void load(), POLL_MS);
}
