import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { GENESIS, hashOf, leafData, type EventBytes } from './chain.js';
import { checkpointText } from './checkpoint.js';
import { sha256 } from './digest.js';
import { consistencyProof, inclusionProof, leafHash, rootOf } from './merkle.js';
import { signNote, type NoteKey } from './note.js';
import type { AuditPackage } from './verdict.js';

/** A chain of so many made-up events, each of which names a text. */
export function sampleChain(stream: string, count: number, type = 'edit'): EventBytes[] {
  const events: EventBytes[] = [];
  let prev = GENESIS;
  for (let seq = 1; seq <= count; seq += 1) {
    const at = `2026-11-20T08:00:${String(seq).padStart(2, '0')}.000000Z`;
    const header = Buffer.from(`v=1;stream=${stream};seq=${seq};prev=${prev};at=${at}`);
    const body = Buffer.from(JSON.stringify({ v: 1, type, seq, contentHash: sha256(Buffer.from(`text ${seq}`)).toString('hex') }));
    events.push({ stream, seq, header, body });
    prev = hashOf(events.at(-1)!).toString('hex');
  }
  return events;
}

export interface Sample {
  readonly name: string;
  readonly privateKey: KeyObject;
  readonly trusted: NoteKey;
  readonly streams: readonly [string, string];
  pack(): AuditPackage;
}

/**
 * A package of two streams of ten events and two checkpoints; the last two events of the first stream came after them. For specs and the self-test.
 * @param type what the events say: another gives another log, which the same key signs as well
 */
export function sampleOf(privateKey: KeyObject = generateKeyPairSync('ed25519').privateKey, type = 'edit'): Sample {
  const publicKey = createPublicKey(privateKey);
  const name = 'mulu.example/log';
  const streams = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'] as const;
  const trusted = { name, publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32) };
  return { name, privateKey, trusted, streams, pack: () => packOf(streams, name, privateKey, type) };
}

function packOf(streams: Sample['streams'], name: string, privateKey: KeyObject, type: string): AuditPackage {
  const [one, other] = [sampleChain(streams[0], 10, type), sampleChain(streams[1], 10, type)];
  const order = [...one.slice(0, 4), ...other, ...one.slice(4, 8)];
  const leaves = order.map((event) => leafHash(sha256, leafData(event.stream, event.seq, hashOf(event))));
  const sizes = [6, order.length] as const;
  const note = (size: number) =>
    signNote(checkpointText({ origin: name, size, root: rootOf(sha256, leaves.slice(0, size)) }), name, privateKey);
  const proofOf = (event: EventBytes) => {
    const index = order.indexOf(event);
    return { stream: event.stream, seq: event.seq, index, size: sizes[1], proof: inclusionProof(sha256, leaves, index) };
  };
  const text = Buffer.from('text 1');
  return {
    streams: new Map(streams.map((stream) => [stream, 10])),
    events: [...one, ...other],
    checkpoints: sizes.map(note),
    inclusions: [proofOf(one[7]!), proofOf(other[9]!)],
    consistencies: [{ first: sizes[0], second: sizes[1], proof: consistencyProof(sha256, leaves, sizes[0]) }],
    blobs: new Map([[sha256(text).toString('hex'), text]]),
  };
}
