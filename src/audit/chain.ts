import { createHash } from 'node:crypto';

/** One row of the log as stored: the two byte strings that are hashed, and what was read out of them. */
export interface ChainedEvent {
  readonly seq: number;
  readonly prev: Buffer;
  readonly header: Buffer;
  readonly body: Buffer;
  readonly hash: Buffer;
  readonly columns: Readonly<Record<string, string | null>>;
}

/** Something that is not as it must be; `seq` is the first event concerned, null where no event is. */
export interface AuditProblem {
  readonly seq: number | null;
  readonly code: string;
  readonly detail: string;
}

const GENESIS = Buffer.alloc(32);
const HEADER = /^v=1;stream=([0-9a-f-]{36});seq=(\d+);prev=([0-9a-f]{64});at=(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)$/;

/** What a header says, which the database wrote under the stream's lock; null where it cannot be read. */
export function readHeader(header: Buffer): { stream: string; seq: string; prev: string; at: string } | null {
  const [, stream, seq, prev, at] = HEADER.exec(header.toString('latin1')) ?? [];
  return stream === undefined ? null : { stream, seq: seq!, prev: prev!, at: at! };
}

function sha256(...parts: Buffer[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/**
 * Recomputes a chain from its stored bytes (quality.md, "The log"): numbers without a gap, each hash from header and body, each
 * predecessor, times that never go back, and columns that say what the body says. Nothing is serialised anew.
 */
export function verifyChain(stream: string, events: readonly ChainedEvent[]): AuditProblem[] {
  const problems: AuditProblem[] = [];
  let previous: Buffer = GENESIS;
  let lastAt = '';
  events.forEach((event, index) => {
    const found = (code: string, detail: string) => problems.push({ seq: event.seq, code, detail });
    const header = readHeader(event.header);
    if (event.seq !== index + 1) found('chain.gap', `event ${index + 1} is expected here`);
    if (!header) return void found('chain.header', 'the header cannot be read');
    const { stream: inStream, seq, prev, at } = header;
    if (inStream !== stream || Number(seq) !== event.seq) found('chain.header', 'the header names another place');
    if (prev !== event.prev.toString('hex') || !event.prev.equals(previous)) found('chain.broken', 'the predecessor is another');
    if (!event.hash.equals(sha256(event.header, sha256(event.body)))) found('chain.hash', 'the bytes do not give the hash');
    if (at < lastAt) found('chain.time', 'the time goes back');
    const body = bodyOf<Said>(event);
    if (body === null) found('chain.body', 'the body cannot be read');
    else for (const column of differing(event, body, at)) found('chain.column', `${column} is not what the bytes say`);
    previous = event.hash;
    lastAt = at;
  });
  return problems;
}

type Said = Readonly<Record<string, unknown>> & { readonly machine?: { readonly id: string; readonly version: string } };

/** Chain, replay and rows each ask what an event says; its bytes are read once. */
const bodies = new WeakMap<Buffer, object | null>();

/** What an event says; null where its bytes are no JSON object, which `verifyChain` reports. */
export function bodyOf<Body extends object>({ body }: Pick<ChainedEvent, 'body'>): Body | null {
  const known = bodies.get(body);
  if (known !== undefined) return known as Body | null;
  const said = objectIn(body);
  bodies.set(body, said);
  return said as Body | null;
}

function objectIn(bytes: Buffer): object | null {
  try {
    const said: unknown = JSON.parse(bytes.toString('utf8'));
    return typeof said === 'object' ? said : null;
  } catch {
    return null;
  }
}

function differing(event: ChainedEvent, body: Said, at: string): string[] {
  const said: Record<string, unknown> = {
    at,
    // The database's own words about the system leave the key out.
    idempotencyKey: body.facts === undefined ? event.columns.idempotencyKey : body.idempotencyKey,
    type: body.type,
    actor: body.actor,
    onBehalfOf: body.onBehalfOf,
    itemId: body.itemId,
    machineId: body.machine?.id,
    machineVersion: body.machine?.version,
    from: body.from,
    to: body.to,
    revisionId: body.revisionId,
    contentHash: body.contentHash,
    reasonHash: body.reasonHash,
  };
  return Object.keys(event.columns).filter((column) => (event.columns[column] ?? null) !== (said[column] ?? null));
}
