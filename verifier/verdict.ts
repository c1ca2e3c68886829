import { faultOfChain, hashOf, leafData, readHeader, type EventBytes, type Fault } from './chain.js';
import { isTrusted, parseCheckpoint, type Checkpoint } from './checkpoint.js';
import { sha256 } from './digest.js';
import { isConsistent, leafHash, rootByInclusion } from './merkle.js';
import type { NoteKey } from './note.js';

/** That the last event of a stream at a checkpoint lies in the tree: with the chain this holds for every event before it. */
export interface InclusionProof {
  readonly stream: string;
  readonly seq: number;
  readonly index: number;
  readonly size: number;
  readonly proof: readonly Buffer[];
}

/** That the tree of a checkpoint grew out of that of an earlier one. */
export interface ConsistencyProof {
  readonly first: number;
  readonly second: number;
  readonly proof: readonly Buffer[];
}

/** What a package holds, read but not believed. */
export interface AuditPackage {
  /** Streams and the number of events that each shall have. */
  readonly streams: ReadonlyMap<string, number>;
  readonly events: readonly EventBytes[];
  readonly checkpoints: readonly string[];
  readonly inclusions: readonly InclusionProof[];
  readonly consistencies: readonly ConsistencyProof[];
  /** Contents, reasons and opinions by their hash; a package without contents has none. */
  readonly blobs: ReadonlyMap<string, Buffer>;
}

export interface Verdict {
  readonly verdict: 'intact' | 'tampered' | 'truncated' | 'unverifiable';
  readonly faults: readonly Fault[];
  /** Events that a trusted checkpoint covers, and those that came after it. */
  readonly covered: number;
  readonly uncovered: number;
  /** Contents that are named and not there: purged, or left out. */
  readonly missingBlobs: number;
}

const byStream = (events: readonly EventBytes[]): Map<string, EventBytes[]> => {
  const streams = new Map<string, EventBytes[]>();
  for (const event of events) streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
  return streams;
};

/**
 * What can be said of a package by its bytes, by keys that one trusts, and by checkpoints that one kept outside: whoever holds the database can have a changed
 * log signed anew, but not make it fit what was signed before. *Tampered*: something contradicts something else. *Truncated*: what is there is good, but
 * less than a checkpoint or the package itself says there was. *Unverifiable*: nothing that one trusts speaks for it.
 */
export function verdictOf(
  pack: AuditPackage,
  keys: readonly NoteKey[],
  kept: readonly string[] = [],
  witnesses: readonly NoteKey[] = [],
): Verdict {
  const streams = byStream(pack.events);
  const tampered: Fault[] = [];
  const truncated: Fault[] = [];
  for (const [stream, events] of streams) {
    const fault = faultOfChain(stream, events);
    if (fault) tampered.push(fault);
    if (!pack.streams.has(stream))
      tampered.push({ stream, seq: 1, code: 'package.unknownStream', detail: 'the package does not name this stream' });
  }
  for (const [stream, count] of pack.streams) {
    const found = streams.get(stream)?.length ?? 0;
    if (found < count)
      truncated.push({ stream, seq: found + 1, code: 'package.short', detail: `${count} events are announced, ${found} are there` });
    if (found > count)
      tampered.push({ stream, seq: count + 1, code: 'package.long', detail: `${count} events are announced, ${found} are there` });
  }
  for (const [hash, bytes] of pack.blobs) {
    if (sha256(bytes).toString('hex') !== hash)
      tampered.push({ stream: '', seq: null, code: 'blob.hash', detail: `${hash} has other bytes` });
  }
  const trusted = trustedCheckpoints([...pack.checkpoints, ...kept], { keys, witnesses }, tampered);
  checkConsistency(pack, trusted, tampered);
  const reach = checkInclusions(pack, streams, trusted, tampered, truncated);
  const unproved = [...checkKept(pack, kept, keys, truncated), ...unlinked(pack, keys)];

  const covered = [...reach.values()].reduce((sum, seq) => sum + seq, 0);
  const counts = { covered, uncovered: pack.events.length - covered, missingBlobs: missingBlobs(pack) };
  if (tampered.length > 0) return { verdict: 'tampered', faults: tampered, ...counts };
  if (truncated.length > 0) return { verdict: 'truncated', faults: truncated, ...counts };
  const lacking = [...pack.streams.keys()].filter((stream) => !reach.has(stream));
  const faults = [
    ...lacking.map((stream) => ({ stream, seq: null, code: 'checkpoint.none', detail: 'no trusted checkpoint covers this stream' })),
    ...unproved,
  ];
  return { verdict: faults.length > 0 || pack.streams.size === 0 ? 'unverifiable' : 'intact', faults, ...counts };
}

/**
 * A checkpoint that one kept must be spoken to: the log does not shrink, and of each stream an event lies in its tree. A stream that was begun later has none
 * there; the package cannot show that it was, so this is not said to be intact: take a checkpoint of a later day for it.
 */
