import { ROLE_LABELS } from '../access/index.js';
import type { Message } from '../platform/problems/index.js';
import type { TaskKind } from '../worklist/index.js';
import type { Due } from './outbox.js';

/** What is asked, for the kinds of work that somebody hands over to somebody else. Nobody is written to about others. */
const ASKED: Partial<Record<TaskKind, Message>> = {
  finishDraft: { zh: '目录版本退回编制，请修改后重新送审', en: 'The version came back: to be changed and submitted again' },
  amend: { zh: '有事项被退回，请修改或说明理由', en: 'Items were returned: to be changed, or answered with the reason why not' },
  review: { zh: '有事项待保密审查', en: 'Items await their confidentiality review' },
  assess: { zh: '有事项待风险评估', en: 'Items await their risk assessment' },
  endorse: { zh: '有高风险事项待核准', en: 'Items of high risk await an endorsement' },
  concludeAssessment: {
    zh: '全部事项已评估，请完成风险评估',
    en: 'Every item is concluded: the assessment can be concluded',
  },
  approve: { zh: '各环节已办结，请审批', en: 'Every item is concluded: to be approved or returned' },
};

export const isTold = (kind: TaskKind): boolean => kind in ASKED;

export interface Letter {
  readonly subject: string;
  readonly text: string;
}

/** The message in plain text: the catalogue's title, what is asked, in which role, where to go. Nothing of an item, no reason, no name. */
export function letterOf({ kind, role, title, versionId }: Due, origin: string): Letter {
  const asked = ASKED[kind as TaskKind]!;
  const link = `${origin}/versions/${versionId}`;
  return {
    subject: `【轮到您办理】${asked.zh}：${title}`,
    text: [
      `《${title}》`,
      `${asked.zh}。`,
      `您的角色：${ROLE_LABELS[role].zh}`,
      `请登录办理：${link}`,
      '',
      `${asked.en}. Your role: ${ROLE_LABELS[role].en}.`,
      '',
      '本邮件由系统自动发出，请勿回复。可在“通知邮箱”中更改或删除地址。',
      '',
    ].join('\n'),
  };
}
