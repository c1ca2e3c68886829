import type { Message } from './policy.js';

/** What the requirements of a purge say; apart from the others', so that a word here is no other version of their lifecycles. */
export const PURGE_MESSAGES = {
  secondHand: { zh: '须由提出人以外的人确认。', en: 'Somebody other than who proposed it must confirm.' },
  purgeGroundKnown: {
    zh: '请选择清除的情形：国家秘密、工作秘密、商业秘密或个人信息。',
    en: 'Say what must go: a state secret, a work secret, a business secret or personal data.',
  },
  legalBasisGiven: { zh: '请写明清除所依据的规定。', en: 'The provision that demands it must be cited.' },
  textHeld: { zh: '该内容已经清除。', en: 'The text has been purged already.' },
  textNotShown: {
    zh: '该内容仍对外公开，须先由保密审查员或部门负责人停止公开或撤下。',
    en: 'The public can read the text: an officer or a leader must suspend it or take it down first.',
  },
  textNotInUse: {
    zh: '该内容仍是在办版本的现行文本，须先修改、删除该事项，或提请确定。',
    en: 'An open version stands on the text: the item must be changed, removed or referred first.',
  },
} as const satisfies Record<string, Message>;

export type PurgeRequirementId = keyof typeof PURGE_MESSAGES;
