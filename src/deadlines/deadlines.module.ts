import { Module } from '@nestjs/common';
import { CataloguesModule } from '../catalogues/index.js';
import { CommandsModule } from '../commands/index.js';
import { MattersModule } from '../matters/index.js';
import { ReportsModule } from '../reports/index.js';
import { MatterClock } from './matter-clock.js';
import { ReportCalendar } from './report-calendar.js';
import { ScheduledReleases } from './scheduled-releases.js';

/** Sweeps of the clock: a due row becomes a command. */
@Module({
  imports: [CommandsModule, CataloguesModule, MattersModule, ReportsModule],
  providers: [ScheduledReleases, MatterClock, ReportCalendar],
  exports: [ScheduledReleases, MatterClock, ReportCalendar],
})
export class DeadlinesModule {}
