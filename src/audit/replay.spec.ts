import { createMachine } from 'xstate';
import { bringIn, lifecycle, type Lifecycle } from '../../machines/registry.js';
import { machineHash } from './stored.js';
import { replay } from './replay.js';

const first = lifecycle('compilationTask', '0') as unknown as Lifecycle;
/** Two more versions, made up: the same again, and one that knows no task that is under way. */
const { issued: _, ...others } = first.machine.config.states as Record<string, object>;
const shorter = createMachine({ ...first.machine.config, initial: 'closed', states: others } as never);
bringIn({ ...first, version: '1' }, { ...first, version: '2', machine: shorter as never, creation: {} });

const machine = (version: string) => ({ id: 'compilationTask', version, hash: machineHash('compilationTask', version) });
const step = (type: string, from: string | null, to: string, version: string) => {
  const guards = Object.fromEntries(first.requirements[type]!.map(({ id }) => [id, true]));
  return { type, machine: machine(version), from, to, facts: { guards } };
};
const migrated = (from: string, to: string, state = 'issued', more: object = {}) => ({
  type: 'machine.migrated',
  machine: machine(to),
  from: state,
  to: state,
  facts: { from, to },
  ...more,
});
const replayed = (...bodies: object[]) => {
  const nothing = { prev: Buffer.alloc(0), header: Buffer.alloc(0), hash: Buffer.alloc(0), columns: {} };
  const events = bodies.map((body, index) => ({ ...nothing, seq: index + 1, body: Buffer.from(JSON.stringify(body)) }));
  const { version, problems } = replay(events, machineHash);
  return { state: version.state, seq: version.seq, problems: problems.map(({ seq, code }) => `${seq} ${code}`) };
};
const issue = step('issue', null, 'issued', '0');

describe('the replay of a log that goes on under another version of its lifecycle', () => {
  it('asks the version that each event names; the change itself moves nothing', () => {
    expect(replayed(issue, migrated('0', '1'))).toEqual({ state: 'issued', seq: 1, problems: [] });
    expect(replayed(issue, migrated('0', '1'), step('close', 'issued', 'closed', '1'))).toEqual({ state: 'closed', seq: 3, problems: [] });
    expect(replayed(issue, migrated('0', '1'), migrated('1', '0'), step('close', 'issued', 'closed', '0')).problems).toEqual([]);
  });

  it.each([
    ['a step under a version that is not in force yet', [issue, step('close', 'issued', 'closed', '1')], '2 replay.machineNotInForce'],
    ['a step under the version before', [issue, migrated('0', '1'), step('close', 'issued', 'closed', '0')], '3 replay.machineNotInForce'],
    ['a change from another version', [issue, migrated('1', '2')], '2 replay.migration'],
    ['a change to the same version', [issue, migrated('0', '0')], '2 replay.migration'],
    [
      'a change to another version than the event is under',
      [issue, migrated('0', '1', 'issued', { facts: { from: '0', to: '2' } })],
      '2 replay.migration',
    ],
    ['a change before anything is there', [migrated('0', '1')], '1 replay.migration'],
    ['a change in another state', [issue, migrated('0', '1', 'closed')], '2 replay.migration'],
    ['a change that moves something', [issue, migrated('0', '1', 'issued', { to: 'closed' })], '2 replay.migration'],
    ['a change to a version without the state', [issue, migrated('0', '2')], '2 replay.stateNotThere'],
    [
      'a version of another definition',
      [issue, migrated('0', '1', 'issued', { machine: { ...machine('1'), hash: 'f'.repeat(64) } })],
      '2 replay.otherMachine',
    ],
  ])('finds %s', (_, bodies, problem) => expect(replayed(...bodies).problems).toContain(problem));
});
