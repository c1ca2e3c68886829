import type { Calendar } from '../../calendar/index.js';
import { computationWords } from './deadline-words.js';

/** The National Day of 2026 by the notice: 1 to 7 October off, 20 September and 10 October worked. */
const OFF = ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07'];
const day = (kind: 'off' | 'work') => ({ kind, name: '国庆节' });
const CALENDAR: Calendar = {
  years: new Set([2026]),
  days: new Map([
    ...OFF.map((off) => [off, day('off')] as const),
    ['2026-09-20', day('work')] as const,
    ['2026-10-10', day('work')] as const,
  ]),
};
const after = (from: string, days: number) => ({ kind: 'WORKDAYS_AFTER', from, days }) as const;

it.each([
  [
    'what is counted and what is not',
    '2026-10-14',
    after('2026-09-18', 15),
    '该期限自2026年9月18日起算，当日不计，为第15个工作日；其间周六、周日共4天，国庆节放假2026年10月1日至7日不计入；2026年9月20日、2026年10月10日调休上班，计入。',
  ],
  [
    'nothing that is left out where nothing is',
    '2026-11-25',
    after('2026-11-23', 2),
    '该期限自2026年11月23日起算，当日不计，为第2个工作日。',
  ],
  [
    'that a year is not known yet',
    '2027-01-04',
    after('2026-12-30', 3),
    '该期限自2026年12月30日起算，当日不计，为第3个工作日；其间周六、周日共2天不计入。2027年的放假安排尚未录入，期限为暂定，录入后重新推算。',
  ],
  ['nothing where the calendar would count otherwise by now', '2026-10-14', after('2026-09-18', 20), ''],
  ['nothing of a working day that was set', '2026-11-25', { kind: 'FIXED' } as const, ''],
  ['that a weekend was set', '2026-11-28', { kind: 'FIXED' } as const, '该日不是工作日（周末），期限不顺延。'],
  ['that a holiday was set', '2026-10-01', { kind: 'FIXED' } as const, '该日不是工作日（国庆节），期限不顺延。'],
])('says %s', (_, dueOn, rule, words) => {
  expect(computationWords(dueOn, rule, CALENDAR)).toBe(words);
});
