import { Module } from '@nestjs/common';
import { CommandsModule } from '../commands/index.js';
import { EvidenceController } from './evidence.controller.js';
import { VersionEvidenceReads } from './package/version-evidence.reads.js';

/** What an auditor takes along and need not believe us. */
@Module({ imports: [CommandsModule], controllers: [EvidenceController], providers: [VersionEvidenceReads] })
export class EvidenceModule {}
