import type { CatalogueVersionFacts } from '../catalogue-version.facts.js';
import type { ItemReviewFacts, ItemStanding } from '../item-review.facts.js';
import type { Actor } from '../people.facts.js';
import { keepableText } from './semantics.js';
import { CATEGORY, handsOf, ITEM_IDS, isOpen, removalOf, type ItemId, type World } from './world.js';

/** The facts as the corridor would gather them from this world. */
export function standing(world: World, index: number, id: ItemId): ItemStanding {
  const item = world.versions[index]!.items[id]!;
  const clearStands = item.decisions.some(({ opens }) => opens);
  const accepted = item.decisions.find(({ event }) => event === 'acceptRisk');
  return {
    itemId: id,
    state: item.state,
    contentHash: item.text,
    category: CATEGORY[id],
    removal: item.text === removalOf(id),
    wasPublic: world.wasPublic.includes(id),
    changedSinceReturned: item.changed,
    contributors: [...new Set([...item.author, ...item.revisers])],
    signatures: item.decisions.map(({ step, event, persons }) => ({ step, event, persons })),
    clearStands,
    assessmentDemanded: world.demanded.includes(item.text),
    acceptance:
      accepted === undefined
        ? null
        : { level: accepted.level!, measures: true, endorsed: item.decisions.some(({ step }) => step === 'endorsement') },
    referral: world.referrals[item.text] ?? 'none',
    barred: !clearStands && world.barred.includes(item.text),
    kept: item.kept,
    keepable: keepableText(world, index, id) !== null && (!item.kept || item.keptText !== null),
    missing: [],
    timeLimitUnread: false,
    openRepairs: 0,
    openHits: { compiler: 0, officer: 0 },
  };
}

export const standings = (world: World, index: number): ItemStanding[] =>
  ITEM_IDS.filter((id) => world.versions[index]!.items[id] !== undefined).map((id) => standing(world, index, id));

/** Facts of an item event; `text` is the text that would stand afterwards, written by the actor. */
export function itemFacts(world: World, index: number, id: ItemId, actor: Actor, text: string | null): ItemReviewFacts {
  const version = world.versions[index]!;
  const item = standing(world, index, id);
  const shared = { actor, item, version: { state: version.state, submitters: version.submitters, smallBody: false, hazardQuestions: [] } };
  if (text === null) return { ...shared, incoming: null, whole: null };
  const referral = world.referrals[text] ?? 'none';
  const removal = text === removalOf(id);
  const author = actor.kind === 'person' ? [actor.id] : [];
  const after: ItemStanding = {
    ...item,
    state: version.state === 'draft' ? 'drafting' : item.state,
    contentHash: text,
    removal,
    referral,
    signatures: [],
    clearStands: false,
    acceptance: null,
    contributors: [...new Set([...item.contributors, ...author])],
  };
  const items = standings(world, index).map((other) => (other.itemId === id ? after : other));
  return { ...shared, incoming: { contentHash: text, referral, removal }, whole: { items, hands: handsOf(world.cast) } };
}

export function versionFacts(world: World, index: number, actor: Actor): CatalogueVersionFacts {
  const { state, submitters, approvers } = world.versions[index]!;
  return {
    actor,
    hands: handsOf(world.cast),
    items: standings(world, index),
    version: {
      state,
      submitters,
      approvers,
      smallBody: false,
      latest: world.versions.findLastIndex((version) => version.state !== 'discarded') === index,
      anotherOpen: world.versions.some((version, at) => at !== index && isOpen(version)),
      everPublished: world.versions.some((version) => ['published', 'revised', 'takenDown'].includes(version.state)),
      due: true,
    },
  };
}
