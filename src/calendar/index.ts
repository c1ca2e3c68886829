export { CalendarModule } from './calendar.module.js';
export { CalendarReads, type DueRule } from './calendar.reads.js';
export { isDay, shifted, type Day } from './days.js';
export { addWorkingDays, fixedDate, workingDaysBetween, type Calendar, type DayStep, type Due } from './working-days.js';
