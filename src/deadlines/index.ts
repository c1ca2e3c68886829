export { DeadlinesModule } from './deadlines.module.js';
export { MatterClock } from './matter-clock.js';
export { ReportCalendar } from './report-calendar.js';
export { ScheduledReleases } from './scheduled-releases.js';
