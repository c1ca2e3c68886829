import { transitionTable } from '../../machines/registry.js';
import { shapeOf, type Edge } from '../../machines/testing/shape.js';
import { useHouse } from '../factories/house.js';
import { anItemContent, must, TestVersion } from '../factories/version.http.js';
import { ItemWalker } from './item-walker.js';
import { UNREACHABLE } from './unreachable.js';
import { VersionWalker } from './version-walker.js';

/** The generated paths of both machines, walked through the HTTP API with the real database. */
const house = useHouse();

const named = ({ from, choice, to }: Edge): string => {
  const { when = [], unless = [] } = choice.params;
  const branch = [...when, ...unless.map((condition) => `not ${condition}`)].join(', ');
  return `${from} ${choice.type}${branch && ` (${branch})`} → ${to}`;
};
const reachable = (machine: string, { from, choice, to }: Edge): boolean => !UNREACHABLE.has(`${machine} ${from} ${choice.type} ${to}`);
const edgesOf = (machine: 'itemReview' | 'catalogueVersion') =>
  shapeOf(machine)
    .edges.filter((edge) => reachable(machine, edge))
    .map((edge) => [named(edge), edge] as const);

const leaves = ({ choice }: Edge): boolean => choice.type === 'remove' && !choice.params.when?.includes('wasPublic');

describe('itemReview: every transition, at the end of a generated path', () => {
  it.each(edgesOf('itemReview').filter(([, { choice }]) => choice.type !== 'carryOver'))('%s', async (_, edge) => {
    expect(await ItemWalker.take(house, edge)).toBe(leaves(edge) ? null : edge.to);
  });

  it.each([
    ['releasable', { type: 'clear' }],
    ['withheld', { type: 'withhold', ground: 'ART15_PRIVACY', reason: '个人隐私' }],
    ['onApplication', { type: 'discloseOnApplication', ground: 'ART15_PRIVACY', reason: '个人隐私' }],
  ])('drafting carryOver → %s, with `revise`', async (state, decision) => {
    const first = await (await TestVersion.draft(house)).submitted();
    await must(first.decide('officer', decision));
    await expect((await (await publishedAsIs(first)).revised()).seen()).resolves.toMatchObject({ state });
  });

  it('(nothing) create → referred, with `revise` of a version that set a sealed text aside', async () => {
    const first = await (await TestVersion.draft(house)).submitted();
    await must(first.decide('officer', { type: 'refer', reason: '密级不明' }));
    await must(first.decide('officer', { type: 'setAside', reason: '久未答复', reviewOn: '2027-01-01' }));
    await expect((await (await publishedAsIs(first)).revised()).seen()).resolves.toMatchObject({ state: 'referred' });
  });
});

async function publishedAsIs(version: TestVersion): Promise<TestVersion> {
  await must(version.move('officer', { type: 'concludeConfidentialityReview' }));
  await must(version.move('leader', { type: 'approve', nothingPublic: true }));
  return version;
}

describe('catalogueVersion: every transition, at the end of a generated path', () => {
  it.each(edgesOf('catalogueVersion'))('%s', async (_, edge) => {
    expect(await VersionWalker.take(house, edge)).toBe(edge.to);
  });
});

async function logLength(): Promise<number> {
  return Number((await house.people.admin.query(`select count(*) from log_event where type not like 'session.%'`)).rows[0].count);
}

const PEOPLE = ['compiler', 'officer', 'assessor', 'leader', 'office', 'auditor'] as const;

/** Everything an event may bring along, so that nothing but the state or the role can be in the way. */
const EVERYTHING = {
  reason: '见卷宗',
  ground: 'ART15_PRIVACY',
  fields: ['elements'],
  documentNumber: '保函〔2026〕1号',
  outcome: 'open',
  reviewOn: '2027-01-01',
  level: 'LOW',
  reply: '无须修改',
};

