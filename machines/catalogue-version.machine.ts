import { setup } from 'xstate';
import { VERSION_CONDITIONS, type VersionCondition } from './catalogue-version.conditions.js';
import type { CatalogueVersionEvent, CatalogueVersionEventType } from './catalogue-version.events.js';
import type { CatalogueVersionFacts } from './catalogue-version.facts.js';
import { guardOf } from './guards.js';
import { VERSION_REQUIREMENTS } from './catalogue-version.requirements.js';
import type { VersionState } from './item-review.facts.js';
import { factsAsGiven, type Permission, type Transition } from './policy.js';

/** The role or roles and, where an event branches, the branch. */
const permitted = (params: Permission<VersionCondition>) => ({ type: 'permitted', params }) as const;

/** A text that this open version holds was barred: nobody goes on with it before it is edited or decided anew. */
const textBarred = {
  target: 'draft',
  guard: permitted({ by: ['system'] }),
  description: '所含文本被封禁，退回编制 · a text it holds was barred: back to the draft',
} as const;

const recall = {
  target: 'draft',
  guard: permitted({ by: ['compiler'] }),
  description: '编制人撤回 · the compiler takes it back; decisions stand',
} as const;

const returnByLeader = {
  target: 'draft',
  guard: permitted({ by: ['departmentLeader'] }),
  description: '部门负责人退回 · the leader returns it; decisions stand',
} as const;

/** Leak response: the text is barred everywhere at once; the version keeps its state. */
const suspendItem = <const State extends VersionState>(target: State) =>
  ({
    target,
    guard: permitted({ by: ['confidentialityOfficer', 'departmentLeader'] }),
    description: '封禁一项的公开文本 · bars the text shown for one item, in every version',
  }) as const;

const takeDown = {
  target: 'takenDown',
  guard: permitted({ by: ['confidentialityOfficer', 'departmentLeader'] }),
  description: '整体撤下 · a tombstone remains',
} as const;

const revise = <const State extends VersionState>(target: State) =>
  ({
    target,
    guard: permitted({ by: ['compiler'] }),
    description: '发起修订，本版本不变 · opens the next draft, this version stays as it is',
  }) as const;

/** How a version comes to be: the first draft, or the next one after `revise` (which is judged on the version revised). */
export const catalogueVersionCreation: Partial<Record<CatalogueVersionEventType, readonly Transition<VersionState, VersionCondition>[]>> = {
  create: [{ target: 'draft', guard: permitted({ by: ['compiler'] }), description: '新建首个版本 · opens the first draft' }],
};

const isPermitted = guardOf<CatalogueVersionFacts, CatalogueVersionEvent>(VERSION_CONDITIONS, VERSION_REQUIREMENTS);

/** A version of a catalogue from its draft to its publication and after: product.md, "catalogueVersion". */
export const catalogueVersionMachine = setup({
  types: {
    context: {} as CatalogueVersionFacts,
    input: {} as CatalogueVersionFacts,
    events: {} as CatalogueVersionEvent,
  },
  guards: { permitted: isPermitted },
}).createMachine({
  id: 'catalogueVersion',
  version: '0',
  context: factsAsGiven,
  initial: 'draft',
  states: {
    draft: {
      description: '编制',
      on: {
        submit: {
          target: 'confidentialityReview',
          guard: permitted({ by: ['compiler'] }),
          description: '提交审查 · hands every changed item to review',
        },
        discard: { target: 'discarded', guard: permitted({ by: ['compiler'] }), description: '作废 · gives the draft up' },
        textBarred,
      },
    },
    confidentialityReview: {
      description: '保密审查',
      on: {
        concludeConfidentialityReview: [
          {
            target: 'riskAssessment',
            guard: permitted({ by: ['confidentialityOfficer'], when: ['assessmentOutstanding'] }),
            description: '审查完毕，尚有事项待评估 · every item reviewed, some await assessment',
          },
          {
            target: 'departmentApproval',
            guard: permitted({ by: ['confidentialityOfficer'], unless: ['assessmentOutstanding'] }),
            description: '审查完毕，无须评估 · every item concluded',
          },
        ],
        return: {
          target: 'draft',
          guard: permitted({ by: ['confidentialityOfficer'] }),
          description: '保密审查员退回 · the officer returns it; decisions stand',
        },
        recall,
        textBarred,
      },
    },
    riskAssessment: {
      description: '风险评估',
      on: {
        concludeRiskAssessment: {
          target: 'departmentApproval',
          guard: permitted({ by: ['riskAssessor'], smallBody: ['confidentialityOfficer'] }),
          description: '评估完毕 · every item concluded',
        },
        return: {
          target: 'draft',
          guard: permitted({ by: ['riskAssessor'], smallBody: ['confidentialityOfficer'] }),
          description: '风险评估员退回 · the assessor returns it; decisions stand',
        },
        recall,
        textBarred,
      },
    },
    departmentApproval: {
      description: '部门审批',
      on: {
        approve: [
          {
            target: 'scheduled',
            guard: permitted({ by: ['departmentLeader'], when: ['publishLater'] }),
            description: '批准，定时发布 · approved for a later time',
          },
          {
            target: 'published',
            guard: permitted({ by: ['departmentLeader'], unless: ['publishLater'] }),
            description: '批准并发布 · approved and published at once',
          },
        ],
        itemReopened: {
          target: 'confidentialityReview',
          guard: permitted({ by: ['system'] }),
          description: '有事项重新审查 · together with an item reopened',
        },
        return: returnByLeader,
        recall,
        textBarred,
      },
    },
    scheduled: {
      description: '待发布',
      on: {
        release: {
          target: 'published',
          guard: permitted({ by: ['system'] }),
          description: '到时发布 · by the clock, everything checked again',
        },
        refuseRelease: {
          target: 'departmentApproval',
          guard: permitted({ by: ['system'] }),
          description: '发布条件不再具备 · the requirements no longer hold',
        },
        return: returnByLeader,
        recall,
        textBarred,
      },
    },
    published: {
      description: '已发布',
      on: {
        revise: revise('published'),
        supersede: { target: 'revised', guard: permitted({ by: ['system'] }), description: '后一版本发布 · its successor is published' },
        suspendItem: suspendItem('published'),
        takeDown,
      },
    },
    revised: {
      description: '已修订',
      on: { revise: revise('revised'), suspendItem: suspendItem('revised'), takeDown },
    },
    takenDown: {
      description: '已撤下',
      on: { revise: revise('takenDown'), suspendItem: suspendItem('takenDown') },
    },
    discarded: { description: '已作废', type: 'final' },
  },
});
