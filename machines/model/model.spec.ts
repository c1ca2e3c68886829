import { explore, pathTo, seeded, successors, walk, type Limits } from './search.js';
import { shownText } from './semantics.js';
import { CASTS, CATEGORY, firstDraft, ITEM_IDS, isOpen, type CastId, type ItemId, type World, type WorldVersion } from './world.js';

/**
 * The model check of product.md: two versions of two items, two texts each and their removals. It asks the judge and
 * nobody else what may happen; what is asserted here is computed from the world alone, not by the rules that it tests.
 */
const BREADTH: Limits = { states: 6_000, versions: 2 };
const LATER: Limits = { states: 5_000, versions: 2 };
const WALK: Limits = { states: 45, versions: 2 };
const WALKS = 30;
/** From so many of the worlds reached, evenly spread, a way out is searched. */
const FOLLOWED = 300;
const RESCUE: Limits = { states: 400, versions: 2 };

const overlap = (one: readonly string[], other: readonly string[]): boolean => one.some((person) => other.includes(person));

/** Why a text that is shown must not be; null when all is well. */
function leak(world: World, version: WorldVersion, id: ItemId): string | null {
  const text = shownText(version, id);
  if (text === null) return null;
  const item = version.items[id]!;
  if (item.state === 'setAside') {
    const before = world.versions[version.predecessor!]!.items[id]!;
    return before.text === text || before.keptText === text ? null : `keeps ${text}, which the predecessor never showed`;
  }
  const index = world.versions.indexOf(version);
  const opening = item.decisions.find((decision) => decision.opens && decision.text === text);
  if (opening === undefined) return `shows ${text} unsigned`;
  if (opening.origin !== index && !signedThere(world, opening.origin, id, text)) return `shows ${text} by a decision from nowhere`;
  if (world.barred.includes(text) && !(opening.afterBar && opening.origin === index)) return `shows ${text}, which is barred`;
  // A text referred in a later draft stays public until it is barred; in the latest version nothing can have come later.
  const latest = index === world.versions.length - 1;
  if (latest && ['open', 'determinedWithhold'].includes(world.referrals[text] ?? '')) return `shows ${text}, which is referred`;
  const accepted = item.decisions.find(({ event }) => event === 'acceptRisk');
  const endorsed = item.decisions.find(({ event }) => event === 'endorse');
  if (CATEGORY[id] === 'OTHER' && accepted === undefined) return `shows ${text} without an assessment`;
  if (accepted?.level === 'HIGH' && endorsed === undefined) return `shows ${text} without endorsement`;
  return null;
}

/** A decision that was carried over was taken on this very text in the version that it names. */
function signedThere(world: World, origin: number, id: ItemId, text: string): boolean {
  return world.versions[origin]!.items[id]!.decisions.some((decision) => decision.opens && decision.text === text);
}

/** Rule 3 over a version that is public: nobody stands for two of contributing, deciding and approving. */
function sameHands(version: WorldVersion): string | null {
  const contributors = Object.values(version.items).map((item) => [...item.author, ...item.revisers]);
  const deciders = Object.values(version.items).map((item) =>
    item.decisions.filter(({ step }) => step !== 'endorsement').flatMap(({ persons }) => [...persons]),
  );
  if (overlap(version.approvers, [...version.submitters, ...contributors.flat(), ...deciders.flat()]))
    return 'an approver contributed, submitted or decided';
  for (const [index, signers] of deciders.entries()) {
    if (overlap(signers, [...version.submitters, ...contributors[index]!])) return 'a decider contributed or submitted';
    if (new Set(signers).size < signers.length) return 'one person signed two steps';
  }
  return null;
}

function assertSafe(world: World): void {
  for (const version of world.versions) {
    if (version.state !== 'published' && version.state !== 'revised') continue;
    const wrong = sameHands(version) ?? leak(world, version, 'A') ?? leak(world, version, 'B');
    if (wrong !== null) throw new Error(`${wrong}: ${JSON.stringify(world)}`);
    if (
      ITEM_IDS.some((id) =>
        ['drafting', 'awaitingReview', 'returned', 'referred', 'deferred', 'cleared', 'awaitingEndorsement'].includes(
          version.items[id]?.state ?? '',
        ),
      )
    ) {
      throw new Error(`published undecided: ${JSON.stringify(world)}`);
    }
  }
  if (world.versions.filter(isOpen).length > 1) throw new Error(`two open versions: ${JSON.stringify(world)}`);
}

const openIndex = (world: World): number => world.versions.findIndex(isOpen);
const endsPublished = (world: World): ((later: World) => boolean) => {
  const index = openIndex(world);
  return (later) => ['published', 'revised', 'takenDown'].includes(later.versions[index]!.state);
};

describe.each(Object.keys(CASTS) as CastId[])('two versions of two items, %s staff', (cast) => {
  const start = firstDraft(cast);
  const reached: World[] = [];

  it('shows no unsigned text in the first version, breadth first', () => {
    const { worlds } = explore([start], BREADTH, assertSafe);
    reached.push(...worlds);
    expect(worlds.length).toBeGreaterThanOrEqual(BREADTH.states);
  });

  it('shows no unsigned and no barred text in the second, on walks and breadth first from where they published', () => {
    const walks = Array.from({ length: WALKS }, (_, seed) => walk(start, WALK, seeded(seed + 1), assertSafe)).flat();
    reached.push(...walks);
    const published = walks.filter((world, index) => world.versions.some(({ state }) => state === 'published') && index % 7 === 0);
    const { worlds } = explore(published, LATER, assertSafe);
    reached.push(...worlds);
    const second = reached.filter((world) => ['published', 'revised', 'takenDown'].includes(world.versions[1]?.state ?? '')).length;
    expect(second).toBeGreaterThan(0);
    expect(reached.some((world) => world.barred.length > 0)).toBe(true);
  });

  it('has no dead end: whatever happened, the open version can still be published', () => {
    const open = reached.filter((world) => openIndex(world) >= 0);
    const stride = Math.ceil(open.length / FOLLOWED);
    const sample = open.filter((_, index) => index % stride === 0);
    const stuck = sample.filter((world) => pathTo(world, endsPublished(world), RESCUE) === null);
    expect(stuck).toEqual([]);
  });
});

describe('a text that was cleared anew after its bar', () => {
  const [draft] = firstDraft('ample').versions;
  const decision = { event: 'clear', persons: ['officer'], opens: true, level: null, origin: 0, afterBar: true, step: 'review' } as const;
  const item = { ...draft!.items.A!, state: 'releasable', decisions: [{ ...decision, text: 'A1' }] } as const;
  const published: World = {
    ...firstDraft('ample'),
    versions: [{ ...draft!, state: 'published', submitters: ['compiler'], approvers: ['leader'], items: { A: item } }],
    barred: ['A1'],
    latest: { A1: { event: 'clear', opens: true, version: 0 } },
    wasPublic: ['A'],
  };
  const revisions = (world: World): string[] => successors(world, 2).flatMap(({ versions }) => versions[1]?.items.A?.state ?? []);

  it('is shown by that version and carried to no other', () => {
    expect(() => assertSafe(published)).not.toThrow();
    expect(revisions(published)).toEqual(['drafting']);
    expect(revisions({ ...published, barred: [] })).toEqual(['releasable']);
  });
});
