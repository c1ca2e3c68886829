import { Module } from '@nestjs/common';
import { CommandStore } from './command-store.js';
import { Corridor } from './corridor.js';

/** The corridor: the one way in for every change. It knows no feature. */
@Module({ providers: [CommandStore, Corridor], exports: [CommandStore, Corridor] })
export class CommandsModule {}