describe('a refused event leaves nothing written', () => {
  const item = shapeOf('itemReview');
  it.each(item.states)('on an item that is %s, whoever asks', async (state) => {
    const { desk } = await ItemWalker.standingIn(house, state);
    const legal = new Set(item.edges.filter(({ from }) => from === state).map(({ choice }) => choice.type));
    const types = [...new Set(item.edges.map(({ choice }) => choice.type))].filter((type) => !legal.has(type));
    const before = await logLength();
    for (const name of PEOPLE) {
      for (const type of types.filter((one) => one !== 'edit' && one !== 'remove')) {
        const { status } = await desk.decide(name, { type, ...EVERYTHING });
        expect({ name, type, refused: status === 403 || status === 409, status }).toMatchObject({ refused: true });
      }
    }
    for (const type of legal) {
      if (['edit', 'remove'].includes(type)) continue;
      expect({ type, status: (await desk.decide('auditor', { type, ...EVERYTHING })).status }).toEqual({ type, status: 403 });
    }
    expect((await desk.edit('auditor', { elements: ['改'] })).status).toBe(403);
    expect((await desk.remove('auditor', { reason: '删' })).status).toBe(403);
    expect(await logLength()).toBe(before);
    expect((await desk.seen()).state).toBe(state);
  });

  const version = shapeOf('catalogueVersion');
  it.each(version.states)('on a version that is %s, whoever asks', async (state) => {
    const desk = await VersionWalker.standingIn(house, state);
    const legal = new Set(version.edges.filter(({ from }) => from === state).map(({ choice }) => choice.type));
    const types = [...new Set(version.edges.map(({ choice }) => choice.type))].filter((type) => !legal.has(type));
    const parameters = { reason: '见卷宗', itemId: desk.items[0], texts: 'none' };
    const before = await logLength();
    for (const name of PEOPLE) {
      for (const type of types) {
        const { status } = await desk.move(name, { type, ...parameters });
        expect({ name, type, refused: status === 403 || status === 409, status }).toMatchObject({ refused: true });
      }
    }
    for (const type of legal)
      expect({ type, status: (await desk.move('auditor', { type, ...parameters })).status }).toEqual({ type, status: 403 });
    if (state !== 'draft') {
      expect((await (await house.as('compiler')).post(`${desk.url}/items`, { content: anItemContent('新增') })).status).toBe(409);
    }
    expect(await logLength()).toBe(before);
    expect(await desk.state()).toBe(state);
  });
});

describe('afterwards', () => {
  it('the log holds every transition of both machines, but those that nothing can bring about', async () => {
    const { rows } = await house.people.admin.query(
      `select distinct machine_id, coalesce(from_state, '') as from_state, type, to_state from log_event where machine_id is not null and to_state is not null`,
    );
    const happened = new Set(rows.map((row) => `${row.machine_id} ${row.from_state || null} ${row.type} ${row.to_state}`));
    const known = transitionTable()
      .filter(({ machineId }) => machineId === 'catalogueVersion' || machineId === 'itemReview')
      .map(({ machineId, from, event, to }) => `${machineId} ${from} ${event} ${to}`);
    expect(known.filter((transition) => !happened.has(transition)).sort()).toEqual([...UNREACHABLE.keys()].sort());
    expect([...happened].filter((transition) => !known.includes(transition))).toEqual([]);
  });

  it('every version verifies: its chain, its replay, its stored state', async () => {
    const auditor = await house.as('auditor');
    const { rows } = await house.people.admin.query('select id from catalogue_version');
    for (const { id } of rows) {
      const { json } = await must(auditor.get(`/api/versions/${id}/audit`));
      expect({ id, ...json }).toMatchObject({ id, valid: true, replayMatches: true, problems: [] });
    }
  });

  it('no request ended in a defect', () => {
    expect(house.log.filter((line) => line.includes('"context":"defect"'))).toEqual([]);
  });
});
