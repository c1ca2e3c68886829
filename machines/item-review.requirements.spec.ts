import type { ItemReviewEventType, ItemReviewParameters } from './item-review.events.js';
import { ITEM_STATES, type ItemReviewFacts, type ItemStanding, type ItemState } from './item-review.facts.js';
import { ITEM_REQUIREMENTS } from './item-review.requirements.js';
import { judge } from './judge.js';
import type { Hand } from './people.facts.js';
import type { RequirementId } from './requirement-messages.js';
import { anItem, deputy, person, staff, theSystem } from './testing/factories.js';
import { ITEM_TABLE, type ItemRow } from './testing/item-review.table.js';
import { itemScene, newcomer, type ItemScene } from './testing/scenes.js';

const TYPES = Object.keys(ITEM_REQUIREMENTS) as ItemReviewEventType[];

/** The event in the first state and row of the expected table; for creation, a new item of a draft. */
function lawful(type: ItemReviewEventType): { state: ItemState | null; scene: ItemScene } {
  const created: ItemRow = { to: 'drafting', by: ['compiler'], version: 'draft', incoming: 'none' };
  if (type === 'create') return { state: null, scene: itemScene('drafting', type, created, newcomer('compiler')) };
  const state = ITEM_STATES.find((from) => ITEM_TABLE[from][type] !== undefined)!;
  const row = ITEM_TABLE[state][type]![0]!;
  return { state, scene: itemScene(state, type, row, newcomer(row.by[0]!)) };
}

type Break = (scene: ItemScene) => ItemScene;
const item =
  (traits: Partial<ItemStanding>): Break =>
  ({ event, facts }) => ({ event, facts: { ...facts, item: { ...facts.item, ...traits } } });
const facts =
  (change: Partial<ItemReviewFacts>): Break =>
  (scene) => ({ ...scene, facts: { ...scene.facts, ...change } });
const event =
  (change: Partial<ItemReviewParameters>): Break =>
  (scene) => ({ ...scene, event: { ...scene.event, ...change } });
const both =
  (...breaks: readonly Break[]): Break =>
  (scene) =>
    breaks.reduce((broken, next) => next(broken), scene);

/** The edit makes a contributor of the only one who holds the role, beside those who hold the others. */
const lastOf =
  (role: Hand['role'], after: Partial<ItemStanding> = {}): Break =>
  (scene) => {
    const hands = [...staff.filter((hand) => hand.role !== role), { role, persons: ['author'] } as const];
    const items = [{ ...scene.facts.item, ...after, contributors: ['author'] }];
    return facts({ whole: { items, hands } })(scene);
  };

/** Officer and leader become one person: each is there alone, not both at once. */
const oneForTwo: Break = (scene) => {
  const pair: readonly Hand[] = [
    { role: 'compiler', persons: ['compiler'] },
    { role: 'confidentialityOfficer', persons: ['one'] },
    { role: 'departmentLeader', persons: ['one'] },
    { role: 'departmentLeader', persons: ['author'] },
  ];
  return facts({ whole: { items: [{ ...scene.facts.item, contributors: ['author'] }], hands: pair } })(scene);
};

const withReply = event({ reply: undefined });
const VIOLATIONS: Partial<Record<RequirementId, Break>> = {
  rolePermits: facts({ actor: person('newcomer', 'auditor') }),
  versionStateAllows: ({ event: sent, facts: known }) => ({
    event: sent,
    facts: { ...known, version: { ...known.version, state: 'published' } },
  }),
  textUnsealed: item({ referral: 'open' }),
  threeHands: item({ contributors: ['newcomer'] }),
  categoryStated: item({ category: null }),
  basisNamed: item({ category: 'STATUTORY', missing: ['bases'] }),
  elementsComplete: item({ missing: ['timeLimit'] }),
  repairsConfirmed: item({ openRepairs: 1 }),
  timeLimitsRead: item({ timeLimitUnread: true }),
  hitsAcknowledgedByCompiler: item({ openHits: { compiler: 1, officer: 0 } }),
  hitsAcknowledgedByOfficer: item({ openHits: { compiler: 0, officer: 1 } }),
  hazardsAnswered: ({ event: sent, facts: known }) => ({
    event: { ...sent, checklist: { H1: 'no' } },
    facts: { ...known, version: { ...known.version, hazardQuestions: ['H1', 'H2'] } },
  }),
  removalDecidable: item({ removal: true }),
  reasonGiven: both(event({ reason: ' ' }), item({ wasPublic: true })),
  fieldsNamed: event({ fields: [] }),
  groundKnown: event({ ground: 'ART13_OTHERWISE' }),
  documentNumberGiven: event({ documentNumber: '' }),
  outcomeKnown: event({ outcome: undefined }),
  reviewDateGiven: event({ reviewOn: undefined }),
  predecessorKeepable: event({ predecessor: 'keep' }),
  removalOnlyKept: item({ removal: true }),
  levelKnown: event({ level: 'NONE' as never }),
  measuresGiven: event({ level: 'MEDIUM', measures: undefined }),
  returnedAnswered: both(withReply, item({ changedSinceReturned: false })),
  approverRemains: lastOf('departmentLeader'),
  deciderRemains: lastOf('confidentialityOfficer', { state: 'drafting' }),
  assessorRemains: lastOf('riskAssessor', { state: 'drafting', category: 'OTHER', signatures: [] }),
  distinctHandsRemain: oneForTwo,
};

