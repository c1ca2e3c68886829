import type { IncomingHttpHeaders } from 'node:http';
import { isLoopback, type Config } from '../config/index.js';
import { ProblemError } from '../problems/index.js';

/** What the gate looks at. */
export interface Visit {
  method: string;
  protocol: string;
  /** With the port, as the client or a trusted proxy named it. */
  host: string;
  headers: IncomingHttpHeaders;
}

type Check = (visit: Visit, config: Config) => ProblemError | undefined;

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const BODIES = /^(application\/json\s*(;|$)|multipart\/form-data\s*;.*boundary=)/i;

function hostname(host: string): string {
  return host.replace(/:\d+$/, '').toLowerCase();
}

/**
 * The evaluation mode answers to this machine's own names only: another name that leads here is a rebound one, by which a
 * page from elsewhere would be of the "same origin".
 */
const ownName: Check = ({ host }, config) =>
  config.mode === 'evaluation' && !isLoopback(hostname(host)) ? new ProblemError({ status: 421, code: 'request.misdirected' }) : undefined;

/**
 * Cross-site request forgery: a browser says where a change comes from, by Origin or at least by Sec-Fetch-Site. Clients that
 * say neither are no browsers and carry no foreign cookies.
 */
const ownOrigin: Check = ({ method, protocol, host, headers }, config) => {
  if (SAFE.has(method)) return undefined;
  const own = config.publicOrigin ?? `${protocol}://${host}`;
  const { origin } = headers;
  const site = headers['sec-fetch-site'];
  const foreign = origin === undefined ? site !== undefined && site !== 'same-origin' && site !== 'none' : origin !== own;
  return foreign ? new ProblemError({ status: 403, code: 'origin.refused' }) : undefined;
};

/** Bodies are JSON or files. The forms that any page may post without asking are refused before they are read. */
const knownBody: Check = ({ headers }) => {
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  return hasBody && !BODIES.test(headers['content-type'] ?? '')
    ? new ProblemError({ status: 415, code: 'request.unsupportedType' })
    : undefined;
};

const CHECKS: readonly Check[] = [ownName, ownOrigin, knownBody];

/** Stands before every route. @throws ProblemError 421, 403 or 415 */
export function passGate(visit: Visit, config: Config): void {
  for (const check of CHECKS) {
    const problem = check(visit, config);
    if (problem) throw problem;
  }
}
