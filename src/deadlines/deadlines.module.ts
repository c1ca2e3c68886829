import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { CataloguesModule } from '../catalogues/index.js';
import { CommandsModule } from '../commands/index.js';
import { ScheduledReleases } from './scheduled-releases.js';

/** Sweeps of the clock: a due row becomes a command. */
@Module({
  imports: [ScheduleModule.forRoot(), CommandsModule, CataloguesModule],
  providers: [ScheduledReleases],
  exports: [ScheduledReleases],
})
export class DeadlinesModule {}
