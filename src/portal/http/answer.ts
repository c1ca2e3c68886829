import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from '../../platform/problems/index.js';

/** Bytes that are ready to go, with the strong tag of exactly these bytes. */
export interface Answer {
  readonly bytes: Buffer;
  readonly type: string;
  readonly etag: string;
  readonly language?: Language;
  /** The same, compressed once because it will be sent often. */
  readonly compressed?: Buffer;
}

export const HTML = 'text/html; charset=utf-8';
export const JSON_TYPE = 'application/json; charset=utf-8';
export const CSS = 'text/css; charset=utf-8';

export function answerOf(bytes: Buffer, type: string, language?: Language): Answer {
  return { bytes, type, etag: `"${createHash('sha256').update(bytes).digest('hex')}"`, language };
}

const compress = promisify(gzip);

/** An answer that is kept is worth compressing: a catalogue of 300 items shrinks to a twentieth. */
export async function toKeep(answer: Answer): Promise<Answer> {
  return { ...answer, compressed: await compress(answer.bytes, { level: 9 }) };
}

export function jsonAnswer(value: unknown): Answer {
  return answerOf(Buffer.from(JSON.stringify(value), 'utf8'), JSON_TYPE);
}

/** No script and no inline style, so that a text which slipped through the escaping could still do nothing (threat 16). */
export const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Kept by whoever likes, but asked about each time: a take-down must be seen at once. */
export const REVALIDATE = 'no-cache';
export const VARY = 'accept, accept-language, accept-encoding';

/** Whether the reader takes gzip (RFC 9110 §12.5.3). */
function takesGzip(acceptEncoding: string | string[] | undefined): boolean {
  const codings = String(acceptEncoding ?? '')
    .slice(0, 500)
    .toLowerCase()
    .split(',');
  const [coding, q] = codings.map((part) => part.trim().split(/\s*;\s*q=/)).find(([name]) => name === 'gzip') ?? [];
  return coding !== undefined && (q === undefined || Number(q) > 0);
}

/** Compressed bytes are other bytes, so a strong tag must differ (RFC 9110 §8.8.1). */
function compressedTag(etag: string): string {
  return `${etag.slice(0, -1)}-gzip"`;
}

/** If-None-Match compares weakly (RFC 9110 §13.1.2): whoever has either form need not get it again. */
function unchanged(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const tags = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes(compressedTag(etag)) || tags.includes('*');
}

/** Sends the bytes, or 304 to who has them. */
export function deliver(request: FastifyRequest, reply: FastifyReply, answer: Answer, cacheControl = REVALIDATE): void {
  const compressed = takesGzip(request.headers['accept-encoding']) ? answer.compressed : undefined;
  void reply.headers({
    etag: compressed ? compressedTag(answer.etag) : answer.etag,
    'cache-control': cacheControl,
    vary: VARY,
    'content-security-policy': POLICY,
    ...(answer.language && { 'content-language': answer.language === 'zh' ? 'zh-CN' : 'en' }),
  });
  if (unchanged(request.headers['if-none-match'], answer.etag)) {
    void reply.status(304).send();
    return;
  }
  if (compressed) void reply.header('content-encoding', 'gzip');
  void reply.type(answer.type).send(compressed ?? answer.bytes);
}
