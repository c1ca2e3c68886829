import { judge, offers } from './judge.js';
import { ROLE_CODES } from './people.facts.js';
import type { Hand } from './people.facts.js';
import type { PurgeEventType, PurgeParameters } from './purge.events.js';
import { PURGE_GROUNDS, PURGE_STATES, type PurgeFacts, type PurgeState } from './purge.facts.js';
import { eventTypesOf, lifecycle, statesOf } from './registry.js';
import { purgeScene } from './testing/purge.scenes.js';

const EITHER = ['auditAdministrator', 'securityAdministrator'];
/** From where each event leads where, and who may take it. */
const TABLE: readonly (readonly [PurgeState | null, PurgeEventType, PurgeState, readonly string[]])[] = [
  [null, 'purge.proposed', 'proposed', ['auditAdministrator']],
  ['proposed', 'purge.done', 'done', EITHER],
  ['proposed', 'purge.withdrawn', 'withdrawn', EITHER],
];
const TYPES = eventTypesOf(lifecycle('purge', '0')) as PurgeEventType[];
const EVERY = [null, ...PURGE_STATES].flatMap((from) => TYPES.map((type) => [from, type] as const));

it('has the states of the table', () => expect(statesOf(lifecycle('purge', '0'))).toEqual([...PURGE_STATES]));

it.each(EVERY)('from %s: %s, by every role', (from, type) => {
  const row = TABLE.find(([state, event]) => state === from && event === type);
  for (const role of [...ROLE_CODES, 'system'] as const) {
    const { event, facts } = purgeScene(type, role);
    const expected = row?.[3].includes(role) ? { allowed: true, to: row[2] } : { allowed: false };
    expect({ from, type, role, ...judge('purge', '0', from, event, facts) }).toMatchObject(expected);
  }
});

/** What breaks each requirement, and nothing else that the same event needs. */
const VIOLATIONS: readonly (readonly [string, PurgeEventType, Partial<PurgeParameters>, Partial<PurgeFacts>, string])[] = [
  ['reasonGiven', 'purge.proposed', { reason: ' ' }, {}, 'unmet'],
  ['reasonGiven', 'purge.withdrawn', { reason: undefined }, {}, 'unmet'],
  ['purgeGroundKnown', 'purge.proposed', { ground: 'ART15_PRIVACY' }, {}, 'unmet'],
  ['legalBasisGiven', 'purge.proposed', { legalBasis: '' }, {}, 'unmet'],
  ['textHeld', 'purge.proposed', {}, { text: { held: false, shownBy: [], usedBy: [] } }, 'conflict'],
  ['textHeld', 'purge.done', {}, { text: { held: false, shownBy: [], usedBy: [] } }, 'conflict'],
  ['textNotShown', 'purge.proposed', {}, { text: { held: true, shownBy: ['item'], usedBy: [] } }, 'unmet'],
  ['textNotShown', 'purge.done', {}, { text: { held: true, shownBy: ['item'], usedBy: [] } }, 'unmet'],
  ['textNotInUse', 'purge.proposed', {}, { text: { held: true, shownBy: [], usedBy: ['item'] } }, 'unmet'],
  ['textNotInUse', 'purge.done', {}, { text: { held: true, shownBy: [], usedBy: ['item'] } }, 'unmet'],
  ['secondHand', 'purge.done', {}, { purge: { proposers: ['second'] } }, 'unmet'],
];

it.each(VIOLATIONS)('%s alone stands in the way of %s', (id, type, parameters, more, refusal) => {
  const { event, facts } = purgeScene(type);
  const from = type === 'purge.proposed' ? null : 'proposed';
  const judged = judge('purge', '0', from, { ...event, ...parameters }, { ...facts, ...more });
  expect(judged).toMatchObject({ allowed: false, refusal, requirements: [{ id }] });
  expect(judged.allowed ? [] : judged.requirements).toHaveLength(1);
});

it.each(PURGE_GROUNDS)('%s is a ground', (ground) => {
  const { event, facts } = purgeScene('purge.proposed');
  expect(judge('purge', '0', null, { ...event, ground }, facts)).toMatchObject({ allowed: true, to: 'proposed' });
});

describe('the second hand', () => {
  const confirming = (...hands: Hand[]) => {
    const { event, facts } = purgeScene('purge.done');
    return judge('purge', '0', 'proposed', event, { ...facts, actor: { kind: 'person', id: hands[0]!.persons[0], hands } });
  };

  it('is no deputy of the first, and no principal', () => {
    expect(confirming({ role: 'securityAdministrator', persons: ['other', 'first'] })).toMatchObject({ allowed: false });
    expect(confirming({ role: 'securityAdministrator', persons: ['first'] })).toMatchObject({ allowed: false });
  });

  it('may act in its own name where it is the deputy of the first as well', () => {
    const own: Hand = { role: 'auditAdministrator', persons: ['other'] };
    expect(confirming({ role: 'auditAdministrator', persons: ['other', 'first'] }, own)).toMatchObject({ allowed: true, hand: own });
  });

  it('is not asked for to take the proposal back', () => {
    const { event, facts } = purgeScene('purge.withdrawn');
    const judged = judge('purge', '0', 'proposed', event, { ...facts, purge: { proposers: ['second'] } });
    expect(judged).toMatchObject({ allowed: true, to: 'withdrawn' });
  });

  it('is what the offers say that is missing', () => {
    const { facts } = purgeScene('purge.done');
    const offered = offers('purge', 'proposed', { ...facts, purge: { proposers: ['second'] } });
    expect(offered.find(({ type }) => type === 'purge.done')).toMatchObject({
      allowed: false,
      requirements: expect.arrayContaining([expect.objectContaining({ id: 'secondHand', satisfied: false })]),
    });
    expect(offered.map(({ type }) => type)).toEqual(['purge.withdrawn', 'purge.done']);
  });
});
