import type { IncomingHttpHeaders } from 'node:http';
import { ProblemError } from './problem-error.js';

/**
 * The request's idempotency key: 1–200 visible ASCII characters; the quotes that the IETF draft puts around it are taken off.
 *
 * @throws ProblemError 428 without the header, 400 when it is malformed
 */
export function idempotencyKey(headers: IncomingHttpHeaders): string {
  const given = headers['idempotency-key'];
  if (given === undefined) throw new ProblemError({ status: 428, code: 'precondition.idempotencyKey' });
  const key = typeof given === 'string' ? (/^"([^"]*)"$/.exec(given)?.[1] ?? given) : '';
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) throw new ProblemError({ status: 400, code: 'idempotencyKey.malformed' });
  return key;
}

/** A version's ETag is its log position. */
export function versionETag(position: number): string {
  return `"${position}"`;
}

/**
 * The log position that the client saw, from `If-Match: "<position>"`.
 *
 * @throws ProblemError 428 without the header, 400 when it is not one strong tag of ours
 */
export function ifMatch(headers: IncomingHttpHeaders): number {
  const given = headers['if-match'];
  if (given === undefined) throw new ProblemError({ status: 428, code: 'precondition.ifMatch' });
  const position = /^"(\d{1,15})"$/.exec(given.trim())?.[1];
  if (!position) throw new ProblemError({ status: 400, code: 'ifMatch.malformed' });
  return Number(position);
}
