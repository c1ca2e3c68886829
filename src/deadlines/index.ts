export { DeadlinesModule } from './deadlines.module.js';
export { MatterClock } from './matter-clock.js';
export { ScheduledReleases } from './scheduled-releases.js';
