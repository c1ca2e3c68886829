import { Module } from '@nestjs/common';
import { Lapsing } from './lapsing.js';

/** What is kept for a time only. */
@Module({ providers: [Lapsing], exports: [Lapsing] })
export class RetentionModule {}
