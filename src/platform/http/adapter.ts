import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/index.js';
import { ProblemError, codeOfStatus, preferredLanguage, PROBLEM_TYPE, sendProblem } from '../problems/index.js';

/** An id given by a proxy is kept when it is harmless in a log line. */
const HARMLESS_ID = /^[\w.-]{8,64}$/;

function requestId(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && HARMLESS_ID.test(given) ? given : randomUUID();
}

/** What Node's parser refuses never becomes a request; the answer is written to the socket by hand. */
function answerUnparsable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  const body = JSON.stringify(new ProblemError({ status, code: codeOfStatus(status) }).toDocument('zh'));
  const head = [
    `HTTP/1.1 ${status} Refused`,
    `content-type: ${PROBLEM_TYPE}`,
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/** Addresses that cannot be decoded, or are too long, fail before there is a route. */
function answerFrameworkError(error: { statusCode?: number }, request: FastifyRequest, reply: FastifyReply): void {
  const status = error.statusCode && error.statusCode < 500 ? error.statusCode : 400;
  sendProblem(reply, new ProblemError({ status, code: codeOfStatus(status) }), preferredLanguage(request.headers['accept-language']));
}

/** Fastify with our limits: bodies, header and request times, ids, TLS when configured, no trust in forwarded headers by default. */
export function createAdapter(config: Config): FastifyAdapter {
  const tls =
    config.tlsCert && config.tlsKey
      ? { cert: readFileSync(config.tlsCert), key: readFileSync(config.tlsKey), minVersion: 'TLSv1.2' as const }
      : null;
  return new FastifyAdapter({
    ...(tls && { https: tls }),
    bodyLimit: config.bodyMaxBytes,
    trustProxy: config.trustProxy.length > 0 ? config.trustProxy : false,
    requestTimeout: 60_000,
    keepAliveTimeout: 10_000,
    forceCloseConnections: 'idle',
    genReqId: requestId as never,
    requestIdHeader: false,
    routerOptions: { maxParamLength: 300 },
    clientErrorHandler: answerUnparsable as never,
    frameworkErrors: answerFrameworkError as never,
  });
}

/** For `NestFactory.create` and the testing module alike: Fastify's own parsers, logs held back until the logger is there. */
export const APP_OPTIONS = { bodyParser: false, bufferLogs: true, abortOnError: false } as const;
