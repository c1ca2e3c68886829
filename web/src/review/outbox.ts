import { computed, shallowReactive, shallowRef } from 'vue';
import { answerOf, api, surely } from '../api/client';
import { freshKey } from '../api/keys';
import { Problem, Unreachable } from '../api/problem';
import { said } from '../shell/said';
import { session } from '../session/session';
import type { components } from '../api/schema';
import type { HistoryEvent } from '../version/history/past';
import type { Item } from '../version/item';
import type { ItemSummary, OpenVersion } from '../version/version';
import { decisionQueue, EarlierFailed, expectedState, type Decision, type Failure } from './decisions';
import type { itemDetails } from './details';
import type { DeskEvent, keptDrafts } from './drafts';
import { t } from './messages';

/** What goes to the server about one item: a decision on its text, or the answer to a hint in it. */
export type Outgoing =
  | { readonly kind: 'event'; readonly event: DeskEvent; readonly contentHash: string }
  | { readonly kind: 'dismissal'; readonly hintId: string; readonly personal: boolean; readonly reason: string };

/** A decision that the server did not take: it stays in sight until somebody closes it. */
export interface Refused {
  readonly decision: Decision<Outgoing>;
  readonly number: string;
  readonly name: string;
  readonly why: string;
  /** Who acted on the item last, where somebody else did. */
  readonly who: HistoryEvent | null;
  /** No answer came: it may be sent again as it is. */
  readonly again: boolean;
}

type Answer = components['schemas']['EventAnswer'];

const IDLE_MS = 1200;

interface Parts {
  readonly opened: OpenVersion;
  readonly details: ReturnType<typeof itemDetails>;
  readonly drafts: ReturnType<typeof keptDrafts>;
}

/** Decisions on their way: what is expected of them is shown at once, and taken back when the server refuses. */
export function deskOutbox({ opened, details, drafts }: Parts) {
  const revision = shallowRef(0);
  const refused = shallowRef<readonly Refused[]>([]);
  /** Hints answered from this desk: so they count before the server says so, and whatever an earlier look still brings. */
  const answered = shallowReactive(new Set<string>());
  let idle: number | undefined;

  const queue = decisionQueue<Outgoing, Answer>({ send, done, failed: (failure) => void failed(failure), changed });

  function changed(): void {
    revision.value += 1;
    clearTimeout(idle);
    // What one's decisions mean for the version as a whole is asked for once the hand rests.
    if (queue.unsent() === 0) idle = window.setTimeout(() => void opened.lookForNews(), IDLE_MS);
  }

  function send({ key, itemId, event: out }: Decision<Outgoing>): Promise<Answer> {
    const path = { versionId: opened.id, itemId };
    return surely(
      (sent) => {
        const header = { 'Idempotency-Key': sent };
        if (out.kind === 'dismissal') {
          const params = { path: { ...path, hintId: out.hintId }, header };
          return answerOf(
            api.POST('/api/versions/{versionId}/items/{itemId}/hints/{hintId}/dismissal', { params, body: { reason: out.reason } }),
          ) as Promise<Answer>;
        }
        return answerOf(
          api.POST('/api/versions/{versionId}/items/{itemId}/events', {
            params: { path, header },
            body: { ...out.event, contentHash: out.contentHash },
          }),
        );
      },
      3,
      key,
    );
  }

  function done({ itemId, event: out }: Decision<Outgoing>, answer: Answer): void {
    const row = opened.itemOf.value.get(itemId);
    if (out.kind === 'dismissal') {
      const marks = row?.marks;
      const left =
        marks && (out.personal ? { officerHits: Math.max(0, marks.officerHits - 1) } : { advice: Math.max(0, marks.advice - 1) });
      opened.patchItem(itemId, marks ? { marks: { ...marks, ...left } } : {}, answer.seq);
      return;
    }
    drafts.forget(itemId, out.event.type);
    const change: Partial<ItemSummary> = { state: answer.state as ItemSummary['state'] };
    if (row?.marks) change.marks = decidedMarks(row.marks, out.event.type);
    if (out.event.type === 'refer') change.sealed = true;
    opened.patchItem(itemId, change, answer.seq);
    // A determination opens a seal, and a reopened item may send the whole version back: more has changed than this row.
    if (out.event.type === 'determine' || out.event.type === 'reopen') void opened.refresh();
  }

  async function failed({ decision, error }: Failure<Outgoing>): Promise<void> {
    const row = opened.itemOf.value.get(decision.itemId);
    const conflict = error instanceof Problem && [403, 404, 409, 422].includes(error.status);
    const entry: Refused = {
      decision,
      number: row?.number ?? '',
      name: row?.content?.path[row.content.path.length - 1] ?? '',
      why: error instanceof EarlierFailed ? t('earlierFailed') : said(error),
      who: null,
      again: error instanceof Unreachable || (error instanceof Problem && error.status >= 500),
    };
    if (decision.event.kind === 'dismissal') answered.delete(decision.event.hintId);
    refused.value = [...refused.value.filter((one) => one.decision.key !== decision.key), entry];
    if (!conflict) return;
    const [who] = await Promise.all([lastActor(decision.itemId), opened.refresh()]);
    await details.load(decision.itemId);
    refused.value = refused.value.map((one) => (one === entry ? { ...entry, who } : one));
  }

  async function lastActor(itemId: string): Promise<HistoryEvent | null> {
    const params = { path: { versionId: opened.id }, query: { itemId, limit: 500 } };
    const page = await answerOf(api.GET('/api/versions/{versionId}/history', { params })).catch(() => null);
    const last = page?.items[page.items.length - 1];
    return last?.actor && last.actor.id !== session.value?.user.id ? last : null;
  }

  const underWay = computed(() => (revision.value, queue.items()));
  const deciding = computed(() => (revision.value, queue.deciding()));

  return {
    refused,
    answered: answered as ReadonlySet<string>,
    underWay,
    deciding,
    unsent: computed(() => (revision.value, queue.unsent())),
    /** The rows as they will be when all goes well. */
    rows: computed(() => {
      void revision.value;
      return opened.items.value.map((item) => {
        const state = queue.expectedOf(item.id);
        return state === undefined ? item : { ...item, state: state as ItemSummary['state'] };
      });
    }),
    decide(item: Item, event: DeskEvent): void {
      const out: Outgoing = { kind: 'event', event, contentHash: item.contentHash };
      queue.add({ key: freshKey(), itemId: item.id, event: out, expected: expectedState(event, item) });
    },
    dismiss(itemId: string, hint: { readonly id: string; readonly kind: string }, reason: string): void {
      const event: Outgoing = { kind: 'dismissal', hintId: hint.id, personal: hint.kind === 'personalData', reason };
      answered.add(hint.id);
      queue.add({ key: freshKey(), itemId, event, expected: null });
    },
    /** Sends it again under its own key: the server does it once, however often it arrives. */
    again(one: Refused): void {
      refused.value = refused.value.filter((other) => other !== one);
      if (one.decision.event.kind === 'dismissal') answered.add(one.decision.event.hintId);
      queue.add(one.decision);
    },
    close(one: Refused): void {
      refused.value = refused.value.filter((other) => other.decision.key !== one.decision.key);
    },
  };
}

function decidedMarks(marks: NonNullable<ItemSummary['marks']>, decision: string): NonNullable<ItemSummary['marks']> {
  if (decision === 'reopen' || decision === 'resume') return { ...marks, decision: null, decidedBy: null, decidedAt: null };
  return { ...marks, decision, decidedBy: session.value?.user.displayName ?? null, decidedAt: new Date().toISOString() };
}
