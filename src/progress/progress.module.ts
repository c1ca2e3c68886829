import './messages.js';
import { Module } from '@nestjs/common';
import { ExportsModule } from '../exports/index.js';
import { MattersModule } from '../matters/index.js';
import { CoverageController } from './coverage.controller.js';
import { CoverageReads } from './coverage.reads.js';
import { ProgressExport } from './export/progress.export.js';
import { FreshnessController } from './freshness.controller.js';
import { FreshnessReads } from './freshness.reads.js';
import { Oversight } from './oversight.js';
import { ProgressController } from './progress.controller.js';
import { ProgressReads } from './progress.reads.js';

/** How far a territory is, what its catalogues cover, and how fresh they are. */
@Module({
  imports: [MattersModule, ExportsModule],
  controllers: [ProgressController, CoverageController, FreshnessController],
  providers: [Oversight, ProgressReads, ProgressExport, CoverageReads, FreshnessReads],
})
export class ProgressModule {}
