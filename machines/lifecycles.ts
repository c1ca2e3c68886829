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
import type { PurgeParameters } from './purge.events.js';
import type { PurgeFacts, PurgeState } from './purge.facts.js';
import { purgeCreation, purgeMachine } from './purge.machine.js';
import type { PurgeRequirementId } from './purge.messages.js';
import { PURGE_REQUIREMENTS } from './purge.requirements.js';
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
  purge: { state: PurgeState; event: PurgeParameters; facts: PurgeFacts };
}
export type MachineId = keyof Lifecycles;
/** The lifecycles of what offices hand down and follow up. */
export type MatterMachineId = Exclude<MachineId, 'catalogueVersion' | 'itemReview' | 'purge'>;

/** What something may need, in whatever lifecycle. */
export type AnyRequirementId = RequirementId | PurgeRequirementId;

/** One lifecycle in one version: its machine and the data that its guards are made of. */
export interface Lifecycle<Facts = never, Event = never> {
  readonly id: MachineId;
  readonly version: string;
  readonly machine: AnyStateMachine;
  /** Events that bring the thing into being, from no state. */
  readonly creation: Readonly<Partial<Record<string, readonly Transition[]>>>;
  readonly requirements: Readonly<Record<string, readonly Requirement<Facts, Event, AnyRequirementId>[]>>;
  readonly conditions: Readonly<Record<string, (facts: Facts, event: Event) => boolean>>;
}
export type LifecycleOf<M extends MachineId> = Lifecycle<Lifecycles[M]['facts'], Lifecycles[M]['event']>;

export const catalogueVersion: LifecycleOf<'catalogueVersion'> = {
  id: 'catalogueVersion',
  version: '0',
  machine: catalogueVersionMachine,
  creation: catalogueVersionCreation,
  requirements: VERSION_REQUIREMENTS,
  conditions: VERSION_CONDITIONS,
};

export const itemReview: LifecycleOf<'itemReview'> = {
  id: 'itemReview',
  version: '0',
  machine: itemReviewMachine,
  creation: itemReviewCreation,
  requirements: ITEM_REQUIREMENTS,
  conditions: ITEM_CONDITIONS,
};

export const compilationTask: LifecycleOf<'compilationTask'> = {
  id: 'compilationTask',
  version: '0',
  machine: compilationTaskMachine,
  creation: compilationTaskCreation,
  requirements: TASK_REQUIREMENTS,
  conditions: MATTER_CONDITIONS,
};

export const obligation: LifecycleOf<'obligation'> = {
  id: 'obligation',
  version: '0',
  machine: obligationMachine,
  creation: obligationCreation,
  requirements: OBLIGATION_REQUIREMENTS,
  conditions: MATTER_CONDITIONS,
};

export const rectification: LifecycleOf<'rectification'> = {
  id: 'rectification',
  version: '0',
  machine: rectificationMachine,
  creation: rectificationCreation,
  requirements: RECTIFICATION_REQUIREMENTS,
  conditions: MATTER_CONDITIONS,
};

export const progressReport: LifecycleOf<'progressReport'> = {
  id: 'progressReport',
  version: '0',
  machine: progressReportMachine,
  creation: progressReportCreation,
  requirements: REPORT_REQUIREMENTS,
  conditions: MATTER_CONDITIONS,
};

export const purge: LifecycleOf<'purge'> = {
  id: 'purge',
  version: '0',
  machine: purgeMachine,
  creation: purgeCreation,
  requirements: PURGE_REQUIREMENTS,
  conditions: {},
};
