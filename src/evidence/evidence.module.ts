import { Module } from '@nestjs/common';
import { CommandsModule } from '../commands/index.js';
import { CheckpointsController } from './checkpoints.controller.js';
import { CheckpointReads } from './checkpoints.reads.js';
import { MattersModule } from '../matters/index.js';
import { DossierReads } from './dossier/dossier.reads.js';
import { EvidenceController } from './evidence.controller.js';
import { Jurisdiction } from './jurisdiction.reads.js';
import { SystemAudit } from './system-audit.js';
import { EvidenceReads } from './package/evidence.reads.js';

/** What an auditor takes along and need not believe us. */
@Module({
  imports: [CommandsModule, MattersModule],
  controllers: [EvidenceController, CheckpointsController],
  providers: [CheckpointReads, DossierReads, Jurisdiction, EvidenceReads, SystemAudit],
})
export class EvidenceModule {}
