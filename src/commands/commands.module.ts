import { Module } from '@nestjs/common';
import { CommandStore } from './command-store.js';
import { Corridor } from './corridor.js';
import { MatterCorridor } from './matter-corridor.js';
import { MatterStore } from './matter-store.js';
import { PurgeCorridor } from './purge-corridor.js';
import { PurgeStore } from './purge-store.js';

/** The corridor: the one way in for every change. It knows no feature. */
@Module({
  providers: [CommandStore, Corridor, MatterStore, MatterCorridor, PurgeStore, PurgeCorridor],
  exports: [CommandStore, Corridor, MatterStore, MatterCorridor, PurgeStore, PurgeCorridor],
})
export class CommandsModule {}
