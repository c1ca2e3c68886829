import { judge, offers } from './judge.js';
import type { MatterHand } from './people.facts.js';
import { replayStep } from './replay.js';
import { matterScene } from './testing/matter.scenes.js';
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

describe('judge of a matter', () => {
  const extend = matterScene('extend', {}, 'givingOffice');
  const actingAs = (...hands: readonly MatterHand[]) => ({ ...extend.facts, actor: { kind: 'person', id: 'office', hands } as const });

  it('says with which capacity, in person before a deputy’s', () => {
    const deputyHand = { role: 'givingOffice', persons: ['office', 'principal'] } as const;
    const own = { role: 'givingOffice', persons: ['office'] } as const;
    const covering = { role: 'coveringOffice', persons: ['office'] } as const;
    const hands = [deputyHand, own, covering];
    expect(judge('obligation', '0', 'open', extend.event, actingAs(...hands))).toEqual({
      allowed: true,
      to: 'open',
      hand: own,
      verdicts: { rolePermits: true, reasonGiven: true, laterDeadline: true },
    });
    expect(judge('obligation', '0', 'open', extend.event, actingAs(covering, deputyHand))).toMatchObject({ hand: deputyHand });
    expect(judge('obligation', '0', 'open', extend.event, actingAs(covering))).toMatchObject({ refusal: 'forbidden' });
  });

  it('takes an appointment for no capacity by itself', () => {
    const appointed = actingAs({ role: 'leadingGroupOffice', persons: ['office'] });
    expect(judge('obligation', '0', 'open', extend.event, appointed)).toMatchObject({ refusal: 'forbidden' });
  });

  it('records the branch that the calendar chose', () => {
    const { event, facts } = matterScene('recompute', { facts: { recomputed: { dueOn: '2026-11-01', changed: true } } }, 'system');
    const judged = judge('obligation', '0', 'open', event, facts);
    expect(judged).toMatchObject({ to: 'overdue', hand: null, verdicts: { newDeadlinePassed: true, deadlineChanged: true } });
    expect(replayStep('obligation', '0', 'open', 'recompute', judged.allowed ? judged.verdicts : {})).toEqual({ to: 'overdue' });
  });

  it('refuses a role before it looks at the state, and knows no other lifecycle’s events', () => {
    expect(judge('obligation', '0', 'withdrawn', extend.event, actingAs())).toMatchObject({ refusal: 'forbidden' });
    expect(judge('obligation', '0', 'withdrawn', extend.event, extend.facts)).toMatchObject({ requirements: [{ id: 'stateAllows' }] });
    expect(judge('obligation', '0', 'open', { type: 'answer' }, extend.facts)).toMatchObject({ refusal: 'unknown' });
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
