import { useDebounceFn, useLocalStorage } from '@vueuse/core';
import { computed, ref, shallowRef, watch } from 'vue';
import { answerOf, api, surely } from '../api/client';
import { freshKey } from '../api/keys';
import type { components } from '../api/schema';
import { said } from '../shell/said';

export type NewTask = components['schemas']['NewTaskDto'];
export type Preview = components['schemas']['TaskPreview'];
type Level = NewTask['groups'][number]['levels'][number];
type Kind = NewTask['groups'][number]['kinds'][number];

export const LEVELS: readonly Level[] = [
  'autonomousRegion',
  'province',
  'leagueCity',
  'prefectureCity',
  'bannerCounty',
  'township',
  'village',
];
export const KINDS: readonly Kind[] = ['government', 'department', 'institution'];

/** One group of bodies as the form holds it: a day or a number of working days, as they are typed. */
export interface GroupForm {
  levels: Level[];
  kinds: Kind[];
  dueOn: string;
  workingDays: string;
}

export interface TaskForm {
  regionCode: string;
  purpose: NewTask['purpose'];
  number: string;
  title: string;
  text: string;
  requirements: string;
  groups: GroupForm[];
  except: string[];
}

export const emptyGroup = (): GroupForm => ({ levels: [], kinds: ['department'], dueOn: '', workingDays: '' });
const emptyForm = (): TaskForm => ({
  regionCode: '',
  purpose: 'publishCatalogue',
  number: '',
  title: '',
  text: '',
  requirements: '',
  groups: [emptyGroup()],
  except: [],
});

/** What the server takes; groups that are not filled in yet are left out. */
export function taskOf({ groups, requirements, number, title, text, ...form }: TaskForm): NewTask {
  return {
    ...form,
    number: number.trim(),
    title: title.trim(),
    text: text.trim(),
    requirements: requirements
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
    groups: groups
      .filter((group) => group.levels.length && group.kinds.length && (group.dueOn || group.workingDays))
      .map(({ levels, kinds, dueOn, workingDays }) => ({
        levels,
        kinds,
        ...(dueOn ? { dueOn } : { workingDays: Number(workingDays) }),
      })),
  };
}

/** The form of a task, kept in this browser until it is issued, with whom it would address. */
export function useNewTask(person: string) {
  const form = useLocalStorage<TaskForm>(`mulu.task.${person}`, emptyForm(), { mergeDefaults: true });
  const preview = shallowRef<Preview | null>(null);
  const refusal = ref('');
  const busy = ref(false);
  const scope = computed(() => {
    const { regionCode, purpose, groups, except } = taskOf(form.value);
    return { regionCode, purpose, groups, except };
  });
  const ready = computed(() => Boolean(form.value.title.trim() && form.value.text.trim() && preview.value?.bodies));

  async function look(): Promise<void> {
    const asked = scope.value;
    if (!asked.regionCode || asked.groups.length === 0) {
      preview.value = null;
      refusal.value = '';
      return;
    }
    try {
      const answer = await answerOf(api.POST('/api/tasks/preview', { body: asked }));
      if (JSON.stringify(asked) !== JSON.stringify(scope.value)) return;
      preview.value = answer;
      refusal.value = '';
    } catch (error) {
      preview.value = null;
      refusal.value = said(error);
    }
  }
  watch(scope, useDebounceFn(look, 300), { deep: true });
  void look();

  let key = freshKey();
  /** @throws Problem, Unreachable */
  async function issue(): Promise<{ id: string; bodies: number }> {
    busy.value = true;
    try {
      const answer = await surely(
        (used) => answerOf(api.POST('/api/tasks', { headers: { 'idempotency-key': used }, body: taskOf(form.value) })),
        3,
        key,
      );
      form.value = emptyForm();
      return answer;
    } finally {
      key = freshKey();
      busy.value = false;
    }
  }
  return { form, preview, refusal, busy, ready, issue };
}
