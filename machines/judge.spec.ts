import { judge, offers } from './judge.js';
import { replayStep } from './replay.js';
import { anItem, deputy, itemFacts, person, theSystem, versionFacts } from './testing/factories.js';

const officer = person('officer', 'confidentialityOfficer');

describe('judge', () => {
  it('says where an allowed event leads, with which hand, and what it was judged by', () => {
    expect(judge('itemReview', '0', 'awaitingReview', { type: 'clear' }, itemFacts(officer, anItem('awaitingReview')))).toEqual({
      allowed: true,
      to: 'releasable',
      hand: { role: 'confidentialityOfficer', persons: ['officer'] },
      verdicts: {
        assessmentNeeded: false,
        rolePermits: true,
        versionStateAllows: true,
        threeHands: true,
        categoryStated: true,
        basisNamed: true,
        hitsAcknowledgedByOfficer: true,
        hazardsAnswered: true,
      },
    });
  });

  it('lets the branch follow the facts', () => {
    const clear = { type: 'clear', assess: true } as const;
    expect(judge('itemReview', '0', 'awaitingReview', clear, itemFacts(officer, anItem('awaitingReview')))).toMatchObject({
      to: 'cleared',
    });
  });

  it('names every unmet requirement at once and the worst refusal', () => {
    const item = anItem('awaitingReview', { category: null, contributors: ['officer'] });
    const judged = judge('itemReview', '0', 'awaitingReview', { type: 'clear' }, itemFacts(officer, item, { state: 'scheduled' }));
    expect(judged).toMatchObject({ allowed: false, refusal: 'conflict' });
    expect(judged.allowed ? [] : judged.requirements.map(({ id }) => id)).toEqual(['versionStateAllows', 'threeHands', 'categoryStated']);
  });

  it('refuses a wrong role before it looks at the state', () => {
    const compiler = itemFacts(person('compiler', 'compiler'), anItem('withheld'));
    expect(judge('itemReview', '0', 'withheld', { type: 'clear' }, compiler)).toMatchObject({ refusal: 'forbidden' });
    expect(judge('itemReview', '0', 'withheld', { type: 'clear' }, itemFacts(officer, anItem('withheld')))).toMatchObject({
      refusal: 'conflict',
      requirements: [{ id: 'stateAllows' }],
    });
  });

  it('reports an unknown event as unknown', () => {
    const event = { type: 'publish' } as never;
    expect(judge('catalogueVersion', '0', 'draft', event, versionFacts(theSystem, []))).toEqual({
      allowed: false,
      refusal: 'unknown',
      requirements: [],
    });
  });

  it('takes any hand that is free, and carries both persons of a deputy', () => {
    const item = anItem('awaitingReview', { contributors: ['author'] });
    const forAuthor = deputy('officer', 'confidentialityOfficer', 'author');
    expect(judge('itemReview', '0', 'awaitingReview', { type: 'clear' }, itemFacts(forAuthor, item))).toMatchObject({
      requirements: [{ id: 'threeHands' }],
    });
    const both = {
      kind: 'person',
      id: 'officer',
      hands: [...handsOf(forAuthor), ...handsOf(deputy('officer', 'confidentialityOfficer', 'other'))],
    } as const;
    expect(judge('itemReview', '0', 'awaitingReview', { type: 'clear' }, itemFacts(both, item))).toMatchObject({
      hand: { persons: ['officer', 'other'] },
    });
  });

  it('lets an item that was never public go, and drafts the removal of one that was', () => {
    const compiler = person('compiler', 'compiler');
    const draft = { state: 'draft' } as const;
    expect(judge('itemReview', '0', 'returned', { type: 'remove' }, itemFacts(compiler, anItem('returned'), draft))).toMatchObject({
      allowed: true,
      to: null,
    });
    const shown = itemFacts(compiler, anItem('releasable', { wasPublic: true }), draft);
    expect(judge('itemReview', '0', 'releasable', { type: 'remove', reason: '移交' }, shown)).toMatchObject({
      allowed: true,
      to: 'drafting',
    });
  });
});

describe('offers', () => {
  it('lists what people may do from the state, and leaves the parameters out', () => {
    const offered = offers('itemReview', 'awaitingReview', itemFacts(officer, anItem('awaitingReview')));
    expect(offered.filter(({ allowed }) => allowed).map(({ type }) => type)).toEqual([
      'clear',
      'requireRedaction',
      'return',
      'withhold',
      'discloseOnApplication',
      'refer',
      'defer',
    ]);
    expect(offered.find(({ type }) => type === 'edit')?.allowed).toBe(false);
    expect(offered.some(({ type }) => type === 'enterReview' || type === 'textBarred')).toBe(false);
  });
});

describe('replayStep', () => {
  const facts = itemFacts(officer, anItem('awaitingReview'));
  const judged = judge('itemReview', '0', 'awaitingReview', { type: 'clear' }, facts);
  const verdicts = judged.allowed ? judged.verdicts : {};

  it('takes the recorded step again', () => {
    expect(replayStep('itemReview', '0', 'awaitingReview', 'clear', verdicts)).toEqual({ to: 'releasable' });
    expect(replayStep('itemReview', '0', null, 'create', { rolePermits: true })).toBeNull();
  });

  it.each(Object.keys(verdicts))('does not take it when the record of %s is lost', (name) => {
    const { [name]: _, ...others } = verdicts;
    expect(replayStep('itemReview', '0', 'awaitingReview', 'clear', others)).toBeNull();
  });

  it('does not take it from another state', () => {
    expect(replayStep('itemReview', '0', 'withheld', 'clear', verdicts)).toBeNull();
  });
});

function handsOf(actor: ReturnType<typeof person>) {
  return actor.kind === 'person' ? actor.hands : [];
}
