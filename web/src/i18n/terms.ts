import { language } from './index';

/** A term of the field in both languages. */
type Term = readonly [zh: string, en: string];

const VERSION_STATES = {
  draft: ['编制', 'Draft'],
  confidentialityReview: ['保密审查', 'Confidentiality review'],
  riskAssessment: ['风险评估', 'Risk assessment'],
  departmentApproval: ['部门审批', 'Department approval'],
  scheduled: ['待发布', 'Scheduled'],
  published: ['已发布', 'Published'],
  revised: ['已修订', 'Revised'],
  takenDown: ['已撤下', 'Taken down'],
  discarded: ['已作废', 'Discarded'],
} as const satisfies Record<string, Term>;

const ITEM_STATES = {
  drafting: ['编制中', 'Drafting'],
  awaitingReview: ['待审查', 'Awaiting review'],
  returned: ['待修改', 'Returned'],
  referred: ['已提请', 'Referred'],
  deferred: ['暂缓', 'Deferred'],
  cleared: ['待评估', 'Awaiting assessment'],
  awaitingEndorsement: ['待核准', 'Awaiting endorsement'],
  releasable: ['可发布', 'Releasable'],
  withheld: ['不予公开', 'Withheld'],
  onApplication: ['依申请公开', 'On application'],
  setAside: ['留待下期', 'Set aside'],
} as const satisfies Record<string, Term>;

const TASK_STATES = {
  issued: ['已下达', 'Issued'],
  closed: ['已办结', 'Closed'],
  withdrawn: ['已撤销', 'Withdrawn'],
} as const satisfies Record<string, Term>;

const OBLIGATION_STATES = {
  open: ['待完成', 'Open'],
  overdue: ['已逾期', 'Overdue'],
  fulfilled: ['已完成', 'Fulfilled'],
  doneOutside: ['系统外完成', 'Done outside'],
  exempted: ['已豁免', 'Exempted'],
  withdrawn: ['已取消', 'Cancelled'],
} as const satisfies Record<string, Term>;

const RECTIFICATION_STATES = {
  issued: ['待答复', 'Awaits answer'],
  overdue: ['逾期未答复', 'Answer overdue'],
  answered: ['待核定', 'Answered'],
  accepted: ['已办结', 'Accepted'],
  withdrawn: ['已撤回', 'Withdrawn'],
} as const satisfies Record<string, Term>;

const REPORT_STATES = {
  drafting: ['待报送', 'To be submitted'],
  overdue: ['逾期未报送', 'Overdue'],
  submitted: ['已报送', 'Submitted'],
  received: ['已接收', 'Received'],
} as const satisfies Record<string, Term>;

const PURGE_STATES = {
  proposed: ['待确认', 'To be confirmed'],
  done: ['已清除', 'Purged'],
  withdrawn: ['已撤回', 'Withdrawn'],
} as const satisfies Record<string, Term>;

/** How far an obligation is: its own state once it is settled, before that the stage of the version that is under way. */
const STAGES = {
  notStarted: ['未启动', 'Not started'],
  draft: VERSION_STATES.draft,
  confidentialityReview: VERSION_STATES.confidentialityReview,
  riskAssessment: VERSION_STATES.riskAssessment,
  departmentApproval: VERSION_STATES.departmentApproval,
  scheduled: VERSION_STATES.scheduled,
  fulfilled: ['系统内发布', 'Published here'],
  doneOutside: OBLIGATION_STATES.doneOutside,
  exempted: OBLIGATION_STATES.exempted,
} as const satisfies Record<string, Term>;

const EVENTS = {
  create: ['新建', 'Create'],
  edit: ['修改', 'Edit'],
  remove: ['删除', 'Remove'],
  submit: ['送审', 'Submit'],
  recall: ['撤回', 'Recall'],
  return: ['退回', 'Return'],
  discard: ['作废', 'Discard'],
  concludeConfidentialityReview: ['完成保密审查', 'Conclude the review'],
  concludeRiskAssessment: ['完成风险评估', 'Conclude the assessment'],
  approve: ['批准发布', 'Approve'],
  release: ['按时发布', 'Release'],
  refuseRelease: ['中止发布', 'Refuse release'],
  supersede: ['被新版替代', 'Superseded'],
  suspendItem: ['停止公开一项', 'Suspend an item'],
  takeDown: ['撤下', 'Take down'],
  revise: ['修订', 'Revise'],
  itemReopened: ['重新审查', 'An item was reopened'],
  textBarred: ['内容被停止公开', 'Text barred'],
  enterReview: ['进入审查', 'Enter review'],
  carryOver: ['沿用', 'Carry over'],
  clear: ['可公开', 'Clear'],
  requireRedaction: ['脱敏后公开', 'Require redaction'],
  withhold: ['不予公开', 'Withhold'],
  discloseOnApplication: ['依申请公开', 'On application'],
  refer: ['提请确定', 'Refer'],
  determine: ['记录确定结果', 'Record the determination'],
  defer: ['暂缓', 'Defer'],
  resume: ['恢复审查', 'Resume'],
  setAside: ['留待下期', 'Set aside'],
  amend: ['改毕再审', 'Amend'],
  acceptRisk: ['接受风险', 'Accept the risk'],
  requireMitigation: ['要求采取措施', 'Require mitigation'],
  rejectRisk: ['风险不可接受', 'Reject the risk'],
  endorse: ['核准', 'Endorse'],
  reopen: ['重新审查', 'Reopen'],
  issue: ['下达', 'Issue'],
  open: ['建立', 'Open'],
  withdraw: ['撤销', 'Withdraw'],
  cancel: ['随任务取消', 'Cancelled'],
  close: ['办结', 'Close'],
  fulfil: ['目录已发布', 'Fulfilled'],
  lapse: ['目录不再有效', 'Lapsed'],
  recordOutside: ['登记系统外完成', 'Record as done outside'],
  exempt: ['豁免', 'Exempt'],
  reinstate: ['恢复待完成', 'Reinstate'],
  extend: ['延长期限', 'Extend the deadline'],
  recompute: ['期限重新推算', 'Deadline counted anew'],
  remind: ['临期提醒', 'Reminder'],
  fallOverdue: ['到期未完成', 'Deadline passed'],
  escalate: ['逾期上报', 'Escalated'],
  answer: ['答复', 'Answer'],
  accept: ['认可办结', 'Accept'],
  compose: ['生成内容', 'Compose'],
  receive: ['接收', 'Receive'],
} as const satisfies Record<string, Term>;

