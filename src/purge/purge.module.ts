import { Module } from '@nestjs/common';
import { CommandsModule } from '../commands/index.js';
import { PurgeController } from './purge.controller.js';
import { PurgeReads } from './purge.reads.js';

/** The two-person purge of texts that must go (I12). */
@Module({ imports: [CommandsModule], controllers: [PurgeController], providers: [PurgeReads] })
export class PurgeModule {}
