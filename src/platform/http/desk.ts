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

/** The page of the application. It names the files of one build, so no browser keeps it unasked. */
export function sendDesk(reply: FastifyReply): FastifyReply {
  void reply.header('cache-control', 'no-cache');
  return reply.sendFile('index.html');
}

/**
 * Serves the browser application (web/dist, with its compressed copies) from the same process. Without a build there is none; the API and
 * the portal stand without it.
 */
export async function serveDesk(app: NestFastifyApplication, built = BUILT): Promise<boolean> {
  if (!existsSync(join(built, 'index.html'))) return false;
  await app.register(fastifyStatic, {
    root: built,
    preCompressed: true,
    index: false,
    wildcard: false,
    // File names carry the hash of what is in them.
    setHeaders: (reply, path) => {
      if (path.includes(join(built, 'assets'))) void reply.setHeader('cache-control', 'public, max-age=31536000, immutable');
    },
  });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', async (request, reply) => {
    if (wantsDesk(request)) return sendDesk(reply as unknown as FastifyReply);
    return undefined;
  });
  return true;
}
