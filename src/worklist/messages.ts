import type { Message } from '../platform/problems/index.js';
import type { TaskKind } from './kinds.js';

/** Why it is somebody's turn, by reason code. */
export const REASONS = {
  'draft.opened': { zh: '新版本已建立，待编制并送审', en: 'A draft was opened: to be finished and submitted' },
  'draft.revised': { zh: '已发起修订，待编制并送审', en: 'A revision was opened: to be finished and submitted' },
  'draft.returned': { zh: '{by}退回了本版本：{words}', en: '{by} returned the version: {words}' },
  'draft.recalled': { zh: '{by}撤回了本版本：{words}', en: '{by} recalled the version: {words}' },
  'draft.textBarred': {
    zh: '所含文本被停止公开，须修改后重新送审',
    en: 'A text that it holds was barred: to be changed and submitted again',
  },
  'items.returned': { zh: '有事项被退回，待修改或说明理由', en: 'Items were returned: to be changed, or answered with the reason why not' },
  'items.awaitReview': { zh: '有事项待保密审查', en: 'Items await their confidentiality review' },
  'items.deferred': { zh: '有事项已暂缓，待恢复审查', en: 'Deferred items are to be resumed' },
  'items.referred': { zh: '有事项已提请确定，待登记确定结果', en: 'Referred items await the determination, to be recorded' },
  'items.awaitAssessment': { zh: '有事项待风险评估', en: 'Items await their risk assessment' },
  'items.awaitEndorsement': { zh: '有高风险事项待核准', en: 'Items of high risk await an endorsement' },
  'items.setAside': {
    zh: '有留待下期的事项将到复核日期，待发起修订',
    en: 'Items that were set aside are due for another look: open a revision',
  },
  'review.complete': { zh: '全部事项已审查，待完成保密审查', en: 'Every item is reviewed: the review can be concluded' },
  'assessment.complete': { zh: '全部事项已评估，待完成风险评估', en: 'Every item is concluded: the assessment can be concluded' },
  'approval.asked': { zh: '各环节已办结，待审批', en: 'Every item is concluded: to be approved or returned' },
  'approval.releaseRefused': {
    zh: '到预定时间时发布条件不再具备，未发布，待重新审批或退回',
    en: 'At the scheduled time the requirements no longer held; it was not published: to be approved again or returned',
  },
} as const satisfies Record<string, Message>;

export type ReasonCode = keyof typeof REASONS;

/** The reason of each kind; of a draft and an approval it depends on what happened last. */
export const REASON_OF: Readonly<Record<TaskKind, ReasonCode>> = {
  finishDraft: 'draft.opened',
  amend: 'items.returned',
  review: 'items.awaitReview',
  resume: 'items.deferred',
  determine: 'items.referred',
  assess: 'items.awaitAssessment',
  endorse: 'items.awaitEndorsement',
  concludeReview: 'review.complete',
  concludeAssessment: 'assessment.complete',
  approve: 'approval.asked',
  takeUp: 'items.setAside',
};

/** Stands for words that were purged. */
export const NO_WORDS: Message = { zh: '（未留存理由）', en: '(the reason is not kept)' };
