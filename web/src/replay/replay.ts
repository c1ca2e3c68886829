import { useTimeoutFn, watchDebounced } from '@vueuse/core';
import { computed, inject, onScopeDispose, provide, ref, shallowRef, watch, type InjectionKey } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { OpenVersion } from '../version/version';
import { movedTo, type Move } from './keys';
import { player } from './player';
import { loadMoment, loadStages, loadTicks } from './requests';
import { useSought } from './sought';
import { stagesOf } from './stages';
import { tickPages } from './tick-pages';
import type { Tick } from './views';

export const VIEWS = ['table', 'public', 'compare'] as const;
export type View = (typeof VIEWS)[number];

/** Events a second. */
export const SPEEDS = [1, 2, 5, 10] as const;
/** The address follows when the slider rests: browsers refuse to rewrite it at each step. */
const ADDRESS_MS = 250;
/** What a slider flies over needs no words. */
const TICKS_MS = 100;

/** A version as it was: where one stands in its log, what was true there, and how one gets elsewhere. What may be worth a link is in the address. */
export function openReplay({ id, version }: OpenVersion) {
  const route = useRoute();
  const router = useRouter();
  const asked = (name: string): string => (typeof route.query[name] === 'string' ? route.query[name] : '');
  const asSeq = (text: string): number | null => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : null);

  /** Where the slider stands; null until the server has said what a time, or the end, means. */
  const seq = ref<number | null>(asSeq(asked('at')));
  const ends = shallowRef<{ readonly first: number; readonly last: number } | null>(null);
  const playing = ref(false);
  const speed = ref<number>(2);

  const itemId = computed(() => asked('item') || null);
  /** The other moment, where two are compared. */
  const against = computed(() => asSeq(asked('against')));
  const view = computed<View>(() => VIEWS.find((one) => one === asked('view')) ?? (against.value === null ? 'table' : 'compare'));

  function ask(change: Readonly<Record<string, string | null>>): void {
    const query = { ...route.query, ...change };
    for (const [name, value] of Object.entries(change)) if (!value) delete query[name];
    void router.replace({ query });
  }

  const moment = useSought({
    key: () => String(seq.value ?? asked('at')),
    load: (at, signal) => loadMoment(id, at, signal),
    atOnce: () => playing.value,
  });
  watch(moment.value, (now) => {
    if (!now) return;
    const last = Math.max(now.last.seq, ends.value?.last ?? 0);
    if (ends.value?.last !== last) ends.value = { first: now.first.seq, last };
    seq.value ??= now.at.seq;
  });

  const known = ref(0);
  const pages = tickPages<Tick>(
    (after, limit) => loadTicks(id, { after, limit }),
    () => (known.value += 1),
  );
  const tick = computed(() => (known.value >= 0 && seq.value !== null ? pages.known(seq.value) : undefined));
  // The version that is looked at may be on its way still.
  watch(
    () => version.value?.seq,
    (now) => {
      if (!now || !ends.value || now <= ends.value.last) return;
      pages.grown(ends.value.last);
      ends.value = { ...ends.value, last: now };
    },
  );

  const address = useTimeoutFn(() => ask({ at: seq.value === null ? null : String(seq.value) }), ADDRESS_MS, { immediate: false });
  watch(seq, (now) => {
    if (now === null) return;
    if (String(now) !== asked('at')) address.start();
  });
  if (seq.value !== null) pages.need(seq.value);
  watchDebounced(seq, (now) => now !== null && pages.need(now), { debounce: TICKS_MS, maxWait: 5 * TICKS_MS });
  watch(
    () => asked('at'),
    (now) => {
      if (!address.isPending.value && asSeq(now) !== seq.value && now) seq.value = asSeq(now);
    },
  );

  function go(to: number): void {
    if (!ends.value) return;
    seq.value = Math.min(ends.value.last, Math.max(ends.value.first, Math.round(to)));
  }

  /** Settles when what `seq` names is shown. */
  function arrived(): Promise<boolean> {
    return new Promise((done) => {
      const stop = watch(
        [moment.shown, moment.failure, seq],
        () => {
          const there = moment.shown.value === String(seq.value);
          if (!there && !moment.failure.value) return;
          done(there);
          void Promise.resolve().then(() => stop());
        },
        { immediate: true, flush: 'post' },
      );
    });
  }

  const { start, pace, stop } = player({
    async step() {
      if (seq.value === null || !ends.value || seq.value >= ends.value.last) return false;
      go(seq.value + 1);
      const there = await arrived();
      if (there && seq.value < ends.value.last) void moment.foresee(String(seq.value + 1));
      return there;
    },
    ended: () => (playing.value = false),
  });
  const pause = (): number => 1000 / speed.value;
  watch(speed, () => pace(pause()));
  onScopeDispose(stop);

  function rest(): void {
    playing.value = false;
    stop();
  }

  function play(): void {
    if (playing.value) return rest();
    if (!ends.value) return;
    if (seq.value === ends.value.last) go(ends.value.first);
    playing.value = true;
    start(pause());
  }

  function move(how: Move): void {
    if (how === 'play') return play();
    rest();
    if (seq.value !== null && ends.value) go(movedTo(how, seq.value, ends.value));
  }

  /** The states that the version had been through by now. */
  const steps = shallowRef<readonly Tick[]>([]);
  watch(
    () => ends.value?.last,
    async (last) => {
      // Without them the slider is a bare line, and works.
      if (last) steps.value = await loadStages(id).catch(() => steps.value);
    },
    { immediate: true },
  );
  const stages = computed(() => stagesOf(steps.value, ends.value?.last ?? 0));
  const visited = computed(() => stages.value.flatMap((stage) => (stage.from <= (seq.value ?? 0) ? [stage.state] : [])));

  /** The address of what is on the screen, for others. */
  function addressOf(): string {
    const query = { ...route.query, ...(seq.value !== null && { at: String(seq.value) }) };
    return location.origin + router.resolve({ path: route.path, query }).href;
  }

  return {
    versionId: id,
    stages,
    visited,
    addressOf,
    seq,
    ends,
    tick,
    moment,
    playing,
    speed,
    itemId,
    against,
    view,
    ask,
    move,
    /** Goes there by hand: what plays stops. */
    goTo(to: number): void {
      rest();
      go(to);
    },
    /** Goes to what was true at a time. */
    goToTime(time: string): void {
      rest();
      seq.value = null;
      ask({ at: time });
    },
  };
}

export type Replay = ReturnType<typeof openReplay>;

const KEY: InjectionKey<Replay> = Symbol('replay');

export function provideReplay(replay: Replay): void {
  provide(KEY, replay);
}

export function useReplay(): Replay {
  return inject(KEY)!;
}
