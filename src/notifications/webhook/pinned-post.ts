import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { AllowList } from '../../platform/outward/index.js';
import type { Posting } from './receiver.js';

type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

/** What a delivery is made with. */
export interface Means {
  readonly resolve: Resolve;
  /** For everything: name, connection, TLS, request, status. */
  readonly wholeMs: number;
}

const MEANS: Means = { resolve: (hostname) => lookup(hostname, { all: true }), wholeMs: 10_000 };
/** What an answer has to say is its status. The rest is let in so far, so that a receiver may end in peace, and then cut off. */
const BODY_BYTES = 16_384;
const BODY_MS = 1_000;
const HEADER_BYTES = 16_384;
/** For each address of a name that has several. */
const CONNECT_MS = 2_000;

/** The receiver did not take it. `why` is short, for the log: a status, a code, an address that is not allowed; nothing of the answer. */
export class NotTakenError extends Error {
  override readonly name = 'NotTakenError';

  constructor(readonly why: string) {
    super(why);
  }
}

/**
 * Posts to a URL whose host is on the list, and resolves once it was answered with 2xx. The name is resolved once; the connection goes to what was
 * looked at then, whatever the name leads to a moment later. No redirect is followed.
 *
 * @throws NotTakenError
 */
export async function pinnedPost(url: URL, posting: Posting, hosts: AllowList, means: Partial<Means> = {}): Promise<void> {
  const { resolve, wholeMs } = { ...MEANS, ...means };
  const deadline = AbortSignal.timeout(wholeMs);
  if (!hosts.knows(url.hostname)) throw new NotTakenError('host not allowed');
  const pinned = await addressesOf(url.hostname, hosts, resolve, deadline);
  const status = await exchange(url, posting, pinned, deadline);
  if (status < 200 || status > 299) throw new NotTakenError(`status ${status}`);
}

/** Null for a host that is an address itself: Node connects to those without asking a lookup, and the list knows them. */
async function addressesOf(hostname: string, hosts: AllowList, resolve: Resolve, deadline: AbortSignal): Promise<LookupAddress[] | null> {
  if (isIP(hostname.replace(/^\[(.*)\]$/, '$1')) !== 0) return null;
  const found = await inTime(resolve(hostname), deadline).catch((error: unknown) => {
    throw notTaken(error);
  });
  const permitted = found.filter(({ address }) => hosts.permits(address));
  if (permitted.length === 0) throw new NotTakenError(`address not allowed: ${found.map(({ address }) => address).join(', ') || 'none'}`);
  return permitted;
}

function inTime<Value>(work: Promise<Value>, deadline: AbortSignal): Promise<Value> {
  const late = new Promise<never>((_, fail) => {
    deadline.addEventListener('abort', () => fail(deadline.reason as Error), { once: true });
  });
  return Promise.race([work, late]);
}

function lookupOf(pinned: readonly LookupAddress[]): LookupFunction {
  const [{ address, family }] = pinned as [LookupAddress];
  return (_hostname, options, answer) => {
    if (options.all) answer(null, [...pinned]);
    else answer(null, address, family);
  };
}

/** The status of the answer. */
function exchange(url: URL, { body, headers }: Posting, pinned: readonly LookupAddress[] | null, signal: AbortSignal): Promise<number> {
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  const options = {
    method: 'POST',
    headers,
    signal,
    agent: false as const,
    maxHeaderSize: HEADER_BYTES,
    autoSelectFamilyAttemptTimeout: CONNECT_MS,
    ...(pinned && { lookup: lookupOf(pinned) }),
  };
  return new Promise((done, fail) => {
    let answered = false;
    const request = send(url, options, (response) => {
      answered = true; // what goes wrong from here on changes nothing any more
      letOut(response, () => done(response.statusCode ?? 0));
    });
    request.on('error', (error) => !answered && fail(notTaken(error)));
    request.on('close', () => !answered && fail(new NotTakenError('no answer')));
    request.end(body);
  });
}

function letOut(response: IncomingMessage, then: () => void): void {
  let bytes = 0;
  const cut = setTimeout(() => response.destroy(), BODY_MS);
  response
    .on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > BODY_BYTES) response.destroy();
    })
    .on('error', () => undefined)
    .on('close', () => {
      clearTimeout(cut);
      then();
    });
}

function notTaken(error: unknown): NotTakenError {
  const { name, code } = error as { name?: string; code?: string };
  return new NotTakenError(name === 'TimeoutError' || name === 'AbortError' ? 'timeout' : (code ?? name ?? 'error'));
}
