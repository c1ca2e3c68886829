import type { ModuleMetadata } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { loadConfig, type Config } from '../../src/platform/config/index.js';
import { APP_OPTIONS, configureApp, createAdapter } from '../../src/platform/http/index.js';
import { PlatformModule } from '../../src/platform/platform.module.js';
import type { TestDatabase } from './database.js';

export interface TestApplication {
  app: NestFastifyApplication;
  config: Config;
  /** Every log line so far, as written. */
  log: string[];
}

/**
 * The same house as in production around the given modules, on a test database. `await app.close()` when done; `app.inject()`
 * asks it without a port.
 */
export async function testApplication(
  database: Pick<TestDatabase, 'appUrl' | 'portalUrl'>,
  modules: NonNullable<ModuleMetadata['imports']>,
  env: Readonly<Record<string, string>> = {},
): Promise<TestApplication> {
  const config = loadConfig({ MULU_POOL_SIZE: '8', MULU_CHECK_AT: 'never', ...env });
  const log: string[] = [];
  const platform = PlatformModule.forRoot({
    config,
    appUrl: database.appUrl,
    portalUrl: database.portalUrl,
    logStream: { write: (line: string) => void log.push(line) },
  });
  const module = await Test.createTestingModule({ imports: [platform, ...modules] }).compile();
  const app = module.createNestApplication<NestFastifyApplication>(createAdapter(config), APP_OPTIONS);
  await configureApp(app, config);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  return { app, config, log };
}
