import { shifted, type Day } from '../calendar/index.js';
import type { DueRule } from '../commands/index.js';

export const PURPOSES = ['quarterlyProgress', 'annualProgress', 'annualDisclosure'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** What an installation decides about its reports (docs/decisions/0022-reports.md). */
export interface ReportRules {
  /** Working days after a quarter within which its report is due. */
  readonly quarterlyDays: number;
  /** Which year the progress report due on 30 December is about. */
  readonly annualCovers: 'year' | 'yearBefore';
}

/** A period as a report names it: `2026-Q3`, `2026`. */
export interface Period {
  readonly text: string;
  /** Its first and its last day. */
  readonly from: Day;
  readonly to: Day;
}

const FIRST_DAYS = ['01-01', '04-01', '07-01', '10-01'] as const;
const LAST_DAYS = ['03-31', '06-30', '09-30', '12-31'] as const;
const QUARTER_NAMES = ['第一季度', '第二季度', '第三季度', '第四季度'] as const;

const quarterIn = (text: string): number | null => (text.includes('-Q') ? Number(text.at(-1)) : null);
const yearIn = (text: string): number => Number(text.slice(0, 4));

/** @param text a period as `isPeriodOf` knows it */
export function periodOf(text: string): Period {
  const quarter = quarterIn(text);
  const year = yearIn(text);
  return { text, from: `${year}-${FIRST_DAYS[quarter === null ? 0 : quarter - 1]!}`, to: `${year}-${LAST_DAYS[(quarter ?? 4) - 1]!}` };
}

/** Whether a report of this kind is about such a period: quarters from 2020 on, or years. */
export function isPeriodOf(purpose: Purpose, text: string): boolean {
  return /^20[2-9]\d(-Q[1-4])?$/.test(text) && (quarterIn(text) !== null) === (purpose === 'quarterlyProgress');
}

export function periodBefore(text: string): string {
  const quarter = quarterIn(text);
  if (quarter === null) return String(yearIn(text) - 1);
  return quarter === 1 ? `${yearIn(text) - 1}-Q4` : `${yearIn(text)}-Q${quarter - 1}`;
}

/** 2026年第三季度, 2026年. */
export function periodWords(text: string): string {
  const quarter = quarterIn(text);
  return `${yearIn(text)}年${quarter === null ? '' : QUARTER_NAMES[quarter - 1]!}`;
}

/** By when the report of a period is due (domain.md §7). */
export function dueRuleOf(purpose: Purpose, period: string, { quarterlyDays, annualCovers }: ReportRules): DueRule {
  const year = yearIn(period);
  if (purpose === 'quarterlyProgress') return { kind: 'WORKDAYS_AFTER', from: periodOf(period).to, days: quarterlyDays };
  if (purpose === 'annualDisclosure') return { kind: 'FIXED', dueOn: `${year + 1}-01-31` };
  return { kind: 'FIXED', dueOn: `${annualCovers === 'year' ? year : year + 1}-12-30` };
}

/** A report that the calendar asks for: of the period that was last to be reported on. */
export interface Asked {
  readonly purpose: Purpose;
  readonly period: string;
}

/** A quarter is asked for when it has ended, the year's progress in December, the year's disclosure in January. */
export function askedOn(today: Day, { annualCovers }: ReportRules): Asked[] {
  const year = yearIn(today);
  const december = today >= `${year}-12-01` ? year : year - 1;
  const quarter = Math.ceil(Number(today.slice(5, 7)) / 3);
  return [
    { purpose: 'quarterlyProgress', period: periodBefore(`${year}-Q${quarter}`) },
    { purpose: 'annualProgress', period: String(annualCovers === 'year' ? december : december - 1) },
    { purpose: 'annualDisclosure', period: String(year - 1) },
  ];
}

/** The moments between which a report of a period counts: from its first day until now, or until the last millisecond of its last day. */
export function momentsOf(period: string, now: Date): { readonly from: string; readonly asOf: string } {
  const { from, to } = periodOf(period);
  const end = new Date(midnight(shifted(to, 1)).getTime() - 1);
  return { from: midnight(from).toISOString(), asOf: (now < end ? now : end).toISOString() };
}

/** Where a day begins in Asia/Shanghai, which has no summer time. */
const midnight = (day: Day): Date => new Date(`${day}T00:00:00+08:00`);

/** The day of a moment in Asia/Shanghai. */
export const dayOf = (moment: string): Day => new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 10);
