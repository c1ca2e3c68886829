import { Module } from '@nestjs/common';
import { loadProfiles } from './load.js';
import { ProfileRegistry } from './registry.js';

/** The jurisdiction profiles, read once at boot: a faulty one stops the program before it serves. */
@Module({ providers: [{ provide: ProfileRegistry, useFactory: () => loadProfiles() }], exports: [ProfileRegistry] })
export class ProfilesModule {}
