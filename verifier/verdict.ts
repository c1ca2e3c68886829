import { faultOfChain, hashOf, leafData, readHeader, type EventBytes, type Fault } from './chain.js';
import { sha256 } from './digest.js';
import { faultsOfDefinitions, followSteps, type Definitions } from './lifecycles.js';
import { leafHash } from './merkle.js';
import type { NoteKey } from './note.js';
import { judge, type Given, type Pair, type Proofs, type Trust } from './pair.js';
import { smLeaf } from './sm/leaf.js';
import { sm3 } from './sm/sm3.js';

/** The second pair, of SM3 and SM2, where the deployment has one. */
export interface SecondProofs extends Proofs {
  /** What each event's leaf is said to be, by stream: with them the first event that is another can be named. */
  readonly leaves: ReadonlyMap<string, readonly Buffer[]>;
}

/** What a package holds, read but not believed. */
export interface AuditPackage extends Proofs {
  /** Streams and the number of events that each shall have. */
  readonly streams: ReadonlyMap<string, number>;
  readonly events: readonly EventBytes[];
  readonly second: SecondProofs | null;
  readonly definitions: Definitions;
  /** Contents, reasons and opinions by their hash; a package without contents has none. */
  readonly blobs: ReadonlyMap<string, Buffer>;
}

export interface Verdict {
  readonly verdict: 'intact' | 'tampered' | 'truncated' | 'unverifiable';
  readonly faults: readonly Fault[];
  /** Events that a trusted checkpoint covers, and those that came after it. */
  readonly covered: number;
  readonly uncovered: number;
  /** Contents that are named and not there: left out, or purged in another log. */
  readonly missingBlobs: number;
  /** Contents that are not there, because two persons had them purged: an event of the package says so. */
  readonly purgedBlobs: number;
}

const byStream = (events: readonly EventBytes[]): Map<string, EventBytes[]> => {
  const streams = new Map<string, EventBytes[]>();
  for (const event of events) {
    const known = streams.get(event.stream);
    if (known) known.push(event);
    else streams.set(event.stream, [event]);
  }
  return streams;
};

