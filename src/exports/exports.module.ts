import { Module } from '@nestjs/common';
import { CataloguesModule } from '../catalogues/index.js';
import { CommandsModule } from '../commands/index.js';
import { ExportsController } from './exports.controller.js';
import { Exports } from './exports.js';
import { Signatures } from './reads/signatures.reads.js';
import { VersionTexts } from './reads/version-texts.reads.js';
import { WritingRoom } from './writing/writing-room.js';
import './messages.js';

/** What leaves the house as a file: the table of a version, the form of an item, the register of reviews. */
@Module({
  imports: [CommandsModule, CataloguesModule],
  controllers: [ExportsController],
  providers: [Exports, VersionTexts, Signatures, WritingRoom],
  exports: [WritingRoom],
})
export class ExportsModule {}
