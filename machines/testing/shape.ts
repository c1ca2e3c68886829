import { getAdjacencyMap, getShortestPaths } from 'xstate/graph';
import type { Permission } from '../policy.js';
import { eventTypesOf, lifecycle, statesOf, transitionsOf, type Lifecycle, type MachineId } from '../registry.js';

/** An event that carries the branch it wants to take: paths are generated over the machine's shape, facts come after. */
export interface Choice {
  readonly type: string;
  readonly params: Permission;
}

export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly choice: Choice;
}

/** The nodes that the generators of xstate/graph report, as far as they are read here. */
interface Reached {
  readonly state: { readonly value?: unknown };
  readonly event: Choice;
}

export const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** A lifecycle as a graph: every branch of every event from every state, and the shortest ways through it. */
export function shapeOf(id: MachineId) {
  const known = lifecycle<MachineId>(id, '0') as Lifecycle;
  const states = statesOf(known);
  const machine = known.machine.provide({
    guards: { permitted: ({ event }: { event: unknown }, params: unknown) => same((event as Choice).params, params) },
  });
  const choices: Choice[] = states.flatMap((state) =>
    eventTypesOf(known).flatMap((type) => transitionsOf(known, state, type).map(({ guard }) => ({ type, params: guard.params }))),
  );
  const distinct = [...new Map(choices.map((choice) => [JSON.stringify(choice), choice])).values()];
  const options = (events: readonly Choice[]) => ({
    input: {},
    events,
    serializeState: (snapshot: { value?: unknown }) => String(snapshot.value),
    serializeEvent: (event: object) => JSON.stringify(event),
  });
  const isLegal = (from: string, { type, params }: Choice) =>
    transitionsOf(known, from, type).some(({ guard }) => same(guard.params, params));
  const adjacency = getAdjacencyMap(machine, options(distinct) as never) as unknown as Readonly<
    Record<string, { transitions: Readonly<Record<string, Reached>> }>
  >;
  const edges: Edge[] = Object.entries(adjacency)
    .flatMap(([from, { transitions }]) =>
      Object.values(transitions).map(({ event, state }) => ({ from, to: String(state.value), choice: event })),
    )
    .filter(({ from, choice }) => isLegal(from, choice));

  /** The shortest way to every state that can be reached from one, by the choices that are allowed. */
  const pathsFrom = (start: string, allowed: (choice: Choice) => boolean = () => true) =>
    getShortestPaths(machine, {
      ...options(distinct.filter(allowed)),
      fromState: machine.resolveState({ value: start, context: {} }),
    } as never).map(({ state, steps }) => ({
      to: String((state as Reached['state']).value),
      choices: steps.map(({ event }) => event as unknown as Choice).filter(({ type }) => type !== 'xstate.init'),
    }));
  return { machine, states, edges, pathsFrom };
}
