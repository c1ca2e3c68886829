import { Module } from '@nestjs/common';
import { CalendarModule } from '../calendar/index.js';
import { CommandsModule } from '../commands/index.js';
import { MatterAudit } from './matter.audit.js';
import { MatterReads } from './matter.reads.js';
import { MattersController } from './matters.controller.js';
import { MyMattersController } from './my-matters.controller.js';
import { MyMatters } from './my-matters.reads.js';
import { MatterSurroundings } from './surroundings.js';

/** What offices hand down and follow up, one matter at a time. */
@Module({
  imports: [CommandsModule, CalendarModule],
  controllers: [MyMattersController, MattersController],
  providers: [MatterAudit, MatterReads, MatterSurroundings, MyMatters],
  exports: [MatterReads, MatterSurroundings, CommandsModule, CalendarModule],
})
export class MattersModule {}
