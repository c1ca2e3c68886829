import './messages.js';
import { Module } from '@nestjs/common';
import { ExportsModule } from '../exports/index.js';
import { MattersModule } from '../matters/index.js';
import { Addressees } from './addressees.js';
import { Papers } from './papers/papers.js';
import { RectificationReads } from './rectification.reads.js';
import { UrgingController } from './urging.controller.js';

/** What offices demand of a body by a notice, and what it answers. */
@Module({ imports: [MattersModule, ExportsModule], controllers: [UrgingController], providers: [RectificationReads, Addressees, Papers] })
export class UrgingModule {}
