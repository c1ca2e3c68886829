import { setup } from 'xstate';
import { guardOf } from './guards.js';
import { OBLIGATION_REQUIREMENTS } from './matter.requirements.js';
import { MATTER_CONDITIONS } from './matter.conditions.js';
import type { MatterEvent } from './matter.events.js';
import type { MatterFacts, ObligationState } from './matter.facts.js';
import { awaiting, byGivingOffice, bySystem, extendTo, late, permitted } from './matter.steps.js';
import { factsAsGiven, type Permission, type Transition } from './policy.js';

/** Along with its task, one for each body. */
export const obligationCreation = {
  issue: [{ target: 'open', guard: bySystem, description: '随任务下达 · comes with its task' }],
} as const satisfies Record<string, readonly Transition<ObligationState>[]>;

const cancel = { target: 'withdrawn', guard: bySystem, description: '随任务撤销 · cancelled with its task' } as const;
const extend = extendTo('open');

/** What may settle it while it is not done: the catalogue itself, or an office that says why it need not or was done elsewhere. */
const settle = {
  fulfil: { target: 'fulfilled', guard: bySystem, description: '目录已发布 · a catalogue that fulfils it is in force' },
  recordOutside: {
    target: 'doneOutside',
    guard: permitted({ by: ['coveringOffice'] }),
    description: '登记系统外完成，附公开网址和依据 · done outside the system, with its public address and evidence',
  },
  exempt: { target: 'exempted', guard: byGivingOffice, description: '豁免 · exempted, with a reason' },
  cancel,
} as const;

const isPermitted = guardOf<MatterFacts, MatterEvent>(MATTER_CONDITIONS, OBLIGATION_REQUIREMENTS);

/** 义务: what one body owes under a task. It follows the body's catalogue by itself. */
export const obligationMachine = setup({
  types: {
    context: {} as MatterFacts,
    events: {} as MatterEvent,
    input: {} as MatterFacts,
  },
  guards: { permitted: (args, params: Permission) => isPermitted(args, params) },
}).createMachine({
  id: 'obligation',
  context: factsAsGiven,
  initial: 'open',
  states: {
    open: { description: '待完成', on: { ...settle, extend, ...awaiting('open', 'overdue') } },
    overdue: { description: '已逾期', on: { ...settle, extend, ...late('open', 'overdue') } },
    fulfilled: {
      description: '已完成',
      on: {
        lapse: { target: 'open', guard: bySystem, description: '目录不再有效，恢复待完成 · nothing that fulfils it is in force any more' },
        cancel,
      },
    },
    doneOutside: {
      description: '系统外完成',
      on: {
        reinstate: {
          target: 'open',
          guard: permitted({ by: ['coveringOffice'] }),
          description: '撤销登记，恢复待完成 · the record is taken back',
        },
        cancel,
      },
    },
    exempted: {
      description: '已豁免',
      on: {
        reinstate: { target: 'open', guard: byGivingOffice, description: '取消豁免，恢复待完成 · the exemption is taken back' },
        cancel,
      },
    },
    withdrawn: { description: '已取消', type: 'final' },
  },
});
