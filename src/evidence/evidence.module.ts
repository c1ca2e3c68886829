import { Module } from '@nestjs/common';
import { CommandsModule } from '../commands/index.js';
import { ExportsModule } from '../exports/index.js';
import { MattersModule } from '../matters/index.js';
import { CheckStore } from './check/check.store.js';
import { CheckReads } from './check/checks.reads.js';
import { NightlyCheck } from './check/nightly-check.js';
import { CheckpointsController } from './checkpoints.controller.js';
import { CheckpointReads } from './checkpoints.reads.js';
import { DossierReads } from './dossier/dossier.reads.js';
import { EvidenceController } from './evidence.controller.js';
import { Jurisdiction } from './jurisdiction.reads.js';
import { EvidenceReads } from './package/evidence.reads.js';
import { SamplesController } from './samples/samples.controller.js';
import { SampleReads } from './samples/samples.reads.js';
import { DecisionReads } from './searches/decisions.reads.js';
import { EvidenceReadsController } from './searches/evidence-reads.controller.js';
import { EvidenceReadsSearch } from './searches/evidence-reads.reads.js';
import { PaceReads } from './searches/pace.reads.js';
import { RatioReads } from './searches/ratio.reads.js';
import { SearchesController } from './searches/searches.controller.js';
import { WithheldReads } from './searches/withheld.reads.js';
import { SystemAudit } from './system-audit.js';

/** What an auditor takes along and need not believe us. */
@Module({
  imports: [CommandsModule, MattersModule, ExportsModule],
  controllers: [EvidenceController, CheckpointsController, SamplesController, SearchesController, EvidenceReadsController],
  providers: [
    CheckpointReads,
    DecisionReads,
    WithheldReads,
    RatioReads,
    PaceReads,
    EvidenceReadsSearch,
    SampleReads,
    DossierReads,
    Jurisdiction,
    EvidenceReads,
    SystemAudit,
    CheckStore,
    CheckReads,
    NightlyCheck,
  ],
})
export class EvidenceModule {}
