import type { FieldFault } from '../platform/problems/index.js';
import type { CalendarDayDto } from './calendar.dto.js';
import { isWeekend, yearOf } from './days.js';
import { DAY_FAULTS } from './messages.js';

/** What is wrong with the days of a year, each fault at its field. */
export function dayFaults(year: number, days: readonly CalendarDayDto[]): FieldFault[] {
  const seen = new Set<string>();
  return days.flatMap(({ day, kind }, index) => {
    const found: (keyof typeof DAY_FAULTS)[] = [];
    if (yearOf(day) !== year) found.push('dayOfAnotherYear');
    if (seen.has(day)) found.push('dayTwice');
    if (kind === 'work' && !isWeekend(day)) found.push('weekdayMoved');
    seen.add(day);
    return found.map((rule) => ({ field: `days.${index}.day`, rule, message: DAY_FAULTS[rule] }));
  });
}
