import type { ItemReviewParameters } from '../item-review.events.js';
import type { ItemState } from '../item-review.facts.js';
import type { Hand } from '../people.facts.js';
import {
  ITEM_IDS,
  isOpen,
  removalOf,
  setItem,
  type Decision,
  type ItemId,
  type World,
  type WorldItem,
  type WorldVersion,
} from './world.js';

/** Voiding, carrying over and barring, as product.md says them: what the database does beside the change of state. */

/** The text that a version shows for an item, or null. A tombstone shows nothing. */
export function shownText(version: WorldVersion, id: ItemId): string | null {
  const item = version.items[id];
  if (item === undefined || !['published', 'revised'].includes(version.state)) return null;
  return heldText(item, id);
}

/** What the version would show, whatever state it is in. */
export function heldText(item: WorldItem, id: ItemId): string | null {
  if (item.state === 'setAside') return item.kept ? item.keptText : null;
  if (item.state !== 'releasable' || item.text === removalOf(id)) return null;
  return item.decisions.some(({ opens }) => opens) ? item.text : null;
}

/** What the direct predecessor shows and may go on being shown: not barred, nothing adverse decided on it later. */
export function keepableText(world: World, index: number, id: ItemId): string | null {
  const { predecessor } = world.versions[index]!;
  const text = predecessor === null ? null : shownText(world.versions[predecessor]!, id);
  if (text === null || world.barred.includes(text)) return null;
  const referral = world.referrals[text];
  return world.latest[text]?.opens === true && referral !== 'open' && referral !== 'determinedWithhold' ? text : null;
}

/** Events that void the standing decisions on the item, and only on that item. */
const VOIDING = ['edit', 'enterReview', 'reopen', 'requireMitigation', 'rejectRisk', 'textBarred', 'remove'];
const STEPS: Readonly<Record<string, Decision['step']>> = {
  clear: 'review',
  return: 'review',
  requireRedaction: 'review',
  withhold: 'review',
  discloseOnApplication: 'review',
  determine: 'review',
  acceptRisk: 'assessment',
  rejectRisk: 'assessment',
  endorse: 'endorsement',
};

/** What an item event leaves behind beside the state, once the judge allowed it. `text` is the incoming text of an edit. */
export function applyItemEvent(
  world: World,
  index: number,
  id: ItemId,
  event: ItemReviewParameters,
  to: ItemState | null,
  hand: Hand | null,
  text: string | null,
): World {
  const item = world.versions[index]!.items[id]!;
  const persons = hand === null ? [] : [...hand.persons];
  if (to === null) return gone(world, index, id);

  let next: WorldItem = { ...item, state: to, ...(VOIDING.includes(event.type) ? { decisions: [] } : {}) };
  if (text !== null) {
    next = {
      ...next,
      text,
      author: persons,
      revisers: [...new Set([...item.revisers, ...persons])].sort(),
      decisions: [],
      changed: text !== item.text || item.changed,
    };
  }
  if (to !== 'setAside') next = { ...next, kept: false, keptText: null };
  if (event.type === 'setAside' && event.predecessor === 'keep') next = { ...next, kept: true, keptText: keepableText(world, index, id) };
  if (to === 'returned' && event.type !== 'edit') next = { ...next, changed: false };

  const step = STEPS[event.type];
  const opens = event.type === 'clear' || (event.type === 'determine' && event.outcome === 'open');
  if (step !== undefined) {
    const decision: Decision = {
      step,
      event: event.type,
      persons,
      text: next.text,
      opens,
      level: event.level ?? null,
      origin: index,
      afterBar: world.barred.includes(next.text),
    };
    next = { ...next, decisions: [...next.decisions.filter((other) => other.step !== step), decision] };
  }
  return remember(setItem(world, index, id, next), next.text, index, event, opens);
}

