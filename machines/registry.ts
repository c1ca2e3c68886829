import type { AnyStateMachine } from 'xstate';
import { VERSION_CONDITIONS } from './catalogue-version.conditions.js';
import type { CatalogueVersionParameters } from './catalogue-version.events.js';
import type { CatalogueVersionFacts } from './catalogue-version.facts.js';
import { catalogueVersionCreation, catalogueVersionMachine } from './catalogue-version.machine.js';
import { VERSION_REQUIREMENTS } from './catalogue-version.requirements.js';
import { ITEM_CONDITIONS } from './item-review.conditions.js';
import type { ItemReviewParameters } from './item-review.events.js';
import type { ItemReviewFacts, ItemState, VersionState } from './item-review.facts.js';
import { itemReviewCreation, itemReviewMachine } from './item-review.machine.js';
import { ITEM_REQUIREMENTS } from './item-review.requirements.js';
import { compilationTaskCreation, compilationTaskMachine } from './compilation-task.machine.js';
import { MATTER_CONDITIONS } from './matter.conditions.js';
import type { MatterParameters } from './matter.events.js';
import type { MatterFacts, ObligationState, RectificationState, ReportState, TaskState } from './matter.facts.js';
import { OBLIGATION_REQUIREMENTS, RECTIFICATION_REQUIREMENTS, REPORT_REQUIREMENTS, TASK_REQUIREMENTS } from './matter.requirements.js';
import { obligationCreation, obligationMachine } from './obligation.machine.js';
import { progressReportCreation, progressReportMachine } from './progress-report.machine.js';
import { rectificationCreation, rectificationMachine } from './rectification.machine.js';
import type { Requirement, Transition } from './policy.js';
import type { RequirementId } from './requirement-messages.js';

/** What each lifecycle speaks of. */
export interface Lifecycles {
  catalogueVersion: { state: VersionState; event: CatalogueVersionParameters; facts: CatalogueVersionFacts };
  itemReview: { state: ItemState; event: ItemReviewParameters; facts: ItemReviewFacts };
  compilationTask: { state: TaskState; event: MatterParameters; facts: MatterFacts };
  obligation: { state: ObligationState; event: MatterParameters; facts: MatterFacts };
  rectification: { state: RectificationState; event: MatterParameters; facts: MatterFacts };
  progressReport: { state: ReportState; event: MatterParameters; facts: MatterFacts };
}
export type MachineId = keyof Lifecycles;
/** The lifecycles of what offices hand down and follow up. */
export type MatterMachineId = Exclude<MachineId, 'catalogueVersion' | 'itemReview'>;

/** One lifecycle in one version: its machine and the data that its guards are made of. */
export interface Lifecycle<Facts = never, Event = never> {
  readonly id: MachineId;
  readonly version: string;
  readonly machine: AnyStateMachine;
  /** Events that bring the thing into being, from no state. */
  readonly creation: Readonly<Partial<Record<string, readonly Transition[]>>>;
  readonly requirements: Readonly<Record<string, readonly Requirement<Facts, Event, RequirementId>[]>>;
  readonly conditions: Readonly<Record<string, (facts: Facts, event: Event) => boolean>>;
}
type LifecycleOf<M extends MachineId> = Lifecycle<Lifecycles[M]['facts'], Lifecycles[M]['event']>;

const catalogueVersion: LifecycleOf<'catalogueVersion'> = {
  id: 'catalogueVersion',
  version: '0',
  machine: catalogueVersionMachine,
  creation: catalogueVersionCreation,
  requirements: VERSION_REQUIREMENTS,
  conditions: VERSION_CONDITIONS,
};

const itemReview: LifecycleOf<'itemReview'> = {
  id: 'itemReview',
  version: '0',
  machine: itemReviewMachine,
  creation: itemReviewCreation,
  requirements: ITEM_REQUIREMENTS,
  conditions: ITEM_CONDITIONS,
};

const compilationTask: LifecycleOf<'compilationTask'> = {
  id: 'compilationTask',
  version: '0',
  machine: compilationTaskMachine,
  creation: compilationTaskCreation,
  requirements: TASK_REQUIREMENTS,
  conditions: MATTER_CONDITIONS,
};

const obligation: LifecycleOf<'obligation'> = {
  id: 'obligation',
  version: '0',
  machine: obligationMachine,
  creation: obligationCreation,
  requirements: OBLIGATION_REQUIREMENTS,
  conditions: MATTER_CONDITIONS,
};

const rectification: LifecycleOf<'rectification'> = {
  id: 'rectification',
  version: '0',
  machine: rectificationMachine,
  creation: rectificationCreation,
  requirements: RECTIFICATION_REQUIREMENTS,
  conditions: MATTER_CONDITIONS,
};

const progressReport: LifecycleOf<'progressReport'> = {
  id: 'progressReport',
  version: '0',
  machine: progressReportMachine,
  creation: progressReportCreation,
  requirements: REPORT_REQUIREMENTS,
  conditions: MATTER_CONDITIONS,
};

/** Every version of every lifecycle, the one in force last; replay needs the old ones for ever. */
const REGISTRY: { readonly [M in MachineId]: readonly LifecycleOf<M>[] } = {
  catalogueVersion: [catalogueVersion],
  itemReview: [itemReview],
  compilationTask: [compilationTask],
  obligation: [obligation],
  rectification: [rectification],
  progressReport: [progressReport],
};
export const MACHINE_IDS = Object.keys(REGISTRY) as readonly MachineId[];

/** The lifecycle that a log event names. Throws when there is none: a log that names it is defective. */
export function lifecycle<M extends MachineId>(id: M, version: string): LifecycleOf<M> {
  const found = REGISTRY[id]?.find((candidate) => candidate.version === version);
  if (found === undefined) throw new Error(`no machine ${id} version ${version}`);
  return found;
}

/** The version under which new things are done. */
export function currentVersion(id: MachineId): string {
  return REGISTRY[id].at(-1)!.version;
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
    for (const known of REGISTRY[machineId]) {
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
