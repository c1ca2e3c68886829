import { HttpException } from '@nestjs/common';
import { codeOfStatus } from './catalogue.js';
import { ProblemError } from './problem-error.js';

/** What pg's errors have, and TypeORM's around them. */
interface DatabaseError {
  code?: unknown;
  message: string;
  constraint?: string;
  driverError?: { code?: unknown; message: string; constraint?: string };
}

/** Texts that PostgreSQL cannot hold: a NUL, half a surrogate pair, a number out of range, no uuid. */
const BAD_VALUES = new Set(['22021', '22P05', '22P02', '22003', '22007', '22008', '22001']);
/** The server is starting, stopping, full, or took too long. */
const UNAVAILABLE = /^(08\w{3}|53\w{3}|57P0[1-3]|57014|58\w{3}|25P03)$|^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT)$/;
/** Serialisation, deadlock, lock not available: trying again helps. */
const COLLISION = new Set(['40001', '40P01', '55P03']);
/** The same idempotency key in two requests at once: asked again, the second finds the first one's answer. */
const KEY_IN_USE = 'log_event_idempotency';
/** A newer program has been deployed: its lifecycles are in force, and this one's are not any more. */
const OUTDATED = new Set(['machine.notInForce', 'machine.notRegistered']);

function ofDatabase(error: DatabaseError): ProblemError | undefined {
  const source = error.driverError ?? error;
  if (typeof source.code !== 'string') {
    return /timeout exceeded when trying to connect|Connection terminated/.test(source.message)
      ? new ProblemError({ status: 503, code: 'server.unavailable', headers: { 'retry-after': '5' }, cause: error })
      : undefined;
  }
  const status = /^MU(4\d\d)$/.exec(source.code)?.[1];
  if (status) return new ProblemError({ status: Number(status), code: source.message, cause: error });
  if (BAD_VALUES.has(source.code)) return new ProblemError({ status: 400, code: 'request.malformed', cause: error });
  if (COLLISION.has(source.code) || source.constraint === KEY_IN_USE)
    return new ProblemError({ status: 409, code: 'request.conflict', cause: error });
  if (OUTDATED.has(source.message)) return new ProblemError({ status: 503, code: 'server.outdated', cause: error });
  if (UNAVAILABLE.test(source.code)) {
    return new ProblemError({ status: 503, code: 'server.unavailable', headers: { 'retry-after': '5' }, cause: error });
  }
  return undefined;
}

function ofFastify(error: Error): ProblemError | undefined {
  const { statusCode, code } = error as Error & { statusCode?: unknown; code?: unknown };
  // The reader of forms has no codes for what ends too early.
  if (/unexpected end of multipart data/i.test(error.message))
    return new ProblemError({ status: 400, code: 'request.malformed', cause: error });
  if (typeof statusCode !== 'number' || statusCode < 400 || statusCode > 499) return undefined;
  if (code === 'FST_INVALID_MULTIPART_CONTENT_TYPE') return new ProblemError({ status: 415, code: codeOfStatus(415), cause: error });
  return new ProblemError({ status: statusCode, code: codeOfStatus(statusCode), cause: error });
}

/** Nest's own refusals say only their status; the text in them may quote the request and is not repeated. */
function ofNest(error: HttpException): ProblemError | undefined {
  const status = error.getStatus();
  if (status >= 500 && status !== 503) return undefined;
  return new ProblemError({ status, code: codeOfStatus(status), cause: error });
}

/**
 * Anything thrown below a request, as a problem. Undefined means a defect: something nobody foresaw, or an invariant that
 * was about to be broken (`MUI##`).
 */
export function toProblem(error: unknown): ProblemError | undefined {
  if (error instanceof ProblemError) return error;
  if (error instanceof HttpException) return ofNest(error);
  if (error instanceof Error) return ofFastify(error) ?? ofDatabase(error);
  return undefined;
}
