import { setup } from 'xstate';
import { guardOf } from './guards.js';
import { REPORT_REQUIREMENTS } from './matter.requirements.js';
import { MATTER_CONDITIONS } from './matter.conditions.js';
import type { MatterEvent } from './matter.events.js';
import type { MatterFacts, ReportState } from './matter.facts.js';
import { awaiting, byGivingOffice, late, permitted } from './matter.steps.js';
import { factsAsGiven, type Permission, type Transition } from './policy.js';

/** A territory's office writes its own; a department's is written by its people. */
const author = ['ownOffice', 'compiler', 'departmentLeader'] as const;
const byAuthor = permitted({ by: author });

export const progressReportCreation = {
  open: [
    { target: 'drafting', guard: permitted({ by: [...author, 'system'] }), description: '建立报告 · by the calendar, or by its author' },
  ],
} as const satisfies Record<string, readonly Transition<ReportState>[]>;

const writing = <const Here extends ReportState>(here: Here) =>
  ({
    compose: { target: here, guard: byAuthor, description: '按现有数据生成内容 · composed anew from the data' },
    edit: { target: here, guard: byAuthor, description: '修改内容 · edited' },
    submit: { target: 'submitted', guard: byAuthor, description: '报送 · goes to the superior' },
  }) as const;

const isPermitted = guardOf<MatterFacts, MatterEvent>(MATTER_CONDITIONS, REPORT_REQUIREMENTS);

/** 报告: what goes upward every quarter and every year (domain.md §7). */
export const progressReportMachine = setup({
  types: {
    context: {} as MatterFacts,
    events: {} as MatterEvent,
    input: {} as MatterFacts,
  },
  guards: { permitted: (args, params: Permission) => isPermitted(args, params) },
}).createMachine({
  id: 'progressReport',
  context: factsAsGiven,
  initial: 'drafting',
  states: {
    drafting: { description: '待报送', on: { ...writing('drafting'), ...awaiting('drafting', 'overdue') } },
    overdue: { description: '逾期未报送', on: { ...writing('overdue'), ...late('drafting', 'overdue') } },
    submitted: {
      description: '已报送',
      on: {
        receive: { target: 'received', guard: byGivingOffice, description: '上级接收 · received' },
        return: { target: 'drafting', guard: byGivingOffice, description: '上级退回 · returned, with a reason' },
        recall: { target: 'drafting', guard: byAuthor, description: '撤回修改 · taken back by its author' },
      },
    },
    received: { description: '已接收', type: 'final' },
  },
});
