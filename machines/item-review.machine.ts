import { setup } from 'xstate';
import { guardOf } from './guards.js';
import { ITEM_REQUIREMENTS } from './item-review.requirements.js';
import { ITEM_CONDITIONS, type ItemCondition } from './item-review.conditions.js';
import type { ItemReviewEvent, ItemReviewEventType } from './item-review.events.js';
import type { ItemReviewFacts, ItemState } from './item-review.facts.js';
import { factsAsGiven, type Permission, type Transition } from './policy.js';

/** The role or roles and, where an event branches, the branch. */
const permitted = (params: Permission<ItemCondition>) => ({ type: 'permitted', params }) as const;

const reviewer = ['confidentialityOfficer'] as const;
const reopener = ['confidentialityOfficer', 'departmentLeader'] as const;
const endorser = ['departmentLeader', 'leadingGroupOffice'] as const;
/** A small body's officer also takes the risk step, HIGH excepted (product.md, rule 3). */
const assessor = { by: ['riskAssessor'], smallBody: ['confidentialityOfficer'] } as const;

/** A removal that was public is a change to review; an item never public just goes. */
const remove = <const State extends ItemState>(here: State) =>
  [
    {
      target: 'drafting',
      guard: permitted({ by: ['compiler'], when: ['wasPublic'] }),
      description: '删除曾公开的事项，待审查 · its removal is drafted and will be reviewed',
    },
    {
      target: here,
      guard: permitted({ by: ['compiler'], unless: ['wasPublic'] }),
      description: '删除从未公开的事项 · an item never public just goes',
      meta: { leaves: true },
    },
  ] as const;

/** In a draft every item may be edited that is not sealed; what was decided on it is void. */
const edit = [
  {
    target: 'referred',
    guard: permitted({ by: ['compiler'], when: ['incomingReferred'] }),
    description: '改回已提请的文本，仍属提请 · takes on a referred text again',
  },
  {
    target: 'drafting',
    guard: permitted({ by: ['compiler'], unless: ['incomingReferred'] }),
    description: '修改，原有决定失效 · edited, decisions on it are void',
  },
] as const;

const textBarred = [
  {
    target: 'referred',
    guard: permitted({ by: ['system'], when: ['textReferred'] }),
    description: '文本被封禁，仍属提请 · barred, and still referred',
  },
  {
    target: 'drafting',
    guard: permitted({ by: ['system'], unless: ['textReferred'] }),
    description: '文本被封禁，重新编制 · barred, to be drafted anew',
  },
] as const;

const enterReview = [
  {
    target: 'referred',
    guard: permitted({ by: ['system'], when: ['textReferred'] }),
    description: '文本已提请，仍属提请 · its text is a referred one',
  },
  {
    target: 'awaitingReview',
    guard: permitted({ by: ['system'], unless: ['textReferred'] }),
    description: '随版本提交 · with the version’s submission',
  },
] as const;

const reopen = [
  {
    target: 'referred',
    guard: permitted({ by: reopener, when: ['textReferred'] }),
    description: '重新审查，回到提请 · reopened, its text is a referred one',
  },
  {
    target: 'awaitingReview',
    guard: permitted({ by: reopener, unless: ['textReferred'] }),
    description: '重新审查 · reopened, decisions are void',
  },
] as const;

const setAside = {
  target: 'setAside',
  guard: permitted({ by: reviewer }),
  description: '留待下期，沿用或不沿用前一版本 · waits for the next draft, keeping or dropping the predecessor’s text',
} as const;

const requireMitigation = { target: 'returned', description: '要求整改 · mitigation first, decisions are void' } as const;
const rejectRisk = {
  target: 'withheld',
  guard: permitted(assessor),
  description: '风险不可接受，不予公开 · the risk is not accepted',
} as const;

/** What may happen in any state, while the version is a draft or when a text is barred. */
const anywhere = <const State extends ItemState>(here: State) => ({ edit, remove: remove(here), textBarred });
const concluded = <const State extends ItemState>(here: State) => ({ ...anywhere(here), reopen });

/** How an item comes to be: typed in, imported, or brought along from the version that is revised. */
export const itemReviewCreation: Partial<Record<ItemReviewEventType, readonly Transition<ItemState, ItemCondition>[]>> = {
  create: [
    {
      target: 'referred',
      guard: permitted({ by: ['compiler'], when: ['incomingReferred'] }),
      description: '新增，文本已提请 · a new item with a referred text',
    },
    { target: 'drafting', guard: permitted({ by: ['compiler'], unless: ['incomingReferred'] }), description: '新增 · a new item' },
  ],
};

const isPermitted = guardOf<ItemReviewFacts, ItemReviewEvent>(ITEM_CONDITIONS, ITEM_REQUIREMENTS);

