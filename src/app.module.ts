import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { AccessModule, PersonasModule } from './access/index.js';
import { CalendarModule } from './calendar/index.js';
import { CataloguesModule } from './catalogues/index.js';
import { DeadlinesModule } from './deadlines/index.js';
import { EvidenceModule } from './evidence/index.js';
import { ExportsModule } from './exports/index.js';
import { ImportsModule } from './imports/index.js';
import { MatterCallsModule, MattersModule } from './matters/index.js';
import { NotificationsModule } from './notifications/index.js';
import { OrganizationsModule } from './organizations/index.js';
import { PortalModule } from './portal/index.js';
import { ProgressModule } from './progress/index.js';
import { ReferenceModule } from './reference/index.js';
import type { Config } from './platform/config/index.js';
import { PlatformModule, type PlatformOptions } from './platform/platform.module.js';
import { RetentionModule } from './retention/index.js';
import { PurgeModule } from './purge/index.js';
import { ReportsModule } from './reports/index.js';
import { TasksModule } from './tasks/index.js';
import { UrgingModule } from './urging/index.js';
import { WorklistModule } from './worklist/index.js';

const ROOMS: readonly Type[] = [
  AccessModule,
  OrganizationsModule,
  CalendarModule,
  CataloguesModule,
  ImportsModule,
  ReferenceModule,
  ExportsModule,
  EvidenceModule,
  PurgeModule,
  WorklistModule,
  MattersModule,
  MatterCallsModule,
  TasksModule,
  ProgressModule,
  UrgingModule,
  ReportsModule,
  DeadlinesModule,
  NotificationsModule,
  RetentionModule,
  PortalModule,
];

/**
 * Every room that people and the public enter; the platform carries them. Tests furnish their house with the same. In production
 * nobody takes a demo account's part: that room is not built at all.
 */
export function roomsOf(mode: Config['mode']): Type[] {
  return mode === 'evaluation' ? [...ROOMS, PersonasModule] : [...ROOMS];
}

/** Every room of the house. */
@Module({})
export class AppModule {
  static with(platform: PlatformOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.forRoot(platform), ...roomsOf(platform.config.mode)],
    };
  }
}
