import { useEventListener } from '@vueuse/core';
import { computed, inject, onScopeDispose, provide, ref, shallowRef, watch, type InjectionKey } from 'vue';
import { session } from '../../session/session';
import { inMyHands } from '../../shared/offers';
import { announce, complain } from '../../shell/toasts';
import { useVersion } from '../../version/version';
import { patchBetween, patched, sameValue, writtenIn, type ItemContent } from '../content';
import { t } from './messages';
import { requestsFor } from './requests';
import { RowView, type Row } from './rows';
import { SavingQueue } from './saving';
import { Successors, UndoStack, type Step } from './undo';
import { keepUnsaved } from './unsaved';

/** One row's change of text. */
export interface Change {
  readonly id: string;
  readonly after: ItemContent;
}

/** What is being saved at once, for the progress bar. */
interface Batch {
  readonly label: string;
  readonly ids: readonly string[];
}

/** Events that are a compiler's and nobody else's: one of them is offered in each state in which texts may change. */
const COMPILERS: ReadonlySet<string> = new Set(['submit', 'discard', 'recall']);
const SHOW_PROGRESS_FROM = 3;
const NOTE_MS = 6000;

/** The compiler's table of one version: its rows with what was typed into them, saving, undo, and what survives a crash. */
export function openWorkshop() {
  const opened = useVersion();
  const requests = requestsFor(opened.id);
  const unsavedText = keepUnsaved(session.value!.user.id, opened, () => queue);
  const view = new RowView();
  const successors = new Successors();
  /** Counts changes of the queue and of the undo stack: what is computed from them looks again. */
  const tick = ref(0);
  const steps = ref(0);
  const batch = shallowRef<Batch | null>(null);
  /** Rows that come, go or move, one after the other. */
  const job = shallowRef<{ label: string; done: number; all: number } | null>(null);
  /** Rows in the order that was just asked for, until the server's list has it. */
  const order = shallowRef<readonly string[] | null>(null);

  /** What was just done, for the quiet line above the table. */
  const note = ref('');
  let noteEnds: ReturnType<typeof setTimeout> | undefined;

  function say(text: string): void {
    note.value = text;
    clearTimeout(noteEnds);
    noteEnds = setTimeout(() => (note.value = ''), NOTE_MS);
  }

  const queue = new SavingQueue(requests.transport, {
    changed: (itemId) => {
      tick.value += 1;
      unsavedText.keep(itemId);
      if (queue.unsaved().length === 0) settled();
    },
    joined: (itemId) => void requests.lastActor(itemId).then((who) => announce(t('joined', { who: who?.name ?? t('somebody') }))),
  });
  const undoStack = new UndoStack(() => (steps.value += 1));

  const rows = computed<readonly Row[]>(() => {
    void tick.value;
    const all = view.rows(opened.items.value, queue);
    if (!order.value) return all;
    const places = new Map(order.value.map((id, place) => [id, place]));
    return [...all].sort((a, b) => (places.get(a.id) ?? Infinity) - (places.get(b.id) ?? Infinity));
  });
  const rowOf = computed(() => new Map(rows.value.map((row) => [row.id, row])));
  const draft = computed(() => opened.version.value!.state === 'draft');
  /** Whether the person at the desk compiles for this body. */
  const mine = computed(() => opened.version.value!.events.some((offer) => COMPILERS.has(offer.type) && inMyHands(offer)));
  const structural = computed(() => draft.value && mine.value);
  const unsaved = computed(() => (void tick.value, queue.unsaved()));

  function writable(id: string): boolean {
    const row = rowOf.value.get(id);
    if (!row?.content || row.removed || !mine.value) return false;
    return draft.value ? row.state !== 'referred' : row.state === 'returned';
  }

  function contentOf(id: string): ItemContent | null {
    const item = opened.itemOf.value.get(id);
    return queue.of(id)?.wanted ?? (item ? writtenIn(item) : null);
  }

  function put(id: string, content: ItemContent): void {
    const item = opened.itemOf.value.get(id);
    const written = item && writtenIn(item);
    if (written) queue.want(id, { hash: item.contentHash, content: written }, content);
  }

  /** Changes texts: shown at once, saved soon, undone as one step. Rows that would stay as they are are left alone. */
  function edit(changes: readonly Change[], label: string, join?: string): number {
    const real = changes.flatMap(({ id, after }) => {
      const before = contentOf(id);
      return before && writable(id) && !sameValue(before, after)
        ? [{ id, back: patchBetween(after, before), forth: patchBetween(before, after), after }]
        : [];
    });
    if (real.length === 0) return 0;
    for (const { id, after } of real) put(id, after);
    begin(
      label,
      real.map(({ id }) => id),
    );
    const apply = (side: 'back' | 'forth') => () => {
      for (const change of real) {
        const id = successors.follow(change.id);
        const now = contentOf(id);
        if (now) put(id, patched(now, change[side]));
      }
      begin(
        label,
        real.map(({ id }) => successors.follow(id)),
      );
    };
    undoStack.push({ label, ...(join && { join }), undo: apply('back'), redo: apply('forth') });
    return real.length;
  }

  function begin(label: string, ids: readonly string[]): void {
    batch.value = ids.length >= SHOW_PROGRESS_FROM ? { label, ids } : null;
  }

  const progress = computed(() => {
    void tick.value;
    if (job.value) return job.value;
    if (!batch.value) return null;
    const left = batch.value.ids.filter((id) => ['waiting', 'sending', 'offline'].includes(queue.of(id)?.state ?? '')).length;
    return left === 0 ? null : { label: batch.value.label, done: batch.value.ids.length - left, all: batch.value.ids.length };
  });

  let again: ReturnType<typeof setTimeout> | undefined;
  /** Looks at the server's marks again once everything is saved. */
  function settled(): void {
    clearTimeout(again);
    again = setTimeout(() => void opened.refresh(), 600);
  }

  watch(
    opened.items,
    (items) => {
      for (const item of items) queue.arrived(item.id, item.contentHash);
      tick.value += 1;
    },
    { flush: 'sync' },
  );

  /** Brings back what an earlier visit left unsaved. */
  function restore(): void {
    const changes = unsavedText.found.value.map(({ itemId, patch }) => ({ id: itemId, after: patched(contentOf(itemId)!, patch) }));
    unsavedText.takeFound();
    edit(
      changes.filter(({ id }) => writable(id)),
      t('undoRestore'),
    );
  }

  async function takeBack(which: 'undo' | 'redo'): Promise<void> {
    try {
      const label = await undoStack[which]();
      if (label) say(t(which === 'undo' ? 'undone' : 'redone', { label }));
    } catch (error) {
      complain(error);
    }
  }

  watch(
    () => opened.version.value?.state,
    () => undoStack.clear(),
  );
  useEventListener(window, 'online', () => void queue.flush());
  onScopeDispose(() => {
    clearTimeout(again);
    void queue.flush();
  });

  return {
    opened,
    requests,
    queue,
    rows,
    rowOf,
    draft,
    mine,
    structural,
    unsaved,
    progress,
    order,
    job,
    type: unsavedText.type,
    successors,
    found: unsavedText.found,
    note,
    say,
    writable,
    contentOf,
    edit,
    restore,
    discardFound: unsavedText.discardFound,
    /** Remembers something else that was done. */
    did: (step: Step) => undoStack.push(step),
    undoable: computed(() => (void steps.value, undoStack.undoable)),
    redoable: computed(() => (void steps.value, undoStack.redoable)),
    undo: () => takeBack('undo'),
    redo: () => takeBack('redo'),
    saving: (id: string) => (void tick.value, queue.of(id)),
    conflicts: computed(() => (void tick.value, queue.unsaved().filter((id) => queue.of(id)?.state === 'conflict'))),
    refusals: computed(() => (void tick.value, queue.unsaved().filter((id) => queue.of(id)?.state === 'refused'))),
  };
}

export type Workshop = ReturnType<typeof openWorkshop>;

const KEY: InjectionKey<Workshop> = Symbol('workshop');

export function provideWorkshop(workshop: Workshop): void {
  provide(KEY, workshop);
}

export function useWorkshop(): Workshop {
  return inject(KEY)!;
}