/** What belongs to (item, text) and outlives the version: referrals, assessments asked for, the latest decision. */
function remember(world: World, text: string, index: number, event: ItemReviewParameters, opens: boolean): World {
  const referral = { refer: 'open', determine: opens ? 'determinedOpen' : 'determinedWithhold' } as const;
  const referrals =
    event.type === 'refer' || event.type === 'determine' ? { ...world.referrals, [text]: referral[event.type] } : world.referrals;
  const demands = event.assess === true || event.type === 'requireMitigation' || event.type === 'rejectRisk';
  const demanded = demands ? [...new Set([...world.demanded, text])].sort() : world.demanded;
  const decides =
    event.type === 'refer' ||
    event.type === 'requireMitigation' ||
    (STEPS[event.type] ?? 'none') === 'review' ||
    event.type === 'rejectRisk';
  const latest = decides ? { ...world.latest, [text]: { event: event.type, opens, version: index } } : world.latest;
  return { ...world, referrals, demanded, latest };
}

function gone(world: World, index: number, id: ItemId): World {
  const { [id]: _, ...others } = world.versions[index]!.items;
  return { ...world, versions: world.versions.map((version, at) => (at === index ? { ...version, items: others } : version)) };
}

/** Where an item of the next draft is carried to, and with what; null: it starts as drafting, without a decision. */
export function carriedOver(
  world: World,
  base: number,
  id: ItemId,
): { readonly to: ItemState; readonly decisions: readonly Decision[] } | null {
  const item = world.versions[base]!.items[id]!;
  const referral = world.referrals[item.text];
  if (referral === 'open') return { to: 'referred', decisions: [] };
  const rests = item.decisions.find(({ step, event }) => step === 'review' || event === 'rejectRisk');
  const latest = world.latest[item.text];
  const stillLatest = rests !== undefined && latest?.event === rests.event && latest.version === rests.origin;
  const carried = ['releasable', 'withheld', 'onApplication'].includes(item.state) && stillLatest && !world.barred.includes(item.text);
  if (carried) return { to: item.state, decisions: item.decisions };
  return referral === 'determinedWithhold' ? { to: 'referred', decisions: [] } : null;
}

/** The next draft as `revise` makes it, before its carry-overs. An agreed removal does not come along. */
export function nextDraft(world: World, base: number): World {
  const items: Partial<Record<ItemId, WorldItem>> = {};
  for (const id of ITEM_IDS) {
    const item = world.versions[base]!.items[id];
    if (item === undefined || (item.text === removalOf(id) && item.state === 'releasable')) continue;
    const released = world.wasPublic.includes(id) && item.state === 'releasable' && world.versions[base]!.state !== 'discarded';
    items[id] = {
      ...item,
      state: 'drafting',
      decisions: [],
      changed: true,
      kept: false,
      keptText: null,
      revisers: released ? [] : item.revisers,
    };
  }
  return { ...world, versions: [...world.versions, { state: 'draft', submitters: [], approvers: [], predecessor: base, items }] };
}

/** Bars texts: no version shows them any more, and every decision on them is void. */
export function bar(world: World, texts: readonly string[]): World {
  const hidden = (item: WorldItem): WorldItem => ({
    ...item,
    decisions: item.decisions.filter(({ text }) => !texts.includes(text)),
    keptText: item.keptText !== null && texts.includes(item.keptText) ? null : item.keptText,
  });
  const versions = world.versions.map((version) => ({
    ...version,
    items: Object.fromEntries(Object.entries(version.items).map(([id, item]) => [id, hidden(item)])),
  }));
  return { ...world, versions, barred: [...new Set([...world.barred, ...texts])].sort() };
}

/** The open version and those of its items that hold a barred text as their own. */
export function holders(world: World, texts: readonly string[]): { readonly index: number; readonly ids: readonly ItemId[] } | null {
  const index = world.versions.findIndex(isOpen);
  if (index < 0) return null;
  const ids = ITEM_IDS.filter((id) => texts.includes(world.versions[index]!.items[id]?.text ?? ''));
  return ids.length > 0 ? { index, ids } : null;
}
