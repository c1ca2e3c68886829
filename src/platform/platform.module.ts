import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { TerminusModule } from '@nestjs/terminus';
import { TypeOrmModule } from '@nestjs/typeorm';
import type pg from 'pg';
import type { DestinationStream } from 'pino';
import { Config } from './config/index.js';
import { appDataSourceOptions, portalPool } from './database/index.js';
import { HealthController } from './http/health.js';
import { loggingModule } from './http/logging.js';
import { Metrics, MetricsController } from './http/metrics.js';
import { APP_URL, PORTAL_POOL } from './tokens.js';

export interface PlatformOptions {
  config: Config;
  /** Login mulu_app. */
  appUrl: string;
  /** Login mulu_portal. */
  portalUrl: string;
  /** Where log lines go instead of standard output. */
  logStream?: DestinationStream;
}

/** Gives every feature the configuration, the data source, the portal's pool, the logger, the metrics and the clocks. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(@Inject(PORTAL_POOL) private readonly portal: pg.Pool) {}

  static forRoot({ config, appUrl, portalUrl, logStream }: PlatformOptions): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        loggingModule(config, logStream),
        // Here and nowhere else: each of them would wind every clock once more.
        ScheduleModule.forRoot(),
        TerminusModule.forRoot({ logger: false, errorLogStyle: 'json' }),
        TypeOrmModule.forRoot({
          ...appDataSourceOptions(appUrl, { poolSize: config.poolSize }),
          autoLoadEntities: true,
          retryAttempts: 1,
        }),
      ],
      controllers: [HealthController, MetricsController],
      providers: [
        { provide: Config, useValue: config },
        { provide: APP_URL, useValue: appUrl },
        { provide: PORTAL_POOL, useFactory: () => portalPool(portalUrl) },
        Metrics,
      ],
      exports: [Config, APP_URL, PORTAL_POOL, Metrics],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.portal.end();
  }
}
