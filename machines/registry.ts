import {
  catalogueVersion,
  compilationTask,
  itemReview,
  obligation,
  progressReport,
  purge,
  rectification,
  type Lifecycle,
  type LifecycleOf,
  type MachineId,
} from './lifecycles.js';
import type { Transition } from './policy.js';

export type { Lifecycle, Lifecycles, MachineId, MatterMachineId } from './lifecycles.js';

/** Every version of every lifecycle, the one in force last; replay needs the old ones for ever. */
const REGISTRY = new Map<MachineId, Lifecycle[]>();

/** Brings in versions of lifecycles; of each lifecycle the last one is in force. */
export function bringIn(...lifecycles: readonly Lifecycle[]): void {
  for (const known of lifecycles) REGISTRY.set(known.id, [...(REGISTRY.get(known.id) ?? []), known]);
}
bringIn(catalogueVersion, itemReview, compilationTask, obligation, rectification, progressReport, purge);

export const MACHINE_IDS: readonly MachineId[] = [...REGISTRY.keys()];

/** The lifecycle that a log event names. Throws when there is none: a log that names it is defective. */
export function lifecycle<M extends MachineId>(id: M, version: string): LifecycleOf<M> {
  const found = REGISTRY.get(id)?.find((candidate) => candidate.version === version);
  if (found === undefined) throw new Error(`no machine ${id} version ${version}`);
  return found as unknown as LifecycleOf<M>;
}

/** The version under which new things are done. */
export function currentVersion(id: MachineId): string {
  return REGISTRY.get(id)!.at(-1)!.version;
}

/** The versions that were in force before, the oldest first. */
export function formerVersions(id: MachineId): string[] {
  return REGISTRY.get(id)!
    .slice(0, -1)
    .map(({ version }) => version);
}

/** The transitions of an event from a state, in the machine's order; from no state, those that create. */
export function transitionsOf(of: Pick<Lifecycle, 'machine' | 'creation'>, state: string | null, event: string): readonly Transition[] {
  if (state === null) return of.creation[event] ?? [];
  const states = of.machine.config.states as Record<string, { on?: Record<string, Transition | readonly Transition[]> }>;
  const transitions = states[state]?.on?.[event];
  if (transitions === undefined) return [];
  return Array.isArray(transitions) ? (transitions as readonly Transition[]) : [transitions as Transition];
}

/** Every event type of a lifecycle, those that create first. */
export function eventTypesOf(of: Pick<Lifecycle, 'requirements'>): readonly string[] {
  return Object.keys(of.requirements);
}

/** Every state of a lifecycle, in the machine's order. */
export function statesOf(of: Pick<Lifecycle, 'machine'>): readonly string[] {
  return Object.keys(of.machine.config.states ?? {});
}

export interface TransitionRow {
  readonly machineId: MachineId;
  readonly version: string;
  readonly from: string | null;
  readonly event: string;
  readonly to: string;
  /** Who may take it, `system` among them where the system does; and who else in a small body. */
  readonly roles: readonly string[];
  readonly smallBody: readonly string[];
}

/** Every legal step (quality.md, I9), creation included; an item that goes has no state to go to and no row. */
export function transitionTable(): TransitionRow[] {
  const rows = new Map<string, TransitionRow>();
  for (const machineId of MACHINE_IDS) {
    for (const known of REGISTRY.get(machineId)!) {
      for (const from of [null, ...statesOf(known)]) {
        for (const event of eventTypesOf(known)) {
          for (const { target, meta, guard } of transitionsOf(known, from, event)) {
            if (meta?.leaves === true) continue;
            const step = { machineId, version: known.version, from, event, to: target };
            const same = rows.get(JSON.stringify(step));
            const roles = [...new Set([...(same?.roles ?? []), ...guard.params.by])];
            const smallBody = [...new Set([...(same?.smallBody ?? []), ...(guard.params.smallBody ?? [])])];
            rows.set(JSON.stringify(step), { ...step, roles, smallBody });
          }
        }
      }
    }
  }
  return [...rows.values()];
}

/** JSON with its keys in order: the same definition always gives the same text. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, canonical(inner)]));
}

/**
 * The policy of a lifecycle as one canonical JSON text, to be hashed by whoever logs with it: states, transitions with
 * roles and branches, creation, and the requirements of each event with their kind of refusal.
 */
export function definitionOf(id: MachineId, version: string): string {
  const { machine, creation, requirements } = lifecycle<MachineId>(id, version) as Lifecycle;
  const needs = Object.entries(requirements).map(([event, list]) => [
    event,
    list.map((requirement) => ({ id: requirement.id, refusal: requirement.refusal })),
  ]);
  return JSON.stringify(canonical({ config: machine.config, creation, requirements: Object.fromEntries(needs) }));
}
