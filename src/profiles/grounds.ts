import type { Message } from '../content/index.js';

/** The item events that name a ground. */
export type GroundedEvent = 'withhold' | 'discloseOnApplication' | 'rejectRisk';

export interface Ground {
  /** Where it is written; 条例 is the 政府信息公开条例 (国务院令第711号). */
  readonly citation: string;
  readonly name: Message;
  readonly events: readonly GroundedEvent[];
}

const CLOSED: readonly GroundedEvent[] = ['withhold', 'rejectRisk'];
const ANY: readonly GroundedEvent[] = ['withhold', 'discloseOnApplication', 'rejectRisk'];

/**
 * Grounds for not disclosing proactively. They are national law, so they stand here and a profile lists the codes it permits.
 * 条例14 is mandatory and leaves no way on application; 条例15 and 16 do. The annual report (国办公开办函〔2021〕30号) counts by the same rows.
 */
export const GROUNDS = {
  ART14_STATE_SECRET: { citation: '条例第十四条', name: { zh: '属于国家秘密', en: 'State secret' }, events: CLOSED },
  ART14_PROHIBITED_BY_LAW: {
    citation: '条例第十四条',
    name: { zh: '法律、行政法规禁止公开', en: 'Disclosure is prohibited by a law or an administrative regulation' },
    events: CLOSED,
  },
  ART14_SECURITY_STABILITY: {
    citation: '条例第十四条',
    name: {
      zh: '公开后可能危及国家安全、公共安全、经济安全、社会稳定',
      en: 'Disclosure may endanger national, public or economic security, or social stability',
    },
    events: CLOSED,
  },
  ART15_TRADE_SECRET: {
    citation: '条例第十五条',
    name: { zh: '涉及商业秘密，公开会对第三方合法权益造成损害', en: 'Trade secret whose disclosure would harm a third party' },
    events: ANY,
  },
  ART15_PRIVACY: {
    citation: '条例第十五条',
    name: { zh: '涉及个人隐私，公开会对第三方合法权益造成损害', en: 'Personal privacy whose disclosure would harm a third party' },
    events: ANY,
  },
  ART16_INTERNAL: { citation: '条例第十六条', name: { zh: '内部事务信息', en: 'Internal affairs' }, events: ANY },
  ART16_PROCESS: { citation: '条例第十六条', name: { zh: '过程性信息', en: 'Information of a process not yet ended' }, events: ANY },
  ART16_ENFORCEMENT_FILE: { citation: '条例第十六条', name: { zh: '行政执法案卷信息', en: 'File of an administrative enforcement case' }, events: ANY },
  ADMIN_QUERY: {
    citation: '国办公开办函〔2021〕30号',
    name: { zh: '属于行政查询事项', en: 'A matter of administrative query with its own rules' },
    events: ANY,
  },
} as const satisfies Record<string, Ground>;

export type GroundCode = keyof typeof GROUNDS;
export const GROUND_CODES = Object.keys(GROUNDS) as readonly GroundCode[];
