import type { CatalogueVersionParameters } from '../catalogue-version.events.js';
import type { ItemReviewParameters } from '../item-review.events.js';
import { judge } from '../judge.js';
import type { Actor } from '../people.facts.js';
import { itemFacts, versionFacts } from './facts.js';
import { applyItemEvent, bar, carriedOver, heldText, holders, nextDraft, shownText } from './semantics.js';
import { lifecycle, transitionsOf, type MachineId } from '../registry.js';
import { CASTS, ITEM_IDS, isOpen, newItem, removalOf, setItem, setVersion, SYSTEM, TEXTS, type ItemId, type World } from './world.js';

/** One thing that somebody may try in the world. */
export type Move =
  | {
      readonly on: 'item';
      readonly index: number;
      readonly id: ItemId;
      readonly event: ItemReviewParameters;
      readonly text: string | null;
      readonly actor: Actor;
    }
  | { readonly on: 'nothing'; readonly index: number; readonly id: ItemId; readonly text: string; readonly actor: Actor }
  | { readonly on: 'version'; readonly index: number; readonly event: CatalogueVersionParameters; readonly actor: Actor };

const reason = 'r';
const ITEM_EVENTS: readonly ItemReviewParameters[] = [
  { type: 'clear' },
  { type: 'clear', assess: true },
  { type: 'return', reason },
  { type: 'withhold', ground: 'ART16_INTERNAL', reason },
  { type: 'refer', reason },
  { type: 'defer', reason },
  { type: 'resume' },
  { type: 'determine', documentNumber: '1', outcome: 'open' },
  { type: 'determine', documentNumber: '1', outcome: 'withhold' },
  { type: 'setAside', reason, reviewOn: '2030-01-01', predecessor: 'keep' },
  { type: 'setAside', reason, reviewOn: '2030-01-01' },
  { type: 'acceptRisk', level: 'LOW' },
  { type: 'acceptRisk', level: 'HIGH' },
  { type: 'requireMitigation', reason },
  { type: 'rejectRisk', ground: 'ART16_INTERNAL', reason },
  { type: 'endorse' },
  { type: 'reopen', reason },
  { type: 'amend', reply: reason },
];
const VERSION_EVENTS: readonly CatalogueVersionParameters[] = [
  { type: 'submit' },
  { type: 'concludeConfidentialityReview' },
  { type: 'concludeRiskAssessment' },
  { type: 'approve', nothingPublic: true },
  { type: 'approve', nothingPublic: true, publishAt: 'later' },
  { type: 'return', reason },
  { type: 'recall', reason },
  { type: 'discard', reason },
  { type: 'revise' },
  { type: 'takeDown', reason, texts: 'none' },
  { type: 'takeDown', reason, texts: 'all' },
  { type: 'suspendItem', reason, itemId: 'A' },
  { type: 'suspendItem', reason, itemId: 'B' },
  { type: 'release' },
  { type: 'refuseRelease' },
];

/** What the table of states, events and roles refuses need not be tried again here: its own spec does that. */
function worthTrying(machine: MachineId, state: string, event: string, actor: Actor): boolean {
  const roles = transitionsOf(lifecycle<MachineId>(machine, '0'), state, event).flatMap(({ guard }) => [...guard.params.by]);
  return actor.kind === 'system' ? roles.includes('system') : actor.hands.some(({ role }) => roles.includes(role));
}

/** Every move that somebody with the role might try; whether it is allowed is for the judge to say. */
export function moves(world: World): Move[] {
  const actors: readonly Actor[] = [...CASTS[world.cast], SYSTEM];
  return world.versions.flatMap((version, index) => {
    const onVersion: Move[] = VERSION_EVENTS.flatMap((event) =>
      actors
        .filter((actor) => worthTrying('catalogueVersion', version.state, event.type, actor))
        .map((actor) => ({ on: 'version', index, event, actor }) as const),
    );
    if (!isOpen(version)) return onVersion;
    const onItems = ITEM_IDS.flatMap((id) => {
      const item = version.items[id];
      if (item !== undefined) return itemMoves(index, id, item.state, actors);
      return TEXTS[id].flatMap((text) => actors.map((actor): Move => ({ on: 'nothing', index, id, text, actor })));
    });
    return [...onVersion, ...onItems];
  });
}

function itemMoves(index: number, id: ItemId, state: string, actors: readonly Actor[]): Move[] {
  const possible: readonly { readonly event: ItemReviewParameters; readonly text: string | null }[] = [
    ...ITEM_EVENTS.map((event) => ({ event, text: null })),
    ...TEXTS[id].flatMap((text) => [
      { event: { type: 'edit' } as const, text },
      { event: { type: 'amend' } as const, text },
    ]),
    { event: { type: 'remove', reason }, text: removalOf(id) },
  ];
  return possible.flatMap(({ event, text }) =>
    actors
      .filter((actor) => worthTrying('itemReview', state, event.type, actor))
      .map((actor) => ({ on: 'item', index, id, event, text, actor }) as const),
  );
}

/** The world after the move; null when the judge refuses it. */
export function attempt(world: World, move: Move): World | null {
  if (move.on === 'nothing') return attemptCreation(world, move);
  return move.on === 'item' ? attemptOnItem(world, move) : attemptOnVersion(world, move);
}