const ROLES = {
  compiler: ['编制人', 'Compiler'],
  confidentialityOfficer: ['保密审查员', 'Confidentiality officer'],
  riskAssessor: ['风险评估员', 'Risk assessor'],
  departmentLeader: ['部门负责人', 'Department leader'],
  leadingGroupOffice: ['领导小组办公室', 'Leading-group office'],
  givingOffice: ['下达办公室', 'Issuing office'],
  coveringOffice: ['属地办公室', 'Office of the territory'],
  ownOffice: ['本级办公室', 'Own office'],
  auditor: ['审计员', 'Auditor'],
  systemAdministrator: ['系统管理员', 'System administrator'],
  securityAdministrator: ['安全管理员', 'Security administrator'],
  auditAdministrator: ['审计管理员', 'Audit administrator'],
  system: ['系统', 'The system'],
} as const satisfies Record<string, Term>;

const FIELDS = {
  path: ['公开事项', 'Item'],
  elements: ['公开内容（要素）', 'Content'],
  bases: ['公开依据', 'Legal basis'],
  clauses: ['条款内容', 'Clauses'],
  effectLevel: ['依据效力位阶', 'Effect level'],
  timeLimit: ['公开时限', 'Time limit'],
  disclosingBodies: ['公开主体', 'Disclosing body'],
  category: ['事项类别', 'Category'],
  channels: ['公开渠道和载体', 'Channels'],
  audience: ['公开对象', 'Audience'],
  method: ['公开方式', 'Method'],
  publicityLevels: ['公开层级', 'Publicity level'],
  phases: ['五公开', 'Phases'],
  field: ['试点领域', 'Field'],
  responsibleOffice: ['责任处室', 'Responsible office'],
  duty: ['对应职责', 'Duty'],
} as const satisfies Record<string, Term>;

const CATEGORIES = {
  STATUTORY: ['法定公开事项', 'Statutory'],
  OTHER: ['其他公开事项（审慎）', 'Other (prudential)'],
} as const satisfies Record<string, Term>;

const LEVELS = { LOW: ['低', 'Low'], MEDIUM: ['中', 'Medium'], HIGH: ['高', 'High'] } as const satisfies Record<string, Term>;

function say(terms: Readonly<Record<string, Term>>): (code: string) => string {
  return (code) => {
    const term = terms[code];
    if (!term) return code;
    return language() === 'zh' ? term[0] : term[1];
  };
}

/** Terms of the field by their code (docs and API names); an unknown code stands for itself. They follow the language of the page. */
export const versionStateName = say(VERSION_STATES);
export const itemStateName = say(ITEM_STATES);
export const stageName = say(STAGES);
export const STAGE_CODES = Object.keys(STAGES) as (keyof typeof STAGES)[];
export const eventName = say(EVENTS);
export const roleName = say(ROLES);
export const fieldName = say(FIELDS);
export const categoryName = say(CATEGORIES);
export const riskLevelName = say(LEVELS);

/** The lifecycles, by what they are of. */
const STATES = {
  catalogueVersion: VERSION_STATES,
  itemReview: ITEM_STATES,
  compilationTask: TASK_STATES,
  obligation: OBLIGATION_STATES,
  rectification: RECTIFICATION_STATES,
  progressReport: REPORT_STATES,
  purge: PURGE_STATES,
};
export type MachineId = keyof typeof STATES;
export const stateName = (machine: MachineId, state: string): string => say(STATES[machine])(state);

/** Steps that one lifecycle calls otherwise than the others. */
const STEPS: Partial<Record<MachineId, Readonly<Record<string, Term>>>> = {
  rectification: { issue: ['发出', 'Send'], withdraw: ['撤回', 'Withdraw'] },
  progressReport: { submit: ['报送', 'Submit'] },
  purge: {
    'purge.proposed': ['提出清除', 'Propose to purge'],
    'purge.withdrawn': ['撤回清除', 'Withdraw'],
    'purge.done': ['确认清除', 'Confirm and purge'],
  },
};
/** A step as its own lifecycle calls it. */
export const stepName = (machine: MachineId, event: string): string =>
  STEPS[machine]?.[event] ? say(STEPS[machine])(event) : eventName(event);

export type VersionState = keyof typeof VERSION_STATES;
export type ItemState = keyof typeof ITEM_STATES;
export const ITEM_STATE_CODES = Object.keys(ITEM_STATES) as ItemState[];
