import type { Message } from './message.js';
import type { SimpleRule, TimeLimitEvent, TimeLimitException, TimeLimitRule, WorkdaysAfter } from './time-limit-rule.js';

/** 条例26: within 20 working days, unless a law or regulation says otherwise. */
export const STATUTORY_WORKDAYS = 20;

/** Longer texts are prose for a person to read, not a limit. */
const MAX_LENGTH = 200;

const FORMED = /^自?该?(?:政府)?信息(?:形成|产生)((?:或者|或|、)变更)?(?:之日起|后[，,]?)?(\d{1,3})个工作日内?(?:及时)?(?:予以)?(?:公开)?$/;
const RESULT = /^(.{1,20}?)作出之日起的?(\d{1,3})个工作日内?(?:公开|公示)?$/;
const ANNUAL = /^每年(\d{1,2})月(\d{1,2})日前$/;
const WITH_POLICY = /^与政策文件同步(?:发布|公开)(?:[，,]时间跨度不超过(\d{1,3})个工作日)?$/;
const EXCEPTIONS = /[；;，,。](?=其中)/;
const EXCEPTION =
  /^(?:其中[，,]?)?([^；;，,。]{1,80}?)(自?作出(?:行政)?(?:处罚|许可|处理)?决定之日起)?(\d{1,3})个工作日内?(?:予以)?(?:公开|公示)?$/;

/**
 * Reads a time limit (公开时限) by the grammar of domain.md §3. Spaces, full-width digits and a closing mark do not matter.
 * Wording without 变更 means FORMED only. What is not understood is UNPARSED: a person must say what it means.
 */
export function parseTimeLimit(raw: string): TimeLimitRule {
  if (raw.length > MAX_LENGTH * 4) return { kind: 'UNPARSED' };
  const text = raw
    .replace(/[\s\u200b\ufeff]/gu, '')
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[。；;]$/, '');
  if (text === '' || text.length > MAX_LENGTH) return { kind: 'UNPARSED' };
  if (text === '同上') return { kind: 'DITTO' };
  return simple(text) ?? compound(text) ?? { kind: 'UNPARSED' };
}

/** Nobody, neither the grammar nor a person, has read what this rule means. */
export function isUnread(rule: TimeLimitRule | null): boolean {
  return rule === null || rule.kind === 'UNPARSED' || rule.kind === 'DITTO';
}

/** Every count of working days in the rule, exceptions included. */
export function workdayRules(rule: TimeLimitRule | null): readonly WorkdaysAfter[] {
  if (rule?.kind === 'WORKDAYS_AFTER') return [rule];
  if (rule?.kind === 'COMPOUND') return [...workdayRules(rule.main), ...rule.exceptions.map((exception) => exception.rule)];
  return [];
}

function simple(text: string): SimpleRule | undefined {
  if (text === '实时更新' || text === '实时公开') return { kind: 'REALTIME' };
  if (text === '及时公开') return { kind: 'PROMPT' };
  const formed = FORMED.exec(text);
  if (formed) return workdays(formed[2], formed[1] ? 'FORMED_OR_CHANGED' : 'FORMED');
  const result = RESULT.exec(text);
  if (result) return workdays(result[2], 'RESULT_MADE');
  const annual = ANNUAL.exec(text);
  if (annual) return yearly(Number(annual[1]), Number(annual[2]));
  const together = WITH_POLICY.exec(text);
  if (together) return { kind: 'WITH_POLICY', withinDays: together[1] === undefined ? null : Number(together[1]) };
  return undefined;
}

/** …；其中行政许可、行政处罚…7个工作日内公示. An exception that names no event of its own shares the main one's. */
function compound(text: string): TimeLimitRule | undefined {
  const [head = '', ...tails] = text.split(EXCEPTIONS);
  const main = simple(head);
  if (!main || tails.length === 0) return undefined;
  const exceptions: TimeLimitException[] = [];
  for (const tail of tails) {
    const match = EXCEPTION.exec(tail);
    const rule = match && workdays(match[3], match[2] ? 'DECISION_MADE' : main.kind === 'WORKDAYS_AFTER' ? main.event : 'FORMED');
    if (!match?.[1] || !rule) return undefined;
    exceptions.push({ subject: match[1], rule });
  }
  return { kind: 'COMPOUND', main, exceptions };
}

function workdays(days: string | undefined, event: TimeLimitEvent): WorkdaysAfter | undefined {
  const count = Number(days);
  return count > 0 ? { kind: 'WORKDAYS_AFTER', days: count, event } : undefined;
}

/** Undefined for a day that no year has. */
function yearly(month: number, day: number): SimpleRule | undefined {
  const date = new Date(Date.UTC(2024, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? { kind: 'ANNUAL', month, day } : undefined;
}

const EVENT_NAMES: Readonly<Record<TimeLimitEvent, Message>> = {
  FORMED: { zh: '信息形成', en: 'the information is formed' },
  FORMED_OR_CHANGED: { zh: '信息形成或者变更', en: 'the information is formed or changed' },
  RESULT_MADE: { zh: '结果作出', en: 'the result is made' },
  DECISION_MADE: { zh: '决定作出', en: 'the decision is made' },
};

/** What the rule means, in words, so that a person can check the reading against the text. */
export function describeTimeLimit(rule: TimeLimitRule | null): Message {
  switch (rule?.kind) {
    case 'WORKDAYS_AFTER':
      return {
        zh: `${EVENT_NAMES[rule.event].zh}之日起${rule.days}个工作日内`,
        en: `Within ${rule.days} working day${rule.days === 1 ? '' : 's'} after ${EVENT_NAMES[rule.event].en}`,
      };
    case 'REALTIME':
      return { zh: '实时更新', en: 'Updated in real time' };
    case 'PROMPT':
      return { zh: '及时公开', en: 'Disclosed promptly' };
    case 'ANNUAL':
      return {
        zh: `每年${rule.month}月${rule.day}日前（含当日）`,
        en: `Every year by ${rule.day} ${MONTHS[rule.month - 1]}, that day included`,
      };
    case 'WITH_POLICY':
      return rule.withinDays === null
        ? { zh: '与政策文件同步发布', en: 'Together with the policy document' }
        : {
            zh: `与政策文件同步发布，不超过${rule.withinDays}个工作日`,
            en: `Together with the policy document, at most ${rule.withinDays} working days later`,
          };
    case 'COMPOUND':
      return describeCompound(rule.main, rule.exceptions);
    case 'DITTO':
      return { zh: '同上：尚未填明', en: 'Same as above: not yet filled in' };
    case 'FREE_TEXT':
      return { zh: '以文字为准（已由人工确认）', en: 'As worded (confirmed by a person)' };
    default:
      return { zh: '未识别，需人工确认', en: 'Not understood; a person must say what it means' };
  }
}

function describeCompound(main: SimpleRule, exceptions: readonly TimeLimitException[]): Message {
  const head = describeTimeLimit(main);
  const tails = exceptions.map(({ subject, rule }) => ({ subject, ...describeTimeLimit(rule) }));
  return {
    zh: [head.zh, ...tails.map((tail) => `其中${tail.subject}：${tail.zh}`)].join('；'),
    en: [head.en, ...tails.map((tail) => `for ${tail.subject}: ${tail.en.charAt(0).toLowerCase()}${tail.en.slice(1)}`)].join('; '),
  };
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
