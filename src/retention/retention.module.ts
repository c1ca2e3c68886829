import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { Lapsing } from './lapsing.js';

/** What is kept for a time only. */
@Module({ imports: [ScheduleModule.forRoot()], providers: [Lapsing], exports: [Lapsing] })
export class RetentionModule {}
