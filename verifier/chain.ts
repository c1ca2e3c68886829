import { sha256 } from './digest.js';

/** One event of a log as its bytes: what was hashed, and nothing that was made of it later. */
export interface EventBytes {
  readonly stream: string;
  readonly seq: number;
  readonly header: Buffer;
  readonly body: Buffer;
}

/** Where a chain is first not as it must be. */
export interface Fault {
  readonly stream: string;
  readonly seq: number | null;
  readonly code: string;
  readonly detail: string;
}

/** What the header says, which the database wrote under the stream's lock. */
export interface Header {
  readonly stream: string;
  readonly seq: number;
  readonly prev: string;
  readonly at: string;
}

const HEADER = /^v=1;stream=([0-9a-f-]{36});seq=(\d+);prev=([0-9a-f]{64});at=(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)$/;
export const GENESIS = '0'.repeat(64);

export function readHeader(header: Buffer): Header | null {
  const [, stream, seq, prev, at] = HEADER.exec(header.toString('latin1')) ?? [];
  return stream === undefined ? null : { stream, seq: Number(seq), prev: prev!, at: at! };
}

/** An event's hash: over its header and the hash of its body, so that a body may be left out and the chain still verifies. */
export function hashOf({ header, body }: Pick<EventBytes, 'header' | 'body'>): Buffer {
  return sha256(header, sha256(body));
}

/** What an event is in the tree over all logs: its place and its hash. */
export function leafData(stream: string, seq: number, hash: Uint8Array): Buffer {
  return Buffer.from(`${stream} ${seq} ${Buffer.from(hash).toString('hex')}`);
}

/**
 * Recomputes the chain of one stream from its bytes: numbers from 1 without a gap, each predecessor, times that never go back, bodies that are JSON.
 * Stops at the first fault: what comes after it rests on it.
 */
export function faultOfChain(stream: string, events: readonly EventBytes[]): Fault | null {
  let prev = GENESIS;
  let lastAt = '';
  for (const [index, event] of events.entries()) {
    const fault = (code: string, detail: string): Fault => ({ stream, seq: event.seq, code, detail });
    const header = readHeader(event.header);
    if (event.seq !== index + 1) return fault('chain.gap', `event ${index + 1} is expected here, ${event.seq} was found`);
    if (header === null) return fault('chain.header', 'the header cannot be read');
    if (header.stream !== stream || header.seq !== event.seq) return fault('chain.header', 'the header names another place');
    if (header.prev !== prev) return fault('chain.broken', 'its predecessor is another');
    if (header.at < lastAt) return fault('chain.time', 'the time goes back');
    if (!isObject(event.body)) return fault('chain.body', 'the body is no JSON object');
    prev = hashOf(event).toString('hex');
    lastAt = header.at;
  }
  return null;
}

function isObject(body: Buffer): boolean {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