describe.each(TYPES)('%s', (type) => {
  const { state, scene } = lawful(type);

  it('is allowed when every requirement is met', () => {
    expect(judge('itemReview', '0', state, scene.event, scene.facts)).toMatchObject({ allowed: true });
  });

  it.each(ITEM_REQUIREMENTS[type].map(({ id, refusal }) => [id, refusal] as const))('is refused for %s alone', (id, refusal) => {
    const onReturned: Break = type === 'enterReview' && id === 'returnedAnswered' ? item({ state: 'returned' }) : (same) => same;
    const broken = onReturned(VIOLATIONS[id]!(scene));
    const judged = judge('itemReview', '0', id === 'returnedAnswered' ? 'returned' : state, broken.event, broken.facts);
    expect(judged).toMatchObject({ allowed: false, refusal, requirements: [{ id }] });
    expect(judged.allowed ? [] : judged.requirements).toHaveLength(1);
  });
});

describe('three hands on an item', () => {
  const DECISIONS = {
    review: ['clear', 'requireRedaction', 'return', 'withhold', 'discloseOnApplication', 'refer', 'defer', 'determine', 'setAside'],
    assessment: ['acceptRisk', 'rejectRisk'],
    endorsement: ['endorse'],
  } as const;
  const steps = Object.keys(DECISIONS) as (keyof typeof DECISIONS)[];
  const cases = steps.flatMap((step) => DECISIONS[step].map((type) => [type, step] as const));
  const refusedFor = (type: ItemReviewEventType, traits: Partial<ItemStanding>, change: Partial<ItemReviewFacts> = {}) => {
    const { state, scene } = lawful(type);
    const broken = both(item(traits), facts(change))(scene);
    const judged = judge('itemReview', '0', state, broken.event, broken.facts);
    return judged.allowed ? [] : judged.requirements.map(({ id }) => id);
  };

  it.each(cases)('%s is not for whoever signed another step', (type, step) => {
    for (const other of steps) {
      const signatures = [{ step: other, event: 'signed', persons: ['newcomer'] }];
      expect([other, refusedFor(type, { signatures })]).toEqual([other, other === step ? [] : ['threeHands']]);
    }
  });

  it.each(cases)('%s is not for a submitter, nor for a deputy of a contributor', (type) => {
    const { scene } = lawful(type);
    expect(refusedFor(type, {}, { version: { ...scene.facts.version, submitters: ['newcomer'] } })).toEqual(['threeHands']);
    const { role } = scene.facts.actor.kind === 'person' ? scene.facts.actor.hands[0]! : { role: 'compiler' as const };
    expect(refusedFor(type, {}, { actor: deputy('someone', role, 'compiler') })).toEqual(['threeHands']);
  });

  it.each(['requireMitigation', 'reopen', 'resume', 'amend', 'edit'] as const)(
    '%s makes nobody a decider and asks for no other hand',
    (type) => {
      expect(refusedFor(type, { contributors: ['newcomer'] })).toEqual([]);
    },
  );

  it('lets a small body’s officer accept what the same officer cleared', () => {
    const scene = itemScene('cleared', 'acceptRisk', {}, person('officer', 'confidentialityOfficer'));
    const small = { ...scene.facts, version: { ...scene.facts.version, smallBody: true } };
    expect(judge('itemReview', '0', 'cleared', scene.event, small)).toMatchObject({ allowed: true, to: 'releasable' });
  });

  it('never refuses a bar', () => {
    const scene = itemScene('releasable', 'textBarred', {}, theSystem);
    const alone = facts({ whole: { items: [anItem('drafting')], hands: [] } })(scene);
    expect(judge('itemReview', '0', 'releasable', alone.event, alone.facts)).toMatchObject({ allowed: true, to: 'drafting' });
  });
});

describe('an open determination', () => {
  it('asks for what a clear asks; one that withholds does not', () => {
    const untidy = item({ category: null, openHits: { compiler: 0, officer: 2 } })(
      itemScene('referred', 'determine', {}, newcomer('confidentialityOfficer')),
    );
    expect(judge('itemReview', '0', 'referred', untidy.event, untidy.facts)).toMatchObject({
      requirements: [{ id: 'categoryStated' }, { id: 'hitsAcknowledgedByOfficer' }],
    });
    expect(judge('itemReview', '0', 'referred', { ...untidy.event, outcome: 'withhold' }, untidy.facts)).toMatchObject({ to: 'withheld' });
  });
});
