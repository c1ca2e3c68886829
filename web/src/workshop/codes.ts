type Names = Readonly<Record<string, readonly [zh: string, en: string]>>;

/** The thirteen channels in the order of the official form. */
const CHANNELS: Names = {
  WEBSITE: ['政府网站', 'Government website'],
  GAZETTE: ['政府公报', 'Government gazette'],
  NEW_MEDIA: ['两微一端', 'Official social media and app'],
  PRESS_HEARING: ['发布会/听证会', 'Press conference or hearing'],
  BROADCAST: ['广播电视', 'Radio and television'],
  PRINT: ['纸质媒体', 'Printed media'],
  READING_POINT: ['公开查阅点', 'Public reading point'],
  SERVICE_HALL: ['政务服务中心', 'Government service centre'],
  CONVENIENCE_STATION: ['便民服务站', 'Convenience service station'],
  ON_SITE: ['入户/现场', 'Home visit or on site'],
  NOTICE_BOARD: ['社区/企事业单位/村公示栏（电子屏）', 'Notice board or screen of a community, enterprise or village'],
  TARGETED_PUSH: ['精准推送', 'Targeted push'],
  OTHER: ['其他', 'Other'],
};

/** Ranks of a basis, highest first. */
const EFFECT_LEVELS: Names = {
  LAW: ['法律', 'Law'],
  ADMIN_REGULATION: ['行政法规', 'Administrative regulation'],
  LOCAL_REGULATION: ['地方性法规', 'Local regulation'],
  DEPT_RULE: ['部门规章', 'Departmental rule'],
  LOCAL_GOV_RULE: ['地方政府规章', 'Local government rule'],
  CENTRAL_DOC: ['中央文件', 'Document of the central authorities'],
  STATE_COUNCIL_DOC: ['国务院文件', 'Document of the State Council'],
  MINISTRY_DOC: ['部门文件', 'Document of a ministry'],
  LOCAL_NORMATIVE: ['地方行政规范性文件', 'Local normative document'],
  OTHER: ['其他', 'Other'],
};

const CATEGORIES: Names = { STATUTORY: ['法定公开事项', 'Statutory item'], OTHER: ['其他公开事项', 'Other item, prudential'] };
const AUDIENCES: Names = { PUBLIC: ['全社会', 'The whole society'], SPECIFIC: ['特定群体', 'Specific groups'] };
const METHODS: Names = { PROACTIVE: ['主动公开', 'Proactive'], ON_APPLICATION: ['依申请公开', 'On application'] };
const PUBLICITY_LEVELS: Names = { COUNTY: ['县级', 'County'], TOWNSHIP: ['乡级', 'Township'], VILLAGE: ['村级', 'Village'] };
const PHASES: Names = {
  DECISION: ['决策', 'Decision'],
  EXECUTION: ['执行', 'Execution'],
  MANAGEMENT: ['管理', 'Management'],
  SERVICE: ['服务', 'Service'],
  RESULT: ['结果', 'Result'],
};

/** A list of codes of the form with their official names. */
export interface Codes {
  readonly codes: readonly string[];
  /** As the official form writes it. */
  readonly official: (code: string) => string;
  readonly english: (code: string) => string;
}

function codesOf(names: Names): Codes {
  return {
    codes: Object.keys(names),
    official: (code) => names[code]?.[0] ?? code,
    english: (code) => names[code]?.[1] ?? code,
  };
}

export const channels = codesOf(CHANNELS);
export const effectLevels = codesOf(EFFECT_LEVELS);
export const categories = codesOf(CATEGORIES);
export const audiences = codesOf(AUDIENCES);
export const methods = codesOf(METHODS);
export const publicityLevels = codesOf(PUBLICITY_LEVELS);
export const phases = codesOf(PHASES);
