export { CalendarModule } from './calendar.module.js';
export { CalendarReads, type DueRule } from './calendar.reads.js';
export { isDay, shifted, type Day } from './days.js';
export {
  addWorkingDays,
  fixedDate,
  isWorkingDay,
  workingDaysBetween,
  type Calendar,
  type DayStep,
  type Due,
  type FixedDateWarning,
} from './working-days.js';
