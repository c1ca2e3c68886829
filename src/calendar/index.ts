export { CalendarModule } from './calendar.module.js';
export { CalendarReads, type DueRule } from './calendar.reads.js';
export { isDay, shifted, type Day } from './days.js';
export { addWorkingDays, workingDaysBetween, type Calendar, type Due } from './working-days.js';
