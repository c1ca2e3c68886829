import { canonicalJson } from '../../canonical.js';
import type { ItemContent } from '../../item-content.js';
import { isUnread, parseTimeLimit, STATUTORY_WORKDAYS, workdayRules } from '../../time-limit.js';
import type { Advice, Advisor } from '../hint.js';

/** 条例26. */
export const longerThanStatutory: Advisor = {
  code: 'timeLimit.longerThanStatutory',
  message: {
    zh: '公开时限超过20个工作日，请核对法律、法规是否另有规定（条例第二十六条）',
    en: 'Longer than 20 working days: does a law or regulation say so (Regulation, article 26)?',
  },
  advise: (content) =>
    workdayRules(content.timeLimit?.rule ?? null).some((rule) => rule.days > STATUTORY_WORKDAYS) ? [wholeText(content)] : [],
};

/** 抽查计划 with "7 days after the result": a plan exists before any result. */
export const resultForPlan: Advisor = {
  code: 'timeLimit.resultForPlan',
  message: {
    zh: '计划、清单类事项的时限以“结果作出”起算，请核对',
    en: 'A plan or list whose clock starts when a result is made: check it',
  },
  advise: (content) => {
    const isPlan = /(?:计划|规划|清单)$/.test(content.path.at(-1) ?? '');
    return isPlan && workdayRules(content.timeLimit?.rule ?? null).some((rule) => rule.event === 'RESULT_MADE') ? [wholeText(content)] : [];
  },
};

/** Somebody said that the text means something else than the grammar reads in it. */
export const readOtherwise: Advisor = {
  code: 'timeLimit.readOtherwise',
  message: { zh: '登记的时限规则与文字表述不一致', en: 'The rule on record differs from what the words say' },
  advise: (content) => {
    const { timeLimit } = content;
    if (!timeLimit || isUnread(timeLimit.rule)) return [];
    const read = parseTimeLimit(timeLimit.text);
    return isUnread(read) || canonicalJson(read) === canonicalJson(timeLimit.rule) ? [] : [wholeText(content)];
  },
};

function wholeText(content: ItemContent): Advice {
  return { field: 'timeLimit.text', start: 0, end: content.timeLimit?.text.length ?? 0 };
}
