import { setup } from 'xstate';
import { guardOf } from './guards.js';
import { RECTIFICATION_REQUIREMENTS } from './matter.requirements.js';
import { MATTER_CONDITIONS } from './matter.conditions.js';
import type { MatterEvent } from './matter.events.js';
import type { MatterFacts, RectificationState } from './matter.facts.js';
import { awaiting, byGivingOffice, extendTo, late, permitted } from './matter.steps.js';
import { factsAsGiven, type Permission, type Transition } from './policy.js';

/** An office asks a body for something, by a day. */
export const rectificationCreation = {
  issue: [{ target: 'issued', guard: byGivingOffice, description: '发出督办通知 · a notice to one body' }],
} as const satisfies Record<string, readonly Transition<RectificationState>[]>;

const answer = {
  target: 'answered',
  guard: permitted({ by: ['compiler', 'departmentLeader'] }),
  description: '单位答复 · the body answers',
} as const;
const withdraw = { target: 'withdrawn', guard: byGivingOffice, description: '撤回通知 · the notice is withdrawn' } as const;
const extend = extendTo('issued');

const isPermitted = guardOf<MatterFacts, MatterEvent>(MATTER_CONDITIONS, RECTIFICATION_REQUIREMENTS);

/** 督办: a notice to a body, its answer, and what the office says to it (seed 4: 整改意见并督促整改). */
export const rectificationMachine = setup({
  types: {
    context: {} as MatterFacts,
    events: {} as MatterEvent,
    input: {} as MatterFacts,
  },
  guards: { permitted: (args, params: Permission) => isPermitted(args, params) },
}).createMachine({
  id: 'rectification',
  context: factsAsGiven,
  initial: 'issued',
  states: {
    issued: { description: '待答复', on: { answer, extend, withdraw, ...awaiting('issued', 'overdue') } },
    overdue: { description: '逾期未答复', on: { answer, extend, withdraw, ...late('issued', 'overdue') } },
    answered: {
      description: '待核定',
      on: {
        accept: { target: 'accepted', guard: byGivingOffice, description: '认可答复，办结 · the answer is accepted' },
        return: { target: 'issued', guard: byGivingOffice, description: '退回重新答复 · the answer is returned' },
        withdraw,
      },
    },
    accepted: { description: '已办结', type: 'final' },
    withdrawn: { description: '已撤回', type: 'final' },
  },
});