function checkKept(pack: AuditPackage, kept: readonly string[], keys: readonly NoteKey[], truncated: Fault[]): Fault[] {
  const own = kept.flatMap((text) => {
    const checkpoint = parseCheckpoint(text);
    return checkpoint && isTrusted(checkpoint, keys) === true ? [checkpoint.size] : [];
  });
  const newest = Math.max(0, ...pack.checkpoints.map((text) => parseCheckpoint(text)?.size ?? 0));
  for (const size of own.filter((each) => each > newest))
    truncated.push({
      stream: '',
      seq: null,
      code: 'checkpoint.shrunk',
      detail: `you hold a checkpoint of ${size} events, the package knows of ${newest}`,
    });
  return own.flatMap((size) =>
    [...pack.streams.keys()]
      .filter((stream) => !pack.inclusions.some((proof) => proof.stream === stream && proof.size === size))
      .map((stream) => ({ stream, seq: null, code: 'checkpoint.unproved', detail: `no proof for the checkpoint of ${size}: ask for one` })),
  );
}

/**
 * By size. A note that cannot be read, or with a bad signature in a trusted name, is a fault, and so are two roots that were signed for one size: a split view.
 * One of strangers is passed over, and one that a witness who is asked for did not cosign vouches for nothing.
 */
export function trustedCheckpoints(
  notes: readonly string[],
  { keys, witnesses }: { readonly keys: readonly NoteKey[]; readonly witnesses: readonly NoteKey[] },
  faults: Fault[],
): Map<number, Checkpoint> {
  const signed = new Map<number, Checkpoint>();
  const trusted = new Map<number, Checkpoint>();
  for (const text of notes) {
    const fault = (code: string, detail: string) => faults.push({ stream: '', seq: null, code, detail });
    const checkpoint = parseCheckpoint(text);
    if (!checkpoint) {
      fault('checkpoint.unreadable', 'a checkpoint cannot be read');
      continue;
    }
    const { size, root } = checkpoint;
    const seen = isTrusted(checkpoint, keys, witnesses);
    if (seen === false) fault('checkpoint.signature', `a signature under size ${size} is bad`);
    else if (isTrusted(checkpoint, keys)) {
      if (signed.get(size)?.root.equals(root) === false) fault('checkpoint.fork', `two roots were signed for size ${size}: a split view`);
      signed.set(size, checkpoint);
      if (seen) trusted.set(size, checkpoint);
    }
  }
  return trusted;
}

/** The checkpoints of a package are a chain: each must be linked to the next larger one by a proof. */
function unlinked({ checkpoints, consistencies }: AuditPackage, keys: readonly NoteKey[]): Fault[] {
  const own = checkpoints.map(parseCheckpoint).filter((each) => each !== null && isTrusted(each, keys) === true);
  const sizes = [...new Set(own.map((each) => each!.size))].sort((one, other) => one - other);
  const linked = (from: number, to: number): boolean =>
    from === to || consistencies.some(({ first, second }) => first === from && second > from && second <= to && linked(second, to));
  return sizes.slice(1).flatMap((size, place) =>
    linked(sizes[place]!, size)
      ? []
      : [
          {
            stream: '',
            seq: null,
            code: 'checkpoint.unlinked',
            detail: `nothing shows that the tree of ${size} grew out of that of ${sizes[place]}`,
          },
        ],
  );
}

function checkConsistency({ consistencies }: AuditPackage, trusted: ReadonlyMap<number, Checkpoint>, faults: Fault[]): void {
  for (const { first, second, proof } of consistencies) {
    const [one, other] = [trusted.get(first), trusted.get(second)];
    if (one && other && !isConsistent(sha256, first, second, one.root, other.root, proof))
      faults.push({
        stream: '',
        seq: null,
        code: 'checkpoint.inconsistent',
        detail: `the tree of ${second} did not grow out of that of ${first}`,
      });
  }
}

/** Stream → the last event that a trusted checkpoint covers. */
function checkInclusions(
  { inclusions }: AuditPackage,
  streams: ReadonlyMap<string, readonly EventBytes[]>,
  trusted: ReadonlyMap<number, Checkpoint>,
  tampered: Fault[],
  truncated: Fault[],
): Map<string, number> {
  const reach = new Map<string, number>();
  for (const { stream, seq, index, size, proof } of inclusions) {
    const checkpoint = trusted.get(size);
    if (!checkpoint) continue;
    const event = streams.get(stream)?.[seq - 1];
    if (!event) {
      truncated.push({
        stream,
        seq,
        code: 'checkpoint.eventGone',
        detail: `a checkpoint of ${size} covers event ${seq}, which is not there`,
      });
      continue;
    }
    const root = rootByInclusion(sha256, leafHash(sha256, leafData(stream, seq, hashOf(event))), index, size, proof);
    if (root?.equals(checkpoint.root)) reach.set(stream, Math.max(reach.get(stream) ?? 0, seq));
    else tampered.push({ stream, seq, code: 'checkpoint.otherEvent', detail: `the checkpoint of ${size} covers another event than this` });
  }
  return reach;
}

const HASHES = ['contentHash', 'reasonHash'] as const;

/** Texts that events name and the package does not hold. */
function missingBlobs({ events, blobs }: AuditPackage): number {
  const named = new Set<string>();
  for (const { header, body } of events) {
    if (readHeader(header) === null) continue;
    try {
      const said = JSON.parse(body.toString('utf8')) as Partial<Record<(typeof HASHES)[number], unknown>>;
      for (const name of HASHES) if (typeof said[name] === 'string') named.add(said[name]);
    } catch {
      // A body that cannot be read is a fault of the chain.
    }
  }
  return [...named].filter((hash) => !blobs.has(hash)).length;
}
