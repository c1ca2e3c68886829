import { Module, type DynamicModule } from '@nestjs/common';
import { AccessModule } from './access/index.js';
import { CataloguesModule } from './catalogues/index.js';
import { DeadlinesModule } from './deadlines/index.js';
import { ImportsModule } from './imports/index.js';
import { OrganizationsModule } from './organizations/index.js';
import { PortalModule } from './portal/index.js';
import { PlatformModule, type PlatformOptions } from './platform/platform.module.js';

/** Every room that people and the public enter; the platform carries them. Tests furnish their house with the same. */
export const ROOMS = [AccessModule, OrganizationsModule, CataloguesModule, ImportsModule, DeadlinesModule, PortalModule];

/** Every room of the house. */
@Module({})
export class AppModule {
  static with(platform: PlatformOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [PlatformModule.forRoot(platform), ...ROOMS],
    };
  }
}
