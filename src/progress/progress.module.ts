import { Module } from '@nestjs/common';
import { ExportsModule } from '../exports/index.js';
import { MattersModule } from '../matters/index.js';
import { ProgressExport } from './export/progress.export.js';
import { ProgressController } from './progress.controller.js';
import { ProgressReads } from './progress.reads.js';

/** How far a territory is. */
@Module({ imports: [MattersModule, ExportsModule], controllers: [ProgressController], providers: [ProgressReads, ProgressExport] })
export class ProgressModule {}
