import './messages.js';
import { Module } from '@nestjs/common';
import { MattersModule } from '../matters/index.js';
import { Addressees } from './addressees.js';
import { RectificationReads } from './rectification.reads.js';
import { UrgingController } from './urging.controller.js';

/** What offices demand of a body by a notice, and what it answers. */
@Module({ imports: [MattersModule], controllers: [UrgingController], providers: [RectificationReads, Addressees] })
export class UrgingModule {}
