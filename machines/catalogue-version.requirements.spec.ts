import type { CatalogueVersionEventType, CatalogueVersionParameters } from './catalogue-version.events.js';
import type { CatalogueVersionFacts } from './catalogue-version.facts.js';
import { VERSION_REQUIREMENTS } from './catalogue-version.requirements.js';
import { VERSION_STATES, type ItemStanding, type VersionState } from './item-review.facts.js';
import { judge } from './judge.js';
import type { Hand } from './people.facts.js';
import { REQUIREMENT_MESSAGES, type RequirementId } from './requirement-messages.js';
import { OBLIGATION_REQUIREMENTS, RECTIFICATION_REQUIREMENTS, REPORT_REQUIREMENTS, TASK_REQUIREMENTS } from './matter.requirements.js';
import { ITEM_REQUIREMENTS } from './item-review.requirements.js';
import { VERSION_TABLE, type VersionRow } from './testing/catalogue-version.table.js';
import { anItem, deputy, person, signed, staff } from './testing/factories.js';
import { newcomer, versionScene, type VersionScene } from './testing/scenes.js';

const TYPES = Object.keys(VERSION_REQUIREMENTS) as CatalogueVersionEventType[];

function lawful(type: CatalogueVersionEventType): { state: VersionState | null; scene: VersionScene } {
  if (type === 'create') return { state: null, scene: versionScene('draft', type, { items: [] }, newcomer('compiler')) };
  const state = VERSION_STATES.find((from) => VERSION_TABLE[from][type] !== undefined)!;
  const row: VersionRow = VERSION_TABLE[state][type]![0]!;
  return { state, scene: versionScene(state, type, row, newcomer(row.by[0]!)) };
}

type Break = (scene: VersionScene) => VersionScene;
const facts =
  (change: Partial<CatalogueVersionFacts>): Break =>
  ({ event, facts: known }) => ({ event, facts: { ...known, ...change } });
const version =
  (change: Partial<CatalogueVersionFacts['version']>): Break =>
  ({ event, facts: known }) => ({ event, facts: { ...known, version: { ...known.version, ...change } } });
const event =
  (change: Partial<CatalogueVersionParameters>): Break =>
  (scene) => ({ ...scene, event: { ...scene.event, ...change } });
/** Every item of the scene, changed; the offending ones are then known to be all of them. */
const items =
  (traits: Partial<ItemStanding>): Break =>
  (scene) =>
    facts({ items: scene.facts.items.map((item) => ({ ...item, ...traits })) })(scene);
const also =
  (...more: readonly ItemStanding[]): Break =>
  (scene) =>
    facts({ items: [...scene.facts.items, ...more] })(scene);
const without = (role: Hand['role']): Break => facts({ hands: staff.filter((hand) => hand.role !== role) });

const oneForTwo: readonly Hand[] = [
  { role: 'confidentialityOfficer', persons: ['one'] },
  { role: 'departmentLeader', persons: ['one'] },
];
const byNewcomer = { signatures: [signed('review', 'clear', 'newcomer')] };

const VIOLATIONS: Partial<Record<RequirementId, Break>> = {
  rolePermits: facts({ actor: person('newcomer', 'auditor') }),
  noOpenVersion: version({ anotherOpen: true }),
  neverPublished: version({ everPublished: true }),
  latestVersion: version({ latest: false }),
  dueNow: version({ due: false }),
  releaseNoLongerHolds: facts({ items: [anItem('releasable')] }),
  itemsPresent: facts({ items: [] }),
  elementsComplete: items({ missing: ['timeLimit'] }),
  categoryStated: items({ category: null }),
  basisNamed: items({ missing: ['bases'] }),
  repairsConfirmed: items({ openRepairs: 2 }),
  timeLimitsRead: items({ timeLimitUnread: true }),
  hitsAcknowledgedByCompiler: items({ openHits: { compiler: 1, officer: 1 } }),
  returnedAnswered: items({ state: 'returned', changedSinceReturned: false }),
  approverRemains: without('departmentLeader'),
  deciderRemains: without('confidentialityOfficer'),
  assessorRemains: (scene) => without('riskAssessor')(items({ category: 'OTHER' })(scene)),
  distinctHandsRemain: facts({ hands: oneForTwo }),
  everyItemReviewed: also(anItem('deferred', { itemId: 'late' })),
  everyItemDecided: also(anItem('cleared', { itemId: 'late' })),
  everyReleaseStands: items({ clearStands: false }),
  everyRefusalStands: also(anItem('withheld', { itemId: 'unsigned', signatures: [] })),
  keptTextsStand: also(anItem('setAside', { itemId: 'kept', kept: true, keepable: false })),
  handsApart: items({ signatures: [signed('review', 'clear', 'compiler')] }),
  nothingPublicStated: facts({ items: [anItem('withheld')] }),
  reasonGiven: event({ reason: undefined }),
  itemShown: event({ itemId: 'elsewhere' }),
  textsNamed: event({ texts: ['elsewhere'] }),
};

/** Requirements whose violation depends on the event. */
function violation(type: CatalogueVersionEventType, id: RequirementId): Break {
  if (id === 'itemsPresent' && type === 'approve') return (scene) => event({ nothingPublic: true })(VIOLATIONS[id]!(scene));
  if (id !== 'threeHands') return VIOLATIONS[id]!;
  if (type === 'submit') return also(anItem('releasable', { itemId: 'carried', ...byNewcomer }));
  return type === 'approve' ? items({ contributors: ['newcomer'] }) : version({ approvers: ['officer'] });
}

