import { Module } from '@nestjs/common';
import { CalendarController } from './calendar.controller.js';
import { CalendarQueries } from './calendar.queries.js';
import { CalendarReads } from './calendar.reads.js';
import './messages.js';

/** Working days: which days count, and what is due when. Needs the global AccessModule. */
@Module({
  controllers: [CalendarController],
  providers: [CalendarReads, CalendarQueries],
  exports: [CalendarReads],
})
export class CalendarModule {}
