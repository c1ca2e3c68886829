import { Module } from '@nestjs/common';
import { AccessModule } from '../access/index.js';
import { ProfilesModule } from '../profiles/profiles.module.js';
import { PilotsController } from './pilots.controller.js';
import { ReferenceController } from './reference.controller.js';

/** The rules and lifecycles, for whoever has to show them. */
@Module({ imports: [AccessModule, ProfilesModule], controllers: [ReferenceController, PilotsController] })
export class ReferenceModule {}
