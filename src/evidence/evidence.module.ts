import { Module } from '@nestjs/common';
import { CommandsModule } from '../commands/index.js';
import { CheckpointsController } from './checkpoints.controller.js';
import { CheckpointReads } from './checkpoints.reads.js';
import { EvidenceController } from './evidence.controller.js';
import { SystemAudit } from './system-audit.js';
import { VersionEvidenceReads } from './package/version-evidence.reads.js';

/** What an auditor takes along and need not believe us. */
@Module({
  imports: [CommandsModule],
  controllers: [EvidenceController, CheckpointsController],
  providers: [CheckpointReads, VersionEvidenceReads, SystemAudit],
})
export class EvidenceModule {}
