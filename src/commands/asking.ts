import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { tokenOf } from '../access/index.js';
import { idempotencyKey, ifMatch, preferredLanguage, type Language } from '../platform/problems/index.js';
import type { CommandRequest } from './corridor.js';

/** Who asks and under which conditions, as read from one HTTP request. What is missing is null: the corridor says when that matters. */
export interface Asking {
  readonly token: string | null;
  readonly language: Language;
  readonly key: string | null;
  readonly ifMatch: number | null;
  readonly requestId: string;
  /** SHA-256 over method, path and body. */
  readonly requestHash: string;
}

export function askingOf(request: FastifyRequest): Asking {
  const { headers } = request;
  const body = JSON.stringify([request.method, request.url, request.body ?? null]);
  return {
    token: tokenOf(request),
    language: preferredLanguage(headers['accept-language']),
    key: headers['idempotency-key'] === undefined ? null : idempotencyKey(headers),
    ifMatch: headers['if-match'] === undefined ? null : ifMatch(headers),
    requestId: String(request.id),
    requestHash: createHash('sha256').update(body).digest('hex'),
  };
}

/** Handler parameter: {@link askingOf} of the request. */
export const Ask = createParamDecorator((_: unknown, context: ExecutionContext) =>
  askingOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** A command on a version. `conditions` names what the command needs beside the key. */
export function commandOn(
  asking: Asking,
  versionId: string,
  conditions: { itemId?: string; contentHash?: string | null; ifMatch?: 'needed' } = {},
): CommandRequest {
  return {
    token: asking.token,
    versionId: idOrNone(versionId),
    ...(conditions.itemId !== undefined && { itemId: idOrNone(conditions.itemId) }),
    key: asking.key,
    requestHash: asking.requestHash,
    requestId: asking.requestId,
    ...(conditions.ifMatch && { ifMatch: asking.ifMatch }),
    ...('contentHash' in conditions && { contentHash: conditions.contentHash ?? null }),
  };
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** An id that cannot be one names nothing: it is answered like any other that is absent, 401 before 404. */
export function idOrNone(id: string): string {
  return ID.test(id) ? id.toLowerCase() : 'ffffffff-ffff-ffff-ffff-ffffffffffff';
}
