import type { EventBytes, Fault } from './chain.js';
import { isTrusted, parseCheckpoint, type Checkpoint } from './checkpoint.js';
import type { Digest } from './digest.js';
import { isConsistent, rootByInclusion } from './merkle.js';
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

/** Checkpoints of one tree, and what proves things in it. */
export interface Proofs {
  readonly checkpoints: readonly string[];
  readonly inclusions: readonly InclusionProof[];
  readonly consistencies: readonly ConsistencyProof[];
}

/** Whose signatures count, and which checkpoints one kept outside. */
export interface Trust {
  readonly keys: readonly NoteKey[];
  readonly witnesses: readonly NoteKey[];
  readonly kept: readonly string[];
}

/** A digest, the tree that is hashed with it, and those who sign its root. */
export interface Pair extends Proofs, Trust {
  /** What its faults begin with. */
  readonly word: 'checkpoint' | 'sm';
  readonly digest: Digest;
  readonly leafOf: (event: EventBytes) => Buffer;
}

/** What of a package is held against a pair. */
export interface Given {
  /** Streams and the number of events that each shall have. */
  readonly streams: ReadonlyMap<string, number>;
  readonly events: ReadonlyMap<string, readonly EventBytes[]>;
}

export interface PairFindings {
  readonly tampered: readonly Fault[];
  readonly truncated: readonly Fault[];
  /** What is not contradicted, and not shown either. */
  readonly unproved: readonly Fault[];
  /** Stream → the last event that a trusted checkpoint covers. */
  readonly reach: ReadonlyMap<string, number>;
}

type Found = (code: string, detail: string, stream?: string, seq?: number | null) => void;
const into =
  (faults: Fault[], word: Pair['word']): Found =>
  (code, detail, stream = '', seq = null) =>
    void faults.push({ stream, seq, code: `${word}.${code}`, detail });

/** What can be said of a package by one pair of digest and signature. */
export function judge(pair: Pair, given: Given): PairFindings {
  const [tampered, truncated, unproved]: [Fault[], Fault[], Fault[]] = [[], [], []];
  const [bad, cut, open] = [tampered, truncated, unproved].map((faults) => into(faults, pair.word)) as [Found, Found, Found];
  const trusted = trustedCheckpoints([...pair.checkpoints, ...pair.kept], pair, tampered, pair.word);
  checkConsistency(pair, trusted, bad);
  const reach = checkInclusions(pair, given.events, trusted, bad, cut);
  for (const stream of given.streams.keys()) if (!reach.has(stream)) open('none', 'no trusted checkpoint covers this stream', stream);
  checkKept(pair, given.streams, cut, open);
  checkLinks(pair, open);
  return { tampered, truncated, unproved, reach };
}

/**
 * By size. A note that cannot be read, or with a bad signature in a trusted name, is a fault, and so are two roots that were signed for one size: a split view.
 * One of strangers is passed over, and one that a witness who is asked for did not cosign vouches for nothing.
 */
export function trustedCheckpoints(
  notes: readonly string[],
  { keys, witnesses }: Pick<Trust, 'keys' | 'witnesses'>,
  faults: Fault[],
  word: Pair['word'] = 'checkpoint',
): Map<number, Checkpoint> {
  const signed = new Map<number, Checkpoint>();
  const trusted = new Map<number, Checkpoint>();
  const fault = into(faults, word);
  for (const text of notes) {
    const checkpoint = parseCheckpoint(text);
    if (!checkpoint) {
      fault('unreadable', 'a checkpoint cannot be read');
      continue;
    }
    const { size, root } = checkpoint;
    const seen = isTrusted(checkpoint, keys, witnesses);
    if (seen === false) fault('signature', `a signature under size ${size} is bad`);
    else if (isTrusted(checkpoint, keys)) {
      if (signed.get(size)?.root.equals(root) === false) fault('fork', `two roots were signed for size ${size}: a split view`);
      signed.set(size, checkpoint);
      if (seen) trusted.set(size, checkpoint);
    }
  }
  return trusted;
}

function checkConsistency({ consistencies, digest }: Pair, trusted: ReadonlyMap<number, Checkpoint>, bad: Found): void {
  for (const { first, second, proof } of consistencies) {
    const [one, other] = [trusted.get(first), trusted.get(second)];
    if (one && other && !isConsistent(digest, first, second, one.root, other.root, proof))
      bad('inconsistent', `the tree of ${second} did not grow out of that of ${first}`);
  }
}

function checkInclusions(
  { inclusions, digest, leafOf }: Pair,
  events: Given['events'],
  trusted: ReadonlyMap<number, Checkpoint>,
  bad: Found,
  cut: Found,
): Map<string, number> {
  const reach = new Map<string, number>();
  for (const { stream, seq, index, size, proof } of inclusions) {
    const checkpoint = trusted.get(size);
    if (!checkpoint) continue;
    const event = events.get(stream)?.[seq - 1];
    if (!event) cut('eventGone', `a checkpoint of ${size} covers event ${seq}, which is not there`, stream, seq);
    else if (rootByInclusion(digest, leafOf(event), index, size, proof)?.equals(checkpoint.root))
      reach.set(stream, Math.max(reach.get(stream) ?? 0, seq));
    else bad('otherEvent', `the checkpoint of ${size} covers another event than this`, stream, seq);
  }
  return reach;
}

/**
 * A checkpoint that one kept must be spoken to: the log does not shrink, and of each stream an event lies in its tree. A stream that was begun later has none
 * there; the package cannot show that it was, so this is not said to be intact: take a checkpoint of a later day for it.
 */
function checkKept({ checkpoints, inclusions, kept, keys }: Pair, streams: Given['streams'], cut: Found, open: Found): void {
  const own = kept.flatMap((text) => {
    const checkpoint = parseCheckpoint(text);
    return checkpoint && isTrusted(checkpoint, keys) === true ? [checkpoint.size] : [];
  });
  const newest = Math.max(0, ...checkpoints.map((text) => parseCheckpoint(text)?.size ?? 0));
  for (const size of own) {
    if (size > newest) cut('shrunk', `you hold a checkpoint of ${size} events, the package knows of ${newest}`);
    for (const stream of streams.keys())
      if (!inclusions.some((proof) => proof.stream === stream && proof.size === size))
        open('unproved', `no proof for the checkpoint of ${size}: ask for one, and give only the notes that you asked for`, stream);
  }
}

/** The checkpoints of a package are a chain: each must be linked to the next larger one by a proof. */
function checkLinks({ checkpoints, consistencies, keys }: Pair, open: Found): void {
  const own = checkpoints.map(parseCheckpoint).filter((each) => each !== null && isTrusted(each, keys) === true);
  const sizes = [...new Set(own.map((each) => each!.size))].sort((one, other) => one - other);
  const linked = (from: number, to: number): boolean =>
    from === to || consistencies.some(({ first, second }) => first === from && second > from && second <= to && linked(second, to));
  sizes.slice(1).forEach((size, place) => {
    if (!linked(sizes[place]!, size)) open('unlinked', `nothing shows that the tree of ${size} grew out of that of ${sizes[place]}`);
  });
}
