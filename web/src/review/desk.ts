import { computed, inject, onBeforeUnmount, provide, ref, watch, type InjectionKey } from 'vue';
import { marksOf, numbered } from '../content/marks';
import { session } from '../session/session';
import { inMyHands, type Offer } from '../shared/offers';
import { announce } from '../shell/toasts';
import { useVersion, type ItemSummary } from '../version/version';
import { itemDetails } from './details';
import { keptDrafts, type DeskEvent, type EventType } from './drafts';
import { countOf, nextAfter, WAITING } from './filters';
import { withAnswers, withoutHits } from './hint-answers';
import { t } from './messages';
import { deskOutbox } from './outbox';
import { BASES, deskPlace, type Base } from './place';
import { seenTexts } from './seen';

/** What an officer may do from the desk, in the order of the buttons. */
export const DESK_EVENTS = [
  'clear',
  'return',
  'requireRedaction',
  'withhold',
  'discloseOnApplication',
  'refer',
  'defer',
  'resume',
  'determine',
  'setAside',
  'reopen',
] as const satisfies readonly EventType[];
export type DeskEventType = (typeof DESK_EVENTS)[number];

/** So many of the next that wait are asked for beforehand. */
const AHEAD = 6;
/** A text that was on the screen for less was passed by, not seen. */
const SEEN_MS = 700;

/** The review desk of one version: the list, the item, what was decided and is on its way. */
export function openDesk() {
  const opened = useVersion();
  const person = session.value!.user.id;
  const drafts = keptDrafts(person);
  const seen = seenTexts(person, opened.id);
  const details = itemDetails(opened);
  const outbox = deskOutbox({ opened, details, drafts });
  const place = deskPlace({ opened, rows: outbox.rows, seen: seen.has, memory: `mulu.review.${person}.${opened.id}.last` });

  const row = computed(() => outbox.rows.value.find((item) => item.id === place.itemId.value) ?? null);
  const item = computed(() => {
    const known = details.of(place.itemId.value);
    return known?.hints.some((hint) => outbox.answered.has(hint.id)) ? withAnswers(known, outbox.answered) : known;
  });
  /** A decision on the item has no answer yet. */
  const busy = computed(() => outbox.deciding.value.has(place.itemId.value));
  const expanded = ref(false);
  /** The decision that is being filled in. */
  const form = ref<DeskEventType | null>(null);

  const waits = (one: ItemSummary): boolean => one.state === WAITING;

  function nextWaiting(from: string | null): ItemSummary | null {
    return nextAfter(place.visible.value, from, waits);
  }

  function step(by: 1 | -1): void {
    const list = place.visible.value;
    const at = list.findIndex((one) => one.id === place.itemId.value);
    const next = at < 0 ? list[0] : list[at + by];
    if (next) place.choose(next.id);
  }

  function moveOn(): void {
    const next = nextWaiting(place.itemId.value);
    if (next) place.choose(next.id);
    else announce(t('lastOne'));
  }

  function lookAhead(): void {
    const list = place.visible.value;
    const at = list.findIndex((one) => one.id === place.itemId.value);
    const wanted: string[] = [];
    for (let offset = 1; offset <= list.length && wanted.length < AHEAD; offset += 1) {
      const next = list[(at + offset) % list.length]!;
      if (waits(next) || offset <= 1) wanted.push(next.id);
    }
    details.prefetch(wanted);
  }

  // What is on the screen: ask for it when it is not known as it stands, then for what comes next.
  watch(
    () =>
      [
        place.itemId.value,
        row.value?.contentHash,
        details.fresh(place.itemId.value),
        outbox.underWay.value.has(place.itemId.value),
      ] as const,
    ([id, , fresh, waiting]) => {
      if (!id || !opened.itemOf.value.has(id)) return;
      if (fresh || waiting) lookAhead();
      else void details.load(id).then(lookAhead);
    },
    { immediate: true },
  );
  watch(place.itemId, () => (form.value = null));
  let looking: number | undefined;
  watch(
    item,
    (shown) => {
      clearTimeout(looking);
      if (shown?.content) looking = window.setTimeout(() => seen.add(shown), SEEN_MS);
    },
    { immediate: true },
  );
  onBeforeUnmount(() => {
    clearTimeout(looking);
    seen.flush();
    place.leave();
  });

  /** Hits that this side still has to answer; `clear` waits for them. */
  const openHits = computed(() =>
    numbered(item.value?.hints ?? []).filter((hint) => hint.kind === 'personalData' && !hint.dismissedBy.includes('officer')),
  );

  /** What is offered in one's own hands. An answer to the last hit counts before the server has confirmed it. */
  const offers = computed((): readonly Offer[] => {
    const found = item.value?.events.filter((offer) => (DESK_EVENTS as readonly string[]).includes(offer.type) && inMyHands(offer)) ?? [];
    return [...found]
      .map((offer) => (openHits.value.length === 0 ? withoutHits(offer) : offer))
      .sort((one, other) => DESK_EVENTS.indexOf(one.type as DeskEventType) - DESK_EVENTS.indexOf(other.type as DeskEventType));
  });

  const earlier = computed(() => {
    const previous = item.value?.previous;
    const there = BASES.filter((base) => previous?.[base]);
    const wanted = place.base.value;
    const base = there.find((one) => one === wanted) ?? (wanted === 'none' ? undefined : there[0]);
    return { there, base: base as Base | undefined, text: base ? (previous?.[base] ?? null) : null };
  });

  return {
    ...place,
    opened,
    drafts,
    outbox,
    row,
    item,
    busy,
    expanded,
    form,
    offers,
    openHits,
    earlier,
    marks: computed(() => marksOf(item.value?.hints ?? [], 'officer', earlier.value.text)),
    failure: computed(() => details.failureOf(place.itemId.value)),
    count: computed(() => countOf(outbox.rows.value)),
    seen: seen.has,
    step,
    nextUndecided: moveOn,
    lookAgain: (): void => void details.load(place.itemId.value),
    offerOf: (type: string): Offer | undefined => offers.value.find((offer) => offer.type === type),
    /** Decides the item on the screen, and shows the next that waits without waiting for the answer. */
    decide(event: DeskEvent): void {
      const decided = item.value!;
      outbox.decide(decided, event);
      seen.add(decided);
      form.value = null;
      if (event.type !== 'reopen' && event.type !== 'resume') moveOn();
    },
    dismissHint(hintId: string, reason: string): void {
      const { id, hints } = item.value!;
      outbox.dismiss(
        id,
        hints.find((hint) => hint.id === hintId)!,
        reason,
      );
    },
  };
}

export type Desk = ReturnType<typeof openDesk>;
const KEY: InjectionKey<Desk> = Symbol('desk');

export function provideDesk(desk: Desk): void {
  provide(KEY, desk);
}

export function useDesk(): Desk {
  return inject(KEY)!;
}
