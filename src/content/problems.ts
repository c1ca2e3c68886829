import type { Message } from './message.js';
import type { TextFault } from './text-policy.js';

/** One reason why an input is malformed. `field` is written like `bases[0].clauses[2].text`, empty for the whole. */
export interface ContentProblem {
  readonly field: string;
  readonly code: ProblemCode;
  readonly message: Message;
}

const MESSAGES = {
  'field.unknown': { zh: '没有这个字段', en: 'There is no such field' },
  'field.missing': { zh: '缺少这个字段', en: 'This field is missing' },
  'field.forbidden': { zh: '不允许的字段名', en: 'This field name is not allowed' },
  'type.object': { zh: '应为对象', en: 'Must be an object' },
  'type.list': { zh: '应为列表', en: 'Must be a list' },
  'type.text': { zh: '应为文字', en: 'Must be text' },
  'type.boolean': { zh: '应为 true 或 false', en: 'Must be true or false' },
  'type.integer': { zh: '应为 {min} 至 {max} 的整数', en: 'Must be an integer from {min} to {max}' },
  'type.uuid': { zh: '应为机构编号（UUID）', en: 'Must be the id of an organization (UUID)' },
  'text.empty': { zh: '不能为空', en: 'Must not be empty' },
  'text.tooLong': { zh: '最多 {max} 个字符', en: 'At most {max} characters' },
  'text.multiline': { zh: '应为一行，不能换行或含制表符', en: 'Must be one line, without line breaks or tabs' },
  'text.loneSurrogate': { zh: '第 {position} 个字符不完整（{character}）', en: 'Character {position} is half a character ({character})' },
  'text.control': {
    zh: '第 {position} 个字符是控制字符（{character}），请删除',
    en: 'Character {position} is a control character ({character}); remove it',
  },
  'text.bidi': {
    zh: '第 {position} 个字符会改变显示顺序（{character}），请删除',
    en: 'Character {position} changes the order in which text is shown ({character}); remove it',
  },
  'text.invisible': {
    zh: '第 {position} 个字符不可见（{character}），请删除',
    en: 'Character {position} is invisible ({character}); remove it',
  },
  'text.joiner': {
    zh: '第 {position} 个字符（{character}）只能与蒙古文字母相邻使用，请删除',
    en: 'Character {position} ({character}) may stand only next to Mongolian letters; remove it',
  },
  'list.tooShort': { zh: '至少 {min} 项', en: 'At least {min}' },
  'list.tooLong': { zh: '最多 {max} 项', en: 'At most {max}' },
  'list.duplicate': { zh: '重复', en: 'Stands twice' },
  'code.unknown': { zh: '应为以下之一：{codes}', en: 'Must be one of: {codes}' },
  'clause.empty': { zh: '条款应有条号或内容', en: 'A clause needs an article or words' },
  'timeLimit.day': { zh: '没有这一天', en: 'There is no such day' },
  'content.tooLong': { zh: '事项内容合计最多 {max} 个字符', en: 'An item may hold at most {max} characters in all' },
} as const satisfies Record<string, Message>;

export type ProblemCode = keyof typeof MESSAGES;

/** @param parameters fill the braces of the message */
export function problem(field: string, code: ProblemCode, parameters: Readonly<Record<string, string | number>> = {}): ContentProblem {
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => String(parameters[name] ?? ''));
  const message = MESSAGES[code];
  return { field, code, message: { zh: fill(message.zh), en: fill(message.en) } };
}

export function textProblem(field: string, fault: TextFault): ContentProblem {
  return problem(field, fault.code, { position: fault.position, character: fault.character });
}