describe.each(TYPES)('%s', (type) => {
  const { state, scene } = lawful(type);

  it('is allowed when every requirement is met', () => {
    expect(judge('catalogueVersion', '0', state, scene.event, scene.facts)).toMatchObject({ allowed: true });
  });

  it.each(VERSION_REQUIREMENTS[type].map(({ id, refusal }) => [id, refusal] as const))('is refused for %s alone', (id, refusal) => {
    const broken = violation(type, id)(scene);
    const judged = judge('catalogueVersion', '0', state, broken.event, broken.facts);
    expect(judged).toMatchObject({ allowed: false, refusal, requirements: [{ id }] });
    expect(judged.allowed ? [] : judged.requirements).toHaveLength(1);
  });
});

describe('three hands at the approval', () => {
  const refusedFor = (...breaks: readonly Break[]) => {
    const { state, scene } = lawful('approve');
    const broken = breaks.reduce((known, next) => next(known), scene);
    const judged = judge('catalogueVersion', '0', state, broken.event, broken.facts);
    return judged.allowed ? [] : judged.requirements.map(({ id }) => id);
  };
  const high = (endorser: string) =>
    anItem('releasable', {
      itemId: 'high',
      category: 'OTHER',
      acceptance: { level: 'HIGH', measures: false, endorsed: true },
      signatures: [
        signed('review', 'clear', 'officer'),
        signed('assessment', 'acceptRisk', 'assessor'),
        signed('endorsement', 'endorse', endorser),
      ],
    });

  it('is not for a submitter, a contributor or a signer of any item, nor for their deputy', () => {
    expect(refusedFor(version({ submitters: ['newcomer'] }))).toEqual(['threeHands']);
    expect(refusedFor(items({ contributors: ['newcomer'] }))).toEqual(['threeHands']);
    expect(refusedFor(items(byNewcomer))).toEqual(['threeHands']);
    expect(refusedFor(facts({ actor: deputy('someone', 'departmentLeader', 'officer') }))).toEqual(['threeHands']);
  });

  it('names the items that stand in the way', () => {
    const { state, scene } = lawful('approve');
    // What the leader endorsed does not: endorsing and approving may be one hand.
    const broken = also(high('newcomer'))(also(anItem('withheld', { itemId: 'own', contributors: ['newcomer'] }))(scene));
    expect(judge('catalogueVersion', '0', state, broken.event, broken.facts)).toMatchObject({
      requirements: [{ id: 'threeHands', itemIds: ['own'] }],
    });
  });

  it('may be the hand that endorsed', () => {
    expect(refusedFor(also(high('newcomer')))).toEqual([]);
    expect(refusedFor(also(high('officer')))).toEqual(['handsApart']);
  });

  it.each([
    ['not barred', { barred: true }],
    ['not referred', { referral: 'open' }],
    ['not determined to be withheld', { referral: 'determinedWithhold' }],
    ['accepted when prudential', { category: 'OTHER' }],
    ['accepted when asked for', { assessmentDemanded: true }],
    ['with measures when MEDIUM', { category: 'OTHER', acceptance: { level: 'MEDIUM', measures: false, endorsed: true } }],
    ['endorsed when HIGH', { category: 'OTHER', acceptance: { level: 'HIGH', measures: true, endorsed: false } }],
  ] as const)('evaluates rule 1 anew: %s', (_, traits) => {
    expect(refusedFor(items(traits))).toEqual(['everyReleaseStands']);
    expect(refusedFor(items({ ...traits, removal: true }), event({ nothingPublic: true }))).toEqual([]);
  });
});

describe('submitting', () => {
  it('is not for whoever signed an item that keeps its state, but what enters review is decided anew', () => {
    const submit = (state: ItemStanding['state']) => {
      const scene = versionScene('draft', 'submit', { items: [state] }, person('newcomer', 'compiler'));
      const signedByMe = items({ ...byNewcomer, changedSinceReturned: true })(scene);
      return judge('catalogueVersion', '0', 'draft', signedByMe.event, signedByMe.facts).allowed;
    };
    expect(submit('releasable')).toBe(false);
    expect(submit('withheld')).toBe(false);
    expect(submit('returned')).toBe(true);
  });
});

describe('messages', () => {
  it.each(Object.entries(REQUIREMENT_MESSAGES))('%s reads in Chinese and in English', (_, { zh, en }) => {
    expect(zh).toMatch(/\p{Script=Han}.*。$/u);
    expect(en).toMatch(/^[A-Z].*\.$/);
  });

  it('exist for requirements that some event has, and for the state', () => {
    const needs = [
      VERSION_REQUIREMENTS,
      ITEM_REQUIREMENTS,
      TASK_REQUIREMENTS,
      OBLIGATION_REQUIREMENTS,
      RECTIFICATION_REQUIREMENTS,
      REPORT_REQUIREMENTS,
    ];
    const used = needs.flatMap((each) => Object.values<readonly { id: string }[]>(each)).flatMap((list) => list.map(({ id }) => id));
    expect([...new Set([...used, 'stateAllows'])].sort()).toEqual(Object.keys(REQUIREMENT_MESSAGES).sort());
  });
});