/** The review of one reviewable, a catalogue item now: product.md, "itemReview". */
export const itemReviewMachine = setup({
  types: {
    context: {} as ItemReviewFacts,
    input: {} as ItemReviewFacts,
    events: {} as ItemReviewEvent,
  },
  guards: { permitted: isPermitted },
}).createMachine({
  id: 'itemReview',
  version: '0',
  context: factsAsGiven,
  initial: 'drafting',
  states: {
    drafting: {
      description: '编制中',
      on: {
        ...anywhere('drafting'),
        enterReview,
        carryOver: [
          {
            target: 'releasable',
            guard: permitted({ by: ['system'], when: ['carriedReleasable'] }),
            description: '沿用可发布 · the decision is carried over',
          },
          {
            target: 'withheld',
            guard: permitted({ by: ['system'], when: ['carriedWithheld'] }),
            description: '沿用不予公开 · the decision is carried over',
          },
          {
            target: 'onApplication',
            guard: permitted({ by: ['system'], when: ['carriedOnApplication'] }),
            description: '沿用依申请 · the decision is carried over',
          },
          {
            target: 'referred',
            guard: permitted({ by: ['system'], when: ['carriedReferred'] }),
            description: '仍属提请 · the referral is carried over',
          },
        ],
      },
    },
    awaitingReview: {
      description: '待审查',
      on: {
        ...anywhere('awaitingReview'),
        clear: [
          {
            target: 'cleared',
            guard: permitted({ by: reviewer, when: ['assessmentNeeded'] }),
            description: '可公开，待风险评估 · may be disclosed, once its risk is assessed',
          },
          {
            target: 'releasable',
            guard: permitted({ by: reviewer, unless: ['assessmentNeeded'] }),
            description: '可公开 · may be disclosed',
          },
        ],
        requireRedaction: { target: 'returned', guard: permitted({ by: reviewer }), description: '脱敏后公开 · to be redacted first' },
        return: { target: 'returned', guard: permitted({ by: reviewer }), description: '退回 · returned to the compiler' },
        withhold: { target: 'withheld', guard: permitted({ by: reviewer }), description: '不予公开 · withheld, on a named ground' },
        discloseOnApplication: {
          target: 'onApplication',
          guard: permitted({ by: reviewer }),
          description: '依申请公开 · on application only',
        },
        refer: {
          target: 'referred',
          guard: permitted({ by: reviewer }),
          description: '提请确定，封存内容 · referred to the secrecy administration and sealed',
        },
        defer: { target: 'deferred', guard: permitted({ by: reviewer }), description: '暂缓 · deferred' },
      },
    },
    returned: {
      description: '待修改',
      on: {
        ...anywhere('returned'),
        edit: [
          edit[0],
          {
            target: 'drafting',
            guard: permitted({ by: ['compiler'], when: ['versionInDraft'], unless: ['incomingReferred'] }),
            description: '在编制稿中修改 · edited in the draft',
          },
          {
            target: 'returned',
            guard: permitted({ by: ['compiler'], unless: ['versionInDraft', 'incomingReferred'] }),
            description: '修改中，尚未答复 · edited, not yet answered',
          },
        ],
        amend: [
          {
            target: 'referred',
            guard: permitted({ by: ['compiler'], when: ['incomingReferred'] }),
            description: '改为已提请的文本 · answered with a referred text',
          },
          {
            target: 'awaitingReview',
            guard: permitted({ by: ['compiler'], unless: ['incomingReferred'] }),
            description: '修改或说明后再送审 · answered by a changed text or a reply',
          },
        ],
        enterReview,
        setAside,
      },
    },
    referred: {
      description: '已提请',
      on: {
        textBarred: {
          target: 'referred',
          guard: permitted({ by: ['system'] }),
          description: '文本被封禁，仍属提请 · barred, and still referred',
        },
        determine: [
          {
            target: 'withheld',
            guard: permitted({ by: reviewer, when: ['determinedToWithhold'] }),
            description: '确定不予公开 · determined: not to be disclosed',
          },
          {
            target: 'cleared',
            guard: permitted({ by: reviewer, when: ['assessmentNeeded'], unless: ['determinedToWithhold'] }),
            description: '确定可公开，待风险评估 · determined open, to be assessed',
          },
          {
            target: 'releasable',
            guard: permitted({ by: reviewer, unless: ['assessmentNeeded', 'determinedToWithhold'] }),
            description: '确定可公开 · determined open',
          },
        ],
        setAside,
      },
    },
    deferred: {
      description: '暂缓',
      on: {
        ...anywhere('deferred'),
        resume: { target: 'awaitingReview', guard: permitted({ by: reviewer }), description: '恢复审查 · review goes on' },
        setAside,
      },
    },
    cleared: {
      description: '待评估',
      on: {
        ...anywhere('cleared'),
        acceptRisk: [
          {
            target: 'awaitingEndorsement',
            guard: permitted({ by: ['riskAssessor'], when: ['riskIsHigh'] }),
            description: '高风险，待核准 · HIGH, to be endorsed',
          },
          {
            target: 'releasable',
            guard: permitted({ ...assessor, unless: ['riskIsHigh'] }),
            description: '风险可接受 · LOW, or MEDIUM with measures',
          },
        ],
        requireMitigation: { ...requireMitigation, guard: permitted(assessor) },
        rejectRisk,
      },
    },
    awaitingEndorsement: {
      description: '待核准',
      on: {
        ...anywhere('awaitingEndorsement'),
        endorse: { target: 'releasable', guard: permitted({ by: endorser }), description: '核准 · endorsed' },
        requireMitigation: { ...requireMitigation, guard: permitted({ ...assessor, by: [...assessor.by, ...endorser] }) },
        rejectRisk,
      },
    },
    releasable: { description: '可发布', on: concluded('releasable') },
    withheld: { description: '不予公开', on: concluded('withheld') },
    onApplication: { description: '依申请', on: concluded('onApplication') },
    setAside: { description: '留待下期', on: concluded('setAside') },
  },
});
