import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { HealthCheckService, HealthIndicatorService, type HealthIndicatorResult } from '@nestjs/terminus';
import type { FastifyReply } from 'fastify';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { poolOf } from '../database/index.js';
import { PORTAL_POOL } from '../tokens.js';

const WITHIN_MS = 2_000;

/** `/healthz`: the process answers. `/readyz`: it can also do its work, so a balancer may send people here. */
@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly indicator: HealthIndicatorService,
    private readonly source: DataSource,
    @Inject(PORTAL_POOL) private readonly portal: pg.Pool,
  ) {}

  @Get('healthz')
  alive(@Res({ passthrough: true }) reply: FastifyReply): { status: 'ok' } {
    void reply.header('cache-control', 'no-store');
    return { status: 'ok' };
  }

  @Get('readyz')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: 'ok' }> {
    void reply.header('cache-control', 'no-store');
    await this.health.check([() => this.ping('database', poolOf(this.source)), () => this.ping('portal', this.portal)]);
    return { status: 'ok' };
  }

  private async ping(name: string, pool: pg.Pool): Promise<HealthIndicatorResult> {
    const check = this.indicator.check(name);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('too slow')), WITHIN_MS);
    });
    try {
      await Promise.race([pool.query('select 1'), late]);
      return check.up();
    } catch {
      return check.down(); // why is the log's business, not the public's
    } finally {
      clearTimeout(timer);
    }
  }
}
