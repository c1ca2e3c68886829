import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PROJECT_ROOT } from '../project.js';

const BUILT = join(PROJECT_ROOT, 'web', 'dist');
/** Addresses of the server; everything else that a browser asks a page for is the application's, which has its own 404. */
const SERVERS = /^\/(api|open|assets|healthz|readyz|metrics)(\/|\.|$)/;

/** Whether somebody typed or followed an address and expects a page. */
export function wantsDesk(request: Pick<FastifyRequest, 'method' | 'url' | 'headers'>): boolean {
  const [path = '/'] = request.url.split('?', 1);
  return request.method === 'GET' && !SERVERS.test(path) && (request.headers.accept ?? '').includes('text/html');
}

/** Serves the page of the application. It names the files of one build, so no browser keeps it unasked. */
function sendDesk(reply: FastifyReply, built: string): FastifyReply {
  void reply.header('cache-control', 'no-cache');
  return reply.sendFile('index.html', built, { cacheControl: false });
}

/**
 * Serves the browser application (web/dist, with its compressed copies) from the same process. Without a build there is none; the API and
 * the portal stand without it.
 */
export async function serveDesk(app: NestFastifyApplication, built = BUILT): Promise<void> {
  if (!existsSync(join(built, 'index.html'))) return;
  await app.register(fastifyStatic, {
    root: join(built, 'assets'),
    prefix: '/assets/',
    preCompressed: true,
    index: false,
    // File names carry the hash of what is in them.
    immutable: true,
    maxAge: '365d',
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request, reply) => {
      if (wantsDesk(request)) return sendDesk(reply as unknown as FastifyReply, built);
      return undefined;
    });
}
