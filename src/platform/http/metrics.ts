import { timingSafeEqual } from 'node:crypto';
import { Controller, Get, Header, Inject, Injectable, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type pg from 'pg';
import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { DataSource } from 'typeorm';
import { Config, isLoopback } from '../config/index.js';
import { poolOf } from '../database/index.js';
import { ProblemError } from '../problems/index.js';
import { PORTAL_POOL } from '../tokens.js';

let processMetrics: Registry | undefined;

/** Memory, event loop and garbage collection belong to the process, however many applications a test makes in it. */
function ofProcess(): Registry {
  if (!processMetrics) {
    processMetrics = new Registry();
    collectDefaultMetrics({ register: processMetrics });
  }
  return processMetrics;
}

@Injectable()
export class Metrics {
  /** Where features register what they count. */
  readonly registry = new Registry();
  private readonly duration = new Histogram({
    name: 'mulu_http_request_duration_seconds',
    help: 'Time from the request line to the last byte of the answer.',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  });

  constructor(source: DataSource, @Inject(PORTAL_POOL) portal: pg.Pool) {
    const pools = { app: () => poolOf(source), portal: () => portal };
    const connections = new Gauge({
      name: 'mulu_database_connections',
      help: 'Connections of a pool: total, idle, and requests waiting for one.',
      labelNames: ['pool', 'state'] as const,
      registers: [this.registry],
      collect: () => {
        for (const [name, pool] of Object.entries(pools)) {
          const { totalCount, idleCount, waitingCount } = pool();
          connections.set({ pool: name, state: 'total' }, totalCount);
          connections.set({ pool: name, state: 'idle' }, idleCount);
          connections.set({ pool: name, state: 'waiting' }, waitingCount);
        }
      },
    });
  }

  /** `route` is the route's pattern, never the address: ids would make a series each. */
  observe(method: string, route: string, status: number, seconds: number): void {
    this.duration.observe({ method, route, status: String(status) }, seconds);
  }

  async text(): Promise<string> {
    return `${await ofProcess().metrics()}\n${await this.registry.metrics()}`;
  }
}

@ApiExcludeController()
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    private readonly config: Config,
  ) {}

  @Get()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @Header('cache-control', 'no-store')
  read(@Req() request: FastifyRequest): Promise<string> {
    if (!this.mayRead(request)) throw new ProblemError({ status: 404, code: 'request.notFound' });
    return this.metrics.text();
  }

  /** With a token only by it. Without one from this machine only, and not through a proxy that runs on it. */
  private mayRead({ headers, socket }: FastifyRequest): boolean {
    const { metricsToken } = this.config;
    if (metricsToken === undefined) {
      const address = (socket.remoteAddress ?? '').replace(/^::ffff:/, '');
      return isLoopback(address) && headers['x-forwarded-for'] === undefined && headers.forwarded === undefined;
    }
    const given = Buffer.from(headers.authorization ?? '');
    const wanted = Buffer.from(`Bearer ${metricsToken}`);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  }
}
