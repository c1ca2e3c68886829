import './messages.js';
import { Module } from '@nestjs/common';
import { ExportsModule } from '../exports/index.js';
import { MattersModule } from '../matters/index.js';
import { FindingsReads } from './findings.reads.js';
import { ReportOpenings } from './openings.js';
import { ReportReads } from './report.reads.js';
import { ReportsController } from './reports.controller.js';

/** What goes upward: progress every quarter and every year, a department's disclosure every year. */
@Module({
  imports: [MattersModule, ExportsModule],
  controllers: [ReportsController],
  providers: [ReportReads, FindingsReads, ReportOpenings],
  exports: [ReportOpenings],
})
export class ReportsModule {}
