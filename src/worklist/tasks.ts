import { REQUIREMENT_MESSAGES } from '../../machines/requirement-messages.js';
import { fill, type Language } from '../platform/problems/index.js';
import { asksOf, type Ask, type AskedHand } from './asks.js';
import type { VersionAtWork, WorklistFacts } from './facts.js';
import { NO_WORDS, REASON_OF, REASONS, type ReasonCode } from './messages.js';
import { Turns } from './turn.js';
import { waitingFor } from './waiting.js';
import type { TaskView, TurnReasonView, WaitingView, WorklistView } from './worklist.views.js';

/**
 * The worklist of the person of whom the facts tell. It is their turn where they may act on something; where separation of duties
 * keeps them from all of it they are told so only if it keeps everybody else from it too.
 */
export function worklistOf(facts: WorklistFacts, language: Language): WorklistView {
  const turns = new Turns();
  const items: TaskView[] = [];
  const waiting: WaitingView[] = [];
  for (const version of facts.versions) {
    const asks = asksOf(version, facts.hands[version.organization.id] ?? [], turns);
    const mine = asks.map((ask) => taskOf(facts, version, ask, language)).filter((task) => task !== null);
    items.push(...mine);
    const held = mine.some((task) => !task.blocked) ? null : waitingFor(facts, version, asks);
    if (held) waiting.push(held);
  }
  return { items: items.sort(byUrgency), waiting: waiting.sort((one, other) => order(one.since, other.since)), nextCursor: null };
}

const order = (one: string, other: string): number => Date.parse(one) - Date.parse(other);

/** What one can do before what one cannot; then what waits longest. */
function byUrgency(one: TaskView, other: TaskView): number {
  return Number(Boolean(one.blocked)) - Number(Boolean(other.blocked)) || order(one.since, other.since);
}

function taskOf(facts: WorklistFacts, version: VersionAtWork, ask: Ask, language: Language): TaskView | null {
  const mine = ask.hands.filter(({ hand }) => hand.persons[0] === facts.person);
  const best = mine.reduce<AskedHand | null>((found, next) => (found === null || next.free > found.free ? next : found), null);
  if (best === null) return null;
  const blocked = best.free === 0;
  if (blocked && ask.hands.some(({ free }) => free > 0)) return null;
  const { role, persons } = best.hand;
  const principal = persons[1];
  const ofItems = ask.count !== null && ask.kind !== 'finishDraft' && !blocked;
  const count = ofItems ? best.free : ask.count;
  const itemIds = blocked ? ask.itemIds : best.itemIds;
  const { draft, reviewOn } = version;
  return {
    id: `${ask.kind}:${role}:${version.id}`,
    kind: ask.kind,
    versionId: version.id,
    catalogueId: version.catalogueId,
    title: version.title,
    organization: version.organization,
    versionNumber: version.number,
    versionState: version.state,
    role,
    ...(principal !== undefined && { onBehalfOf: { id: principal, displayName: facts.people[principal] ?? '' } }),
    reason: reasonOf(version, ask, language),
    ...(count !== null && { count }),
    ...(itemIds.length > 0 && { itemIds: [...itemIds] }),
    ...(draft && { findings: { incomplete: draft.incomplete, repairs: draft.repairs, hits: draft.hits, returned: draft.returned } }),
    since: ask.since,
    ...((ask.kind === 'finishDraft' || ask.kind === 'takeUp') && reviewOn !== null && { dueAt: reviewOn }),
    seq: ask.seq,
    ...(blocked && { blocked: { code: 'threeHands', message: REQUIREMENT_MESSAGES.threeHands[language] } }),
  };
}

/** How a draft came about, by the event that led to it. */
const DRAFT_BY: Readonly<Record<string, ReasonCode>> = {
  return: 'draft.returned',
  recall: 'draft.recalled',
  textBarred: 'draft.textBarred',
};

function reasonCode({ event, revises }: VersionAtWork, { kind }: Ask): ReasonCode {
  if (kind === 'finishDraft') return DRAFT_BY[event.type] ?? (revises ? 'draft.revised' : 'draft.opened');
  if (kind === 'approve' && event.type === 'refuseRelease') return 'approval.releaseRefused';
  return REASON_OF[kind];
}

function reasonOf(version: VersionAtWork, ask: Ask, language: Language): TurnReasonView {
  const code = reasonCode(version, ask);
  const { by, reason } = version.event;
  if (by === null || (code !== 'draft.returned' && code !== 'draft.recalled')) return { code, message: REASONS[code][language] };
  const message = fill(REASONS[code][language], { by: by.displayName, words: reason ?? NO_WORDS[language] });
  return { code, message, by, ...(reason !== null && { words: reason }) };
}
