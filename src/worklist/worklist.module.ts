import { Module } from '@nestjs/common';
import { WorklistController } from './worklist.controller.js';
import { WorklistReads } from './worklist.reads.js';

/** "Your turn, because…": what waits for somebody, and who holds what they wait for. Changes nothing. */
@Module({ controllers: [WorklistController], providers: [WorklistReads], exports: [WorklistReads] })
export class WorklistModule {}
