import { Module } from '@nestjs/common';
import { MattersModule } from '../matters/index.js';
import { ProgressController } from './progress.controller.js';
import { ProgressReads } from './progress.reads.js';

/** How far a territory is. */
@Module({ imports: [MattersModule], controllers: [ProgressController], providers: [ProgressReads] })
export class ProgressModule {}