/** A new item, after an earlier one went or its removal was agreed to. */
function attemptCreation(world: World, { index, id, text, actor }: Extract<Move, { on: 'nothing' }>): World | null {
  if (actor.kind === 'system') return null;
  const born = setItem(world, index, id, newItem(text, [actor.id]));
  const judged = judge('itemReview', '0', null, { type: 'create' }, itemFacts(born, index, id, actor, text));
  return judged.allowed ? setItem(born, index, id, { state: judged.to! }) : null;
}

type ItemMove = Extract<Move, { on: 'item' }>;

function attemptOnItem(world: World, { index, id, event, text, actor }: ItemMove): World | null {
  const { state } = world.versions[index]!.items[id]!;
  const judged = judge('itemReview', '0', state, event, itemFacts(world, index, id, actor, text));
  if (!judged.allowed) return null;
  const before = world.versions[index]!.state;
  const next = applyItemEvent(world, index, id, event, judged.to, judged.hand, text);
  return event.type === 'reopen' && before === 'departmentApproval' ? bySystem(next, index, { type: 'itemReopened' }) : next;
}

/** The system's own steps are never refused where they follow from what was allowed; a refusal is a defect. */
function bySystem(world: World, index: number, event: CatalogueVersionParameters): World {
  const judged = judge('catalogueVersion', '0', world.versions[index]!.state, event, versionFacts(world, index, SYSTEM));
  if (!judged.allowed) throw new Error(`the system may not ${event.type}: ${judged.requirements.map(({ id }) => id).join(', ')}`);
  return setVersion(world, index, { state: judged.to! });
}

function itemBySystem(world: World, index: number, id: ItemId, event: ItemReviewParameters): World {
  const judged = judge('itemReview', '0', world.versions[index]!.items[id]!.state, event, itemFacts(world, index, id, SYSTEM, null));
  if (!judged.allowed) throw new Error(`the system may not ${event.type}: ${judged.requirements.map((unmet) => unmet.id).join(', ')}`);
  return applyItemEvent(world, index, id, event, judged.to, null, null);
}

type VersionMove = Extract<Move, { on: 'version' }>;

function attemptOnVersion(world: World, { index, event, actor }: VersionMove): World | null {
  const { state } = world.versions[index]!;
  const judged = judge('catalogueVersion', '0', state, event, versionFacts(world, index, actor));
  if (!judged.allowed) return null;
  const persons = judged.hand === null ? [] : [...judged.hand.persons];
  const next = setVersion(world, index, { state: judged.to! });
  if (event.type === 'submit') return submitted(next, index, persons);
  if (event.type === 'revise') return revised(world, index);
  if (event.type === 'approve') return published(setVersion(next, index, { approvers: persons }), index);
  if (event.type === 'release') return published(next, index);
  if (event.type === 'suspendItem') return barred(next, textsOf(world, index, [event.itemId as ItemId]));
  if (event.type === 'takeDown') return barred(next, event.texts === 'all' ? textsOf(world, index, ITEM_IDS) : []);
  return state === 'scheduled' ? setVersion(next, index, { approvers: [] }) : next;
}

/** The texts that the version shows, or showed before it became a tombstone. */
function textsOf(world: World, index: number, ids: readonly ItemId[]): string[] {
  const { items } = world.versions[index]!;
  return ids.flatMap((id) => (items[id] === undefined ? [] : (heldText(items[id], id) ?? [])));
}

function submitted(world: World, index: number, persons: readonly string[]): World {
  const { submitters, items } = world.versions[index]!;
  const entering = ITEM_IDS.filter((id) => items[id]?.state === 'drafting' || items[id]?.state === 'returned');
  const signed = setVersion(world, index, { submitters: [...new Set([...submitters, ...persons])].sort() });
  return entering.reduce((next, id) => itemBySystem(next, index, id, { type: 'enterReview' }), signed);
}

function revised(world: World, base: number): World {
  const index = world.versions.length;
  return ITEM_IDS.reduce(
    (next, id) => {
      const carried = next.versions[index]!.items[id] === undefined ? null : carriedOver(world, base, id);
      if (carried === null) return next;
      const moved = itemBySystem(next, index, id, { type: 'carryOver', to: carried.to as 'releasable' });
      return setItem(moved, index, id, { decisions: carried.decisions });
    },
    nextDraft(world, base),
  );
}

function published(world: World, index: number): World {
  if (world.versions[index]!.state !== 'published') return world;
  const earlier = world.versions.findIndex((version, at) => at !== index && version.state === 'published');
  const next = earlier < 0 ? world : bySystem(world, earlier, { type: 'supersede' });
  const shown = ITEM_IDS.filter((id) => shownText(next.versions[index]!, id) !== null);
  return { ...next, wasPublic: [...new Set([...next.wasPublic, ...shown])].sort() };
}

function barred(world: World, texts: readonly string[]): World {
  const next = bar(world, texts);
  const held = holders(next, texts);
  if (held === null) return next;
  return held.ids.reduce(
    (drafted, id) => itemBySystem(drafted, held.index, id, { type: 'textBarred' }),
    bySystem(next, held.index, { type: 'textBarred' }),
  );
}
