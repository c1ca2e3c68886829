import type { Message } from './message.js';

/** The thirteen channels (公开渠道和载体) of the form in 内政数字〔2024〕128号, annex 2, in its order. */
export const CHANNEL_CODES = [
  'WEBSITE',
  'GAZETTE',
  'NEW_MEDIA',
  'PRESS_HEARING',
  'BROADCAST',
  'PRINT',
  'READING_POINT',
  'SERVICE_HALL',
  'CONVENIENCE_STATION',
  'ON_SITE',
  'NOTICE_BOARD',
  'TARGETED_PUSH',
  'OTHER',
] as const;
export type ChannelCode = (typeof CHANNEL_CODES)[number];

/** Ranks of a basis (依据效力位阶), highest first. */
export const EFFECT_LEVEL_CODES = [
  'LAW',
  'ADMIN_REGULATION',
  'LOCAL_REGULATION',
  'DEPT_RULE',
  'LOCAL_GOV_RULE',
  'CENTRAL_DOC',
  'STATE_COUNCIL_DOC',
  'MINISTRY_DOC',
  'LOCAL_NORMATIVE',
  'OTHER',
] as const;
export type EffectLevelCode = (typeof EFFECT_LEVEL_CODES)[number];

export const CATEGORIES = ['STATUTORY', 'OTHER'] as const;
export type Category = (typeof CATEGORIES)[number];

export const AUDIENCE_KINDS = ['PUBLIC', 'SPECIFIC'] as const;
export type AudienceKind = (typeof AUDIENCE_KINDS)[number];

export const METHODS = ['PROACTIVE', 'ON_APPLICATION'] as const;
export type Method = (typeof METHODS)[number];

/** 公开层级: 县级, 乡级, 村级 (内政公发〔2020〕2号). */
export const PUBLICITY_LEVELS = ['COUNTY', 'TOWNSHIP', 'VILLAGE'] as const;
export type PublicityLevel = (typeof PUBLICITY_LEVELS)[number];

/** 五公开: 决策, 执行, 管理, 服务, 结果 (通政公办字〔2021〕1号). */
export const PHASES = ['DECISION', 'EXECUTION', 'MANAGEMENT', 'SERVICE', 'RESULT'] as const;
export type Phase = (typeof PHASES)[number];

export const CHANNEL_NAMES: Readonly<Record<ChannelCode, Message>> = {
  WEBSITE: { zh: '政府网站', en: 'Government website' },
  GAZETTE: { zh: '政府公报', en: 'Government gazette' },
  NEW_MEDIA: { zh: '两微一端', en: 'Official social media and app' },
  PRESS_HEARING: { zh: '发布会/听证会', en: 'Press conference or hearing' },
  BROADCAST: { zh: '广播电视', en: 'Radio and television' },
  PRINT: { zh: '纸质媒体', en: 'Printed media' },
  READING_POINT: { zh: '公开查阅点', en: 'Public reading point' },
  SERVICE_HALL: { zh: '政务服务中心', en: 'Government service centre' },
  CONVENIENCE_STATION: { zh: '便民服务站', en: 'Convenience service station' },
  ON_SITE: { zh: '入户/现场', en: 'Home visit or on site' },
  NOTICE_BOARD: { zh: '社区/企事业单位/村公示栏（电子屏）', en: 'Notice board or screen of a community, enterprise or village' },
  TARGETED_PUSH: { zh: '精准推送', en: 'Targeted push' },
  OTHER: { zh: '其他', en: 'Other' },
};

export const EFFECT_LEVEL_NAMES: Readonly<Record<EffectLevelCode, Message>> = {
  LAW: { zh: '法律', en: 'Law' },
  ADMIN_REGULATION: { zh: '行政法规', en: 'Administrative regulation' },
  LOCAL_REGULATION: { zh: '地方性法规', en: 'Local regulation' },
  DEPT_RULE: { zh: '部门规章', en: 'Departmental rule' },
  LOCAL_GOV_RULE: { zh: '地方政府规章', en: 'Local government rule' },
  CENTRAL_DOC: { zh: '中央文件', en: 'Document of the central authorities' },
  STATE_COUNCIL_DOC: { zh: '国务院文件', en: 'Document of the State Council' },
  MINISTRY_DOC: { zh: '部门文件', en: 'Document of a ministry' },
  LOCAL_NORMATIVE: { zh: '地方行政规范性文件', en: 'Local normative document' },
  OTHER: { zh: '其他', en: 'Other' },
};

export const CATEGORY_NAMES: Readonly<Record<Category, Message>> = {
  STATUTORY: { zh: '法定公开事项', en: 'Statutory item' },
  OTHER: { zh: '其他公开事项', en: 'Other item, disclosed prudentially' },
};

export const AUDIENCE_NAMES: Readonly<Record<AudienceKind, Message>> = {
  PUBLIC: { zh: '全社会', en: 'The whole society' },
  SPECIFIC: { zh: '特定群体', en: 'Specific groups' },
};

export const METHOD_NAMES: Readonly<Record<Method, Message>> = {
  PROACTIVE: { zh: '主动公开', en: 'Proactive' },
  ON_APPLICATION: { zh: '依申请公开', en: 'On application' },
};

export const PUBLICITY_LEVEL_NAMES: Readonly<Record<PublicityLevel, Message>> = {
  COUNTY: { zh: '县级', en: 'County' },
  TOWNSHIP: { zh: '乡级', en: 'Township' },
  VILLAGE: { zh: '村级', en: 'Village' },
};

export const PHASE_NAMES: Readonly<Record<Phase, Message>> = {
  DECISION: { zh: '决策', en: 'Decision' },
  EXECUTION: { zh: '执行', en: 'Execution' },
  MANAGEMENT: { zh: '管理', en: 'Management' },
  SERVICE: { zh: '服务', en: 'Service' },
  RESULT: { zh: '结果', en: 'Result' },
};
