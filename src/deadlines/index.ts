export { DeadlinesModule } from './deadlines.module.js';
export { ScheduledReleases } from './scheduled-releases.js';
