import { Module } from '@nestjs/common';
import { CataloguesModule } from '../catalogues/index.js';
import { CommandsModule } from '../commands/index.js';
import { FileReader } from './file-reader.js';
import { Imports } from './imports.js';
import { ImportsController } from './imports.controller.js';
import './messages.js';

/** From a messy file to rows of a draft. */
@Module({ imports: [CommandsModule, CataloguesModule], controllers: [ImportsController], providers: [Imports, FileReader] })
export class ImportsModule {}
