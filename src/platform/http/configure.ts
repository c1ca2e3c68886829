import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import type { Config } from '../config/index.js';
import { ProblemFilter, validationPipe } from '../problems/index.js';
import { refuseDeep } from './depth.js';
import { serveDesk } from './desk.js';
import { passGate } from './gate.js';
import { DOCS_POLICY, securityHeaders } from './headers.js';
import { logRequest, withoutChatter } from './logging.js';
import { Metrics } from './metrics.js';
import { publishDescription, type ApiMetadata } from './openapi.js';

/**
 * Everything that stands between the network and the handlers. main.ts and the tests both call it, after `create` and before
 * `init` or `listen`, so that a test meets the same house. `metadata` fills in the API's description.
 */
export async function configureApp(app: NestFastifyApplication, config: Config, metadata?: ApiMetadata): Promise<void> {
  app.useLogger(withoutChatter(app.get(Logger)));
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalPipes(validationPipe());
  addHooks(app, config);
  await app.register(helmet, securityHeaders(config));
  await app.register(cookie);
  await app.register(multipart, {
    throwFileSizeLimit: true,
    limits: { fileSize: config.importMaxBytes, files: 1, fields: 10, fieldSize: 65_536, parts: 12, headerPairs: 100 },
  });
  await serveDesk(app);
  await publishDescription(app, metadata);
}

function addHooks(app: NestFastifyApplication, config: Config): void {
  const fastify = app.getHttpAdapter().getInstance();
  const metrics = app.get(Metrics);
  const logger = app.get(Logger);
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id);
    passGate({ method: request.method, protocol: request.protocol, host: request.host, headers: request.headers }, config);
  });
  fastify.addHook('preValidation', async (request) => refuseDeep(request.body));
  fastify.addHook('onSend', async (request, reply) => {
    const [path = ''] = request.url.split('?', 1);
    // Answers of the API are for one person; no shared cache may keep them.
    if (path.startsWith('/api/') && !reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    if (path.startsWith('/api/docs')) void reply.header('content-security-policy', DOCS_POLICY);
  });
  fastify.addHook('onResponse', async (request, reply) => {
    metrics.observe(request.method, request.routeOptions.url ?? '(none)', reply.statusCode, reply.elapsedTime / 1000);
    logRequest(logger, request, reply);
  });
}