/**
 * What can be said of a package by its bytes, by keys that one trusts, and by checkpoints that one kept outside: whoever holds the database can have a changed
 * log signed anew, but not make it fit what was signed before. *Tampered*: something contradicts something else. *Truncated*: what is there is good, but
 * less than a checkpoint or the package itself says there was. *Unverifiable*: nothing that one trusts speaks for it, or its steps cannot be followed.
 * @param keys of Ed25519, of SM2, or of both kinds: for each kind that is given the checkpoints of that pair must cover everything
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
  const unfollowed: Fault[] = [];
  const otherDefinitions = faultsOfDefinitions(pack.definitions);
  for (const [stream, events] of streams) {
    const fault = faultOfChain(stream, events);
    if (fault) tampered.push(fault);
    else if (otherDefinitions.length === 0) {
      const steps = followSteps(stream, events, pack.definitions);
      if (steps.fault) tampered.push(steps.fault);
      for (const hash of steps.missing)
        unfollowed.push({ stream, seq: null, code: 'lifecycle.missing', detail: `the definition ${hash} is not in the package` });
    }
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
  tampered.push(...otherDefinitions);
  for (const [hash, bytes] of pack.blobs) {
    if (sha256(bytes).toString('hex') !== hash)
      tampered.push({ stream: '', seq: null, code: 'blob.hash', detail: `${hash} has other bytes` });
  }
  const leaves = pack.second || keys.some(({ sm2 }) => sm2) ? smLeaves(streams) : new Map<EventBytes, Buffer>();
  const named = new Set(tampered.map(({ stream }) => stream));
  tampered.push(...otherLeaves(pack, streams, leaves).filter(({ stream }) => !named.has(stream)));
  const given = { streams: pack.streams, events: streams };
  const found = pairsOf(pack, leaves, { keys, witnesses, kept }).map((pair) => judge(pair, given));
  tampered.push(...found.flatMap((each) => each.tampered));
  truncated.push(...found.flatMap((each) => each.truncated));
  const covered = [...pack.streams.keys()].reduce((sum, stream) => sum + Math.min(...found.map(({ reach }) => reach.get(stream) ?? 0)), 0);
  const counts = { covered, uncovered: pack.events.length - covered, ...missingBlobs(pack) };
  if (tampered.length > 0) return { verdict: 'tampered', faults: tampered, ...counts };
  if (truncated.length > 0) return { verdict: 'truncated', faults: truncated, ...counts };
  const faults = [...found.flatMap((each) => each.unproved), ...unfollowed];
  return { verdict: faults.length > 0 || pack.streams.size === 0 ? 'unverifiable' : 'intact', faults, ...counts };
}

const NOTHING: SecondProofs = { checkpoints: [], inclusions: [], consistencies: [], leaves: new Map() };

/** Those for which keys were given. Witnesses look after the first only. */
function pairsOf(pack: AuditPackage, leaves: ReadonlyMap<EventBytes, Buffer>, trust: Trust): Pair[] {
  const [own, others] = [trust.keys.filter(({ sm2 }) => sm2), trust.keys.filter(({ sm2 }) => !sm2)];
  const first: Pair = {
    ...pack,
    ...trust,
    keys: others,
    word: 'checkpoint',
    digest: sha256,
    leafOf: (event) => leafHash(sha256, leafData(event.stream, event.seq, hashOf(event))),
  };
  if (own.length === 0) return [first];
  const leafOf = (event: EventBytes) => leaves.get(event)!;
  const second: Pair = { ...(pack.second ?? NOTHING), ...trust, keys: own, witnesses: [], word: 'sm', digest: sm3, leafOf };
  return others.length > 0 || trust.witnesses.length > 0 ? [first, second] : [second];
}

/** Of each stream the first event that is another than the package says the second tree holds, whether or not anybody trusts that. */
function otherLeaves(pack: AuditPackage, streams: Given['events'], leaves: ReadonlyMap<EventBytes, Buffer>): Fault[] {
  return [...(pack.second?.leaves ?? [])].flatMap(([stream, said]) => {
    const other = streams.get(stream)?.find((event, index) => said[index]?.equals(leaves.get(event)!) === false);
    return other ? [{ stream, seq: other.seq, code: 'sm.leaf', detail: 'the tree of SM3 holds another event than this' }] : [];
  });
}

function smLeaves(streams: Given['events']): Map<EventBytes, Buffer> {
  const leaves = new Map<EventBytes, Buffer>();
  for (const events of streams.values()) {
    let last: Buffer | null = null;
    for (const event of events) leaves.set(event, (last = smLeaf(sm3, last, event)));
  }
  return leaves;
}

const HASHES = ['contentHash', 'reasonHash'] as const;
/** The event by which a log says that a text is gone for good. */
const PURGED = 'text.purged';

/** Texts that events name and the package does not hold. */
function missingBlobs({ events, blobs }: AuditPackage): Pick<Verdict, 'missingBlobs' | 'purgedBlobs'> {
  const named = new Set<string>();
  const purged = new Set<string>();
  for (const { header, body } of events) {
    if (readHeader(header) === null) continue;
    try {
      const said = JSON.parse(body.toString('utf8')) as Partial<Record<(typeof HASHES)[number] | 'type', unknown>>;
      for (const name of HASHES) if (typeof said[name] === 'string') (said.type === PURGED ? purged : named).add(said[name]);
    } catch {
      // A body that cannot be read is a fault of the chain.
    }
  }
  const missing = [...named].filter((hash) => !blobs.has(hash));
  const purgedBlobs = missing.filter((hash) => purged.has(hash)).length;
  return { missingBlobs: missing.length - purgedBlobs, purgedBlobs };
}
