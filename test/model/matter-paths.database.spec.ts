import { transitionTable, type MatterMachineId } from '../../machines/registry.js';
import type { Edge } from '../../machines/testing/shape.js';
import { useHouse } from '../factories/house.js';
import { MatterDesk } from '../factories/matters.js';
import { anItemContent, must, TestVersion } from '../factories/version.http.js';
import { edgesOf, MatterWalker } from './matter-walker.js';

/** The generated paths of what offices hand down, walked by the doors of the real database. */
const house = useHouse();
let desk: MatterDesk;
let published: TestVersion;

beforeAll(async () => {
  desk = await MatterDesk.open(house.people.admin);
  published = await (await TestVersion.draft(house, [anItemContent('督导评估')])).published();
});

const named = ({ from, choice, to }: Edge): string => `${from} ${choice.type} → ${to} (${choice.params.by.join(', ')})`;
const MACHINES: readonly MatterMachineId[] = ['compilationTask', 'rectification', 'progressReport', 'obligation'];

describe.each(MACHINES)('%s: every transition, at the end of a generated path', (machine) => {
  it.each(edgesOf(machine).map((edge) => [named(edge), edge] as const))('%s', async (_, edge) => {
    if (edge.choice.type !== 'lapse') return expect(await MatterWalker.take(desk, machine, edge)).toBe(edge.to);
    const fulfilled = edgesOf(machine).find(({ choice, from }) => choice.type === 'fulfil' && from === 'open')!;
    const walker = await MatterWalker.taken(desk, machine, fulfilled);
    await must(published.move('leader', { type: 'takeDown', reason: '误发', texts: 'all' }));
    expect(await walker.on(edge)).toBe(edge.to);
  });
});

it('the log holds every transition of the four lifecycles', async () => {
  const { rows } = await house.people.admin.query(
    `select distinct machine_id || ' ' || coalesce(from_state, '') || ' ' || type || ' ' || to_state as step from log_event where machine_id = any ($1)`,
    [MACHINES],
  );
  const known = transitionTable().filter(({ machineId }) => MACHINES.includes(machineId as MatterMachineId));
  const steps = known.map(({ machineId, from, event, to }) => `${machineId} ${from ?? ''} ${event} ${to}`);
  expect(rows.map(({ step }) => step).sort()).toEqual(steps.sort());
});
