import { addWorkingDays, fixedDate, type Calendar, type DayStep } from '../../calendar/index.js';
import { day } from '../../exports/index.js';
import type { DueRuleView } from '../../matters/index.js';
import { say } from './wording.js';

/** Days that follow each other, as the first and the last of them. */
type Span = readonly [first: string, last: string];

/**
 * How a deadline comes about, in words: what is counted, what is not, and whether that is provisional (domain.md §7). Empty for a date that was simply set, and
 * where the calendar has changed since and would count otherwise.
 */
export function computationWords(dueOn: string, rule: DueRuleView, calendar: Calendar): string {
  if (rule.kind === 'FIXED') {
    const { warning } = fixedDate(calendar, dueOn);
    return warning ? say('due.fixed', { why: warning.name ?? say('weekend') }) : '';
  }
  const due = addWorkingDays(calendar, rule.from!, rule.days!);
  if (due.dueOn !== dueOn) return '';
  const counted = [say('due.rule', { from: day(rule.from!), days: rule.days! }), ...skipped(due.steps), ...moved(due.steps)];
  const years = [...new Set(due.steps.filter(({ assumed }) => assumed).map((step) => step.day.slice(0, 4)))];
  return `${counted.join('；')}。${due.provisional ? say('due.provisional', { years: years.join('、') }) : ''}`;
}

function skipped(steps: readonly DayStep[]): string[] {
  const weekends = steps.filter(({ why }) => why === 'weekend').length;
  const names = [...new Set(steps.filter(({ why }) => why === 'holiday').map(({ name }) => name!))];
  const parts = [
    ...(weekends ? [say('due.weekends', { count: weekends })] : []),
    ...names.map((name) =>
      say('due.holiday', { name, days: spanWords(steps.filter((step) => step.why === 'holiday' && step.name === name)) }),
    ),
  ];
  return parts.length ? [say('due.skipped', { days: parts.join('，') })] : [];
}

function moved(steps: readonly DayStep[]): string[] {
  const days = steps.filter(({ why }) => why === 'moved');
  return days.length ? [say('due.moved', { days: spanWords(days) })] : [];
}

function spanWords(steps: readonly DayStep[]): string {
  return spansOf(steps.map((step) => step.day))
    .map(([first, last]) => (first === last ? day(first) : say('due.span', { first: day(first), last: endWords(first, last) })))
    .join('、');
}

/** The last day of a span without what it shares with the first: 10月1日至7日. */
function endWords(first: string, last: string): string {
  const [, month, date] = day(last).split(/(?<=[年月])/) as [string, string, string];
  if (!last.startsWith(first.slice(0, 4))) return day(last);
  return last.startsWith(first.slice(0, 7)) ? date : month + date;
}

function spansOf(days: readonly string[]): Span[] {
  return days.reduce<Span[]>((spans, next) => {
    const last = spans.at(-1);
    const follows = last !== undefined && Date.parse(next) - Date.parse(last[1]) === 86_400_000;
    return follows ? [...spans.slice(0, -1), [last[0], next]] : [...spans, [next, next]];
  }, []);
}
