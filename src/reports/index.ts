export { ReportOpenings } from './openings.js';
export { ReportsModule } from './reports.module.js';
