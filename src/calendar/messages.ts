import type { Message } from '../platform/problems/index.js';
import { registerMessages } from '../platform/problems/index.js';

/** What is wrong with a day of a year that somebody enters; the database raises the same codes. */
export const DAY_FAULTS = {
  dayOfAnotherYear: { zh: '日期不在该年之内', en: 'The date is not in this year' },
  dayTwice: { zh: '同一日期写了两次', en: 'The date is there twice' },
  weekdayMoved: { zh: '周一至周五本来就上班，不必标为调休上班', en: 'A Monday to Friday is worked anyway' },
} as const satisfies Readonly<Record<string, Message>>;

registerMessages({
  'calendar.dayOfAnotherYear': DAY_FAULTS.dayOfAnotherYear,
  'calendar.dayTwice': DAY_FAULTS.dayTwice,
  'calendar.weekdayMoved': DAY_FAULTS.weekdayMoved,
  'calendar.noHoliday': { zh: '至少要有一个放假日', en: 'A year has at least one day off' },
  'calendar.unchanged': { zh: '与现行日历相同，没有改动', en: 'It is what is in force already' },
  'calendar.editionAbsent': { zh: '没有这一版日历', en: 'There is no such edition' },
  'calendar.oneQuestion': {
    zh: '请给出起始日和工作日数，或者一个固定日期',
    en: 'Give a first day and a number of working days, or a fixed date',
  },
});
