import { transition, type AnyStateMachine } from 'xstate';
import type { Verdicts } from './judge.js';
import type { Permission } from './policy.js';
import { lifecycle, transitionsOf, type Lifecycle, type MachineId } from './registry.js';

/** A step that replay found enabled; `to` is null when the item goes. */
export interface Replayed {
  readonly to: string | null;
}

/** Whether the record says that this branch was the one. What is not recorded is not assumed. */
function recorded(verdicts: Verdicts, { when = [], unless = [] }: Permission): boolean {
  return when.every((name) => verdicts[name] === true) && unless.every((name) => verdicts[name] === false);
}

/** The same machine with its guards answered from the record, which takes the place of the facts. */
const fromRecord = new WeakMap<AnyStateMachine, AnyStateMachine>();
function machineFromRecord({ machine }: Pick<Lifecycle, 'machine'>): AnyStateMachine {
  const known = fromRecord.get(machine);
  if (known !== undefined) return known;
  const permitted = ({ context }: { context: Verdicts }, params: unknown): boolean => recorded(context, params as Permission);
  const provided = machine.provide({ guards: { permitted } });
  fromRecord.set(machine, provided);
  return provided;
}

/** Steps that were replayed already: the same claim has the same answer, and a log of a million events makes a few hundred different ones. */
const answers = new WeakMap<Lifecycle, Map<string, Replayed | null>>();
const MOST_ANSWERS = 10_000;
const MOST_CHARACTERS = 2_000;

/**
 * The step that a log event claims, taken with the verdicts it recorded. Null when it was not enabled: no such event
 * in this state, or a requirement or condition not recorded or not satisfied. Throws when the log names no known machine.
 */
export function replayStep(machineId: MachineId, version: string, from: string | null, event: string, verdicts: Verdicts): Replayed | null {
  const of = lifecycle<MachineId>(machineId, version) as Lifecycle;
  const known = answers.get(of) ?? new Map<string, Replayed | null>();
  const claim = JSON.stringify([from, event, verdicts]);
  const answer = known.get(claim);
  if (answer !== undefined) return answer;
  const found = taken(of, from, event, verdicts);
  if (known.size < MOST_ANSWERS && claim.length < MOST_CHARACTERS) answers.set(of, known.set(claim, found));
  return found;
}

function taken(of: Lifecycle, from: string | null, event: string, verdicts: Verdicts): Replayed | null {
  const required = of.requirements[event];
  if (required === undefined || !required.every(({ id }) => verdicts[id] === true)) return null;
  const branch = transitionsOf(of, from, event).find(({ guard }) => recorded(verdicts, guard.params));
  if (branch === undefined) return null;
  if (from === null) return { to: branch.target };
  const machine = machineFromRecord(of);
  const snapshot = machine.resolveState({ value: from, context: verdicts });
  if (!snapshot.can({ type: event })) return null;
  const [next] = transition(machine, snapshot, { type: event });
  return { to: branch.meta?.leaves === true ? null : String(next.value) };
}
