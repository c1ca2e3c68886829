import { computed, inject, provide, reactive, ref, shallowRef, watch, type InjectionKey } from 'vue';
import { complain } from '../../shell/toasts';
import { session } from '../../session/session';
import { grouped, type Group } from './findings';
import { understandingWith, type Finding, type ImportView, type Understanding } from './imports';

/** What somebody decided about a repair; nothing yet, and it is shown as proposed. */
export type Choice = 'adopted' | 'declined';

/** Rows that are drawn together. */
export const STRETCH = 200;

/** A file that was read, with what one decided about its repairs and what one is looking at. */
export function openDoctor(file: ImportView) {
  const key = `mulu.import.${session.value?.user.id}.${file.id}`;
  const choices = reactive(new Map<string, Choice>(remembered(key)));
  const understanding = shallowRef<Understanding>(file);
  const active = shallowRef<Finding | null>(null);
  const hovered = shallowRef<Finding | null>(null);
  const opened = ref(false);
  const group = ref<Group | 'all'>('all');

  const findings = computed(() => understanding.value.findings);
  const groups = computed(() => grouped(findings.value));
  const repairs = computed(() => groups.value.repair);
  const listed = computed(() => {
    const { repair, error, hint } = groups.value;
    return group.value === 'all' ? [...repair, ...error, ...hint] : groups.value[group.value];
  });
  const adopted = computed(() => repairs.value.filter(({ id }) => choices.get(id) === 'adopted'));
  const undecided = computed(() => repairs.value.filter(({ id }) => !choices.has(id)));
  const declined = computed(() => repairs.value.filter(({ id }) => choices.get(id) === 'declined').map(({ id }) => id));

  function choose(finding: Finding, choice: Choice): void {
    if (finding.repair) choices.set(finding.id, choice);
  }

  /** Adopts a repair, or takes that back. */
  function toggle(finding: Finding): void {
    choose(finding, choices.get(finding.id) === 'adopted' ? 'declined' : 'adopted');
  }

  function adoptAll(): void {
    for (const { id } of repairs.value) choices.set(id, 'adopted');
  }

  /** The finding so many places further down the list. */
  function step(by: number): void {
    const list = listed.value;
    const at = list.findIndex(({ id }) => id === active.value?.id);
    const next = list[Math.min(list.length - 1, Math.max(0, at < 0 ? 0 : at + by))];
    if (next) active.value = next;
  }

  // A repair that is declined changes what the rows say, and those that take cells from them: the server reads again.
  let asked = 0;
  async function readAgain(without: readonly string[]): Promise<void> {
    asked += 1;
    const mine = asked;
    if (without.length === 0) understanding.value = file;
    else {
      try {
        const answer = await understandingWith(
          file.id,
          repairs.value.map(({ id }) => id).filter((id) => !without.includes(id)),
        );
        if (mine === asked) understanding.value = answer;
      } catch (error) {
        complain(error);
      }
    }
    active.value = findings.value.find(({ id }) => id === active.value?.id) ?? null;
  }
  watch(
    () => declined.value.join(' '),
    () => void readAgain(declined.value),
    { immediate: true },
  );
  watch(choices, () => sessionStorage.setItem(key, JSON.stringify([...choices])));

  return {
    file,
    choices,
    understanding,
    findings,
    groups,
    repairs,
    listed,
    group,
    active,
    /** What is highlighted: what the pointer is on, else what is chosen. */
    shown: computed(() => hovered.value ?? active.value),
    hovered,
    opened,
    adopted,
    undecided,
    choose,
    toggle,
    adoptAll,
    step,
    itemsByRow: computed(() => new Map(understanding.value.understood.map((item) => [`${item.table}:${item.row}`, item]))),
    findingsByItem: computed(() => {
      const map = new Map<string, Finding[]>();
      for (const one of findings.value) if (one.itemKey) map.set(one.itemKey, [...(map.get(one.itemKey) ?? []), one]);
      return map;
    }),
    /** By `table:row:column`, the column 0 where the whole row is meant. */
    findingsByCell: computed(() => {
      const map = new Map<string, Finding[]>();
      for (const one of findings.value) {
        const at = `${one.table}:${one.row}:${one.column ?? 0}`;
        map.set(at, [...(map.get(at) ?? []), one]);
      }
      return map;
    }),
  };
}

export type Doctor = ReturnType<typeof openDoctor>;

const KEY: InjectionKey<Doctor> = Symbol('doctor');

export function provideDoctor(doctor: Doctor): void {
  provide(KEY, doctor);
}

export function useDoctor(): Doctor {
  return inject(KEY)!;
}

function remembered(key: string): [string, Choice][] {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '[]') as [string, Choice][];
  } catch {
    return [];
  }
}
