import type { DynamicModule, LoggerService } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LoggerModule, type Logger } from 'nestjs-pino';
import type { DestinationStream } from 'pino';
import type { Config } from '../config/index.js';

/** Fields that may hold what people wrote, or what opens a door. */
const HIDDEN = ['password', 'token', 'cookie', 'authorization', 'body', 'content', 'reason', 'opinion', 'text', 'parameters', 'detail'];

/**
 * Structured logs on standard output. Nothing of a request is written but what {@link logRequest} names; the redaction stands
 * behind that, for objects which somebody logs by hand.
 */
export function loggingModule(config: Config, stream?: DestinationStream): DynamicModule {
  return LoggerModule.forRoot({
    pinoHttp: {
      level: config.logLevel,
      ...(stream && { stream }),
      autoLogging: false,
      quietReqLogger: true,
      redact: { paths: HIDDEN.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[hidden]' },
    },
  });
}

/** Nest tells at each start which of its parts came up; that is no event of the installation. */
const CHATTER: readonly unknown[] = ['InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestFactory', 'NestApplication'];

/** The logger for Nest itself: everything but its start-up chatter. */
export function withoutChatter(logger: Logger): LoggerService {
  return {
    log: (message: unknown, ...rest: unknown[]) => {
      if (!CHATTER.includes(rest.at(-1))) logger.log(message, ...rest);
    },
    warn: (message: unknown, ...rest: unknown[]) => logger.warn(message, ...rest),
    error: (message: unknown, ...rest: unknown[]) => logger.error(message, ...rest),
    fatal: (message: unknown, ...rest: unknown[]) => logger.fatal(message, ...rest),
    debug: (message: unknown, ...rest: unknown[]) => logger.debug(message, ...rest),
    verbose: (message: unknown, ...rest: unknown[]) => logger.verbose(message, ...rest),
  };
}

const QUIET = new Set(['/healthz', '/readyz', '/metrics']);

/** One line a request, refused ones included: who, what, how long. No header, no query (what people search for is theirs). */
export function logRequest(logger: Logger, request: FastifyRequest, reply: FastifyReply): void {
  const [path = ''] = request.url.split('?', 1);
  if (QUIET.has(path) && reply.statusCode < 500) return;
  const line = {
    requestId: request.id,
    method: request.method,
    path,
    from: request.ip,
    status: reply.statusCode,
    milliseconds: Math.round(reply.elapsedTime),
  };
  if (reply.statusCode >= 500) logger.error(line, 'request');
  else logger.log(line, 'request');
}
