import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../../platform/problems/index.js';

/** Bytes that are ready to go, with the strong tag of exactly these bytes. */
export interface Answer {
  readonly bytes: Buffer;
  readonly type: string;
  readonly etag: string;
  readonly language?: Language;
}

export const HTML = 'text/html; charset=utf-8';
export const JSON_TYPE = 'application/json; charset=utf-8';
export const CSS = 'text/css; charset=utf-8';

export function answerOf(bytes: Buffer, type: string, language?: Language): Answer {
  return { bytes, type, etag: `"${createHash('sha256').update(bytes).digest('hex')}"`, language };
}

export function jsonAnswer(value: unknown): Answer {
  return answerOf(Buffer.from(JSON.stringify(value), 'utf8'), JSON_TYPE);
}

/** No script and no inline style, so that a text which slipped through the escaping could still do nothing (threat 16). */
export const POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Kept by whoever likes, but asked about each time: a take-down must be seen at once. */
export const REVALIDATE = 'no-cache';
export const VARY = 'accept, accept-language';

/** If-None-Match compares weakly (RFC 9110 §13.1.2). */
function unchanged(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const tags = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}

/** Sends the bytes, or 304 to who has them. */
export function deliver(request: FastifyRequest, reply: FastifyReply, answer: Answer, cacheControl = REVALIDATE): void {
  void reply.headers({
    etag: answer.etag,
    'cache-control': cacheControl,
    vary: VARY,
    'content-security-policy': POLICY,
    ...(answer.language && { 'content-language': answer.language === 'zh' ? 'zh-CN' : 'en' }),
  });
  if (unchanged(request.headers['if-none-match'], answer.etag)) void reply.status(304).send();
  else void reply.type(answer.type).send(answer.bytes);
}
