import type { CatalogueVersionEventType } from './catalogue-version.events.js';
import type { ItemReviewEventType } from './item-review.events.js';
import { ITEM_STATES, VERSION_STATES } from './item-review.facts.js';
import { judge } from './judge.js';
import { ROLE_CODES } from './people.facts.js';
import type { ActingRole } from './policy.js';
import { eventTypesOf, lifecycle, statesOf, transitionTable } from './registry.js';
import { VERSION_TABLE, type VersionRow } from './testing/catalogue-version.table.js';
import { ITEM_TABLE, STAGES_OF_ITEM_EVENTS, type ItemRow } from './testing/item-review.table.js';
import { MATTER_TABLE } from './testing/matter.table.js';
import { itemScene, newcomer, versionScene } from './testing/scenes.js';

const ROLES: readonly ActingRole[] = [...ROLE_CODES, 'system'];
const ITEM_EVENTS = eventTypesOf(lifecycle('itemReview', '0')).filter((type) => type !== 'create') as ItemReviewEventType[];
const VERSION_EVENTS = eventTypesOf(lifecycle('catalogueVersion', '0')).filter((type) => type !== 'create') as CatalogueVersionEventType[];

describe('itemReview, every state × event × role', () => {
  it('has the states of the contract', () => expect(statesOf(lifecycle('itemReview', '0'))).toEqual([...ITEM_STATES]));

  it.each(ITEM_STATES.flatMap((state) => ITEM_EVENTS.map((type) => [state, type] as const)))('%s: %s', (state, type) => {
    const rows: readonly Partial<ItemRow>[] = ITEM_TABLE[state][type] ?? [{ by: [] }];
    for (const row of rows) {
      for (const role of ROLES) {
        const { event, facts } = itemScene(state, type, row, newcomer(role));
        const judged = judge('itemReview', '0', state, event, facts);
        const expected = row.by?.includes(role) ? { allowed: true, to: row.to } : { allowed: false };
        expect({ state, type, role, row, ...judged }).toMatchObject(expected);
      }
    }
  });

  it.each(ITEM_EVENTS.map((type) => [type] as const))('%s is legal in its stages of the version only', (type) => {
    const [state, row] = ITEM_STATES.flatMap((from) => (ITEM_TABLE[from][type] ?? []).map((found) => [from, found] as const)).find(
      ([from]) => type !== 'edit' || from === 'returned',
    )!;
    const stages = VERSION_STATES.filter((version) => {
      const { event, facts } = itemScene(state, type, { ...row, version }, newcomer(row.by[0]!));
      const judged = judge('itemReview', '0', state, event, facts);
      return judged.allowed || !judged.requirements.some(({ id }) => id === 'versionStateAllows');
    });
    expect(stages).toEqual(STAGES_OF_ITEM_EVENTS[type]);
  });

  it('edits a draft only, unless the item was returned', () => {
    for (const state of ITEM_STATES.filter((from) => from !== 'returned' && ITEM_TABLE[from].edit !== undefined)) {
      const { event, facts } = itemScene(state, 'edit', { incoming: 'none' }, newcomer('compiler'));
      expect(judge('itemReview', '0', state, event, facts)).toMatchObject({
        refusal: 'conflict',
        requirements: [{ id: 'versionStateAllows' }],
      });
    }
  });

  it('creates an item as drafting, or as referred when its text is', () => {
    const create = (incoming: ItemRow['incoming']) => {
      const { event, facts } = itemScene('drafting', 'create', { version: 'draft', incoming }, newcomer('compiler'));
      return judge('itemReview', '0', null, event, facts);
    };
    expect(create('none')).toMatchObject({ allowed: true, to: 'drafting' });
    expect(create('open')).toMatchObject({ allowed: true, to: 'referred' });
  });
});

describe('catalogueVersion, every state × event × role', () => {
  it('has the states of the contract', () => expect(statesOf(lifecycle('catalogueVersion', '0'))).toEqual([...VERSION_STATES]));

  it.each(VERSION_STATES.flatMap((state) => VERSION_EVENTS.map((type) => [state, type] as const)))('%s: %s', (state, type) => {
    const rows: readonly Partial<VersionRow>[] = VERSION_TABLE[state][type] ?? [{ by: [] }];
    for (const row of rows) {
      for (const role of ROLES) {
        const { event, facts } = versionScene(state, type, row, newcomer(role));
        const judged = judge('catalogueVersion', '0', state, event, facts);
        const expected = row.by?.includes(role) ? { allowed: true, to: row.to } : { allowed: false };
        expect({ state, type, role, row, ...judged }).toMatchObject(expected);
      }
    }
  });

  it('opens the first draft', () => {
    const { event, facts } = versionScene('draft', 'create', { items: [] }, newcomer('compiler'));
    expect(judge('catalogueVersion', '0', null, event, facts)).toMatchObject({ allowed: true, to: 'draft' });
  });
});

describe('a small body', () => {
  const officer = newcomer('confidentialityOfficer');
  const small = <Facts extends { version: object }>(facts: Facts): Facts => ({ ...facts, version: { ...facts.version, smallBody: true } });

  it.each([
    ['cleared', 'acceptRisk', { level: 'LOW' }, true],
    ['cleared', 'acceptRisk', { level: 'MEDIUM' }, true],
    ['cleared', 'acceptRisk', { level: 'HIGH' }, false],
    ['cleared', 'requireMitigation', {}, true],
    ['cleared', 'rejectRisk', {}, true],
    ['awaitingEndorsement', 'requireMitigation', {}, true],
    ['awaitingEndorsement', 'rejectRisk', {}, true],
    ['awaitingEndorsement', 'endorse', {}, false],
  ] as const)('%s: %s %j by the officer: %s', (state, type, event, allowed) => {
    const scene = itemScene(state, type, { event }, officer);
    expect(judge('itemReview', '0', state, scene.event, small(scene.facts)).allowed).toBe(allowed);
    expect(judge('itemReview', '0', state, scene.event, scene.facts).allowed).toBe(false);
  });

  it.each(['concludeRiskAssessment', 'return'] as const)('lets its officer %s in the risk stage', (type) => {
    const scene = versionScene('riskAssessment', type, {}, officer);
    expect(judge('catalogueVersion', '0', 'riskAssessment', scene.event, small(scene.facts)).allowed).toBe(true);
  });
});

describe('transitionTable', () => {
  it('holds exactly the steps of the expected tables, and creation', () => {
    const steps = (table: Readonly<Record<string, Readonly<Record<string, readonly { to: string | null }[] | undefined>>>>) =>
      Object.entries(table).flatMap(([from, events]) =>
        Object.entries(events).flatMap(([event, rows = []]) =>
          rows.filter(({ to }) => to !== null).map(({ to }) => `${from} ${event} ${to}`),
        ),
      );
    const created = [
      'null create draft',
      'null create drafting',
      'null create referred',
      'null issue issued',
      'null issue open',
      'null open drafting',
    ];
    const matters = Object.values(MATTER_TABLE).flatMap(steps);
    const purges = ['null purge.proposed proposed', 'proposed purge.done done', 'proposed purge.withdrawn withdrawn'];
    const expected = new Set([...created, ...steps(VERSION_TABLE), ...steps(ITEM_TABLE), ...matters, ...purges]);
    const present = new Set(transitionTable().map(({ from, event, to }) => `${from} ${event} ${to}`));
    expect([...present].sort()).toEqual([...expected].sort());
  });
});
