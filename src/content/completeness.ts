import type { ItemContent } from './item-content.js';
import type { Message } from './message.js';
import { applyConstants } from './patch.js';
import type { ContentRules, ElementCode } from './rules.js';
import { isUnread } from './time-limit.js';

/** What can be missing: an element the profile requires, or the detail without which an element says nothing. */
export type MissingCode = ElementCode | 'basisTitle' | 'audienceGroups' | 'channelNote';

const ELEMENT_FILLED: Readonly<Record<ElementCode, (content: ItemContent) => boolean>> = {
  path: (content) => content.path.length > 0,
  elements: (content) => content.elements.length > 0,
  bases: (content) => content.bases.length > 0,
  clauses: (content) => content.bases.every((basis) => basis.clauses.length > 0),
  effectLevel: (content) => content.bases.every((basis) => basis.effectLevel !== undefined),
  timeLimit: (content) => content.timeLimit !== null && content.timeLimit.text !== '',
  disclosingBodies: (content) => content.disclosingBodies.length > 0,
  category: (content) => content.category !== null,
  channels: (content) => content.channels.length > 0,
  audience: (content) => content.audience !== null,
  method: (content) => content.method !== null,
  publicityLevels: (content) => (content.publicityLevels ?? []).length > 0,
  phases: (content) => (content.phases ?? []).length > 0,
  field: (content) => Boolean(content.field),
  responsibleOffice: (content) => Boolean(content.responsibleOffice),
  duty: (content) => Boolean(content.duty),
};

/** Details that every profile needs once the element itself is there. */
const DETAIL_FILLED: Readonly<Record<'basisTitle' | 'audienceGroups' | 'channelNote', (content: ItemContent) => boolean>> = {
  basisTitle: (content) => content.bases.every((basis) => basis.title !== ''),
  audienceGroups: (content) => content.audience?.kind !== 'SPECIFIC' || (content.audience.groups ?? []).length > 0,
  channelNote: (content) => content.channels.every((channel) => channel.code !== 'OTHER' || Boolean(channel.note)),
};

/**
 * Which elements the item still lacks (逐项确定…要素): what the profile requires, in the form's order, then missing details.
 * `bases` alone says that there is no basis; `clauses` and `effectLevel` speak of the bases that stand. Empty when complete.
 */
export function missingElements(content: ItemContent, rules: Pick<ContentRules, 'requiredElements' | 'constants'>): readonly MissingCode[] {
  const said = applyConstants(content, rules);
  const elements = rules.requiredElements.filter((code) => !ELEMENT_FILLED[code](said));
  const details = (Object.keys(DETAIL_FILLED) as (keyof typeof DETAIL_FILLED)[]).filter((code) => !DETAIL_FILLED[code](said));
  return [...elements, ...details];
}

/** The item has a time limit that neither the grammar nor a person has read; a missing one is a missing element instead. */
export function timeLimitUnread(content: ItemContent): boolean {
  return content.timeLimit !== null && isUnread(content.timeLimit.rule);
}

/** What to tell whoever has to fill it in. */
export const MISSING_MESSAGES: Readonly<Record<MissingCode | 'timeLimitUnread', Message>> = {
  path: { zh: '缺少公开事项名称', en: 'The name of the item is missing' },
  elements: { zh: '缺少公开内容（要素）', en: 'What is disclosed is missing' },
  bases: { zh: '缺少公开依据', en: 'The basis is missing' },
  clauses: { zh: '有公开依据未填条款内容', en: 'A basis has no clause' },
  effectLevel: { zh: '有公开依据未填效力位阶', en: 'A basis has no effect level' },
  timeLimit: { zh: '缺少公开时限', en: 'The time limit is missing' },
  disclosingBodies: { zh: '缺少公开主体', en: 'The disclosing body is missing' },
  category: { zh: '缺少事项类别（法定公开、其他）', en: 'The category (statutory or other) is missing' },
  channels: { zh: '缺少公开渠道和载体', en: 'The channels are missing' },
  audience: { zh: '缺少公开对象', en: 'The audience is missing' },
  method: { zh: '缺少公开方式', en: 'The method of disclosure is missing' },
  publicityLevels: { zh: '缺少公开层级', en: 'The publicity level is missing' },
  phases: { zh: '缺少所属环节（决策、执行、管理、服务、结果）', en: 'The phase is missing' },
  field: { zh: '缺少所属领域', en: 'The field is missing' },
  responsibleOffice: { zh: '缺少责任处室', en: 'The responsible office is missing' },
  duty: { zh: '缺少对应职责', en: 'The duty is missing' },
  basisTitle: { zh: '有公开依据未填名称', en: 'A basis has no title' },
  audienceGroups: { zh: '公开对象为特定群体，须写明是哪些群体', en: 'The audience is specific: name the groups' },
  channelNote: { zh: '公开渠道选择“其他”，须说明是何渠道', en: 'The channel is OTHER: say which' },
  timeLimitUnread: {
    zh: '公开时限未能识别，须填明或确认按文字执行',
    en: 'The time limit was not understood: state its rule, or confirm it as free text',
  },
};
