import { setup } from 'xstate';
import { guardOf } from './guards.js';
import { TASK_REQUIREMENTS } from './matter.requirements.js';
import { MATTER_CONDITIONS } from './matter.conditions.js';
import type { MatterEvent } from './matter.events.js';
import type { MatterFacts, TaskState } from './matter.facts.js';
import { byGivingOffice } from './matter.steps.js';
import { factsAsGiven, type Permission, type Transition } from './policy.js';

/** An office hands a task down to the bodies below it. */
export const compilationTaskCreation = {
  issue: [
    { target: 'issued', guard: byGivingOffice, description: '下达编制任务，各单位各有一项义务 · issued, an obligation for each body' },
  ],
} as const satisfies Record<string, readonly Transition<TaskState>[]>;

const isPermitted = guardOf<MatterFacts, MatterEvent>(MATTER_CONDITIONS, TASK_REQUIREMENTS);

/** 编制任务: what an office hands down from a notice (domain.md §2, 内政数字〔2024〕128号). */
export const compilationTaskMachine = setup({
  types: {
    context: {} as MatterFacts,
    events: {} as MatterEvent,
    input: {} as MatterFacts,
  },
  guards: { permitted: (args, params: Permission) => isPermitted(args, params) },
}).createMachine({
  id: 'compilationTask',
  context: factsAsGiven,
  initial: 'issued',
  states: {
    issued: {
      description: '已下达',
      on: {
        close: {
          target: 'closed',
          guard: byGivingOffice,
          description: '办结任务，未完成的义务仍在 · closed; what is not done stays to be done',
        },
        withdraw: {
          target: 'withdrawn',
          guard: byGivingOffice,
          description: '撤销任务，各项义务随之取消 · withdrawn, its obligations are cancelled',
        },
      },
    },
    closed: {
      description: '已办结',
      on: {
        withdraw: {
          target: 'withdrawn',
          guard: byGivingOffice,
          description: '撤销任务，各项义务随之取消 · withdrawn, its obligations are cancelled',
        },
      },
    },
    withdrawn: { description: '已撤销', type: 'final' },
  },
});
