import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { GENESIS, hashOf, leafData, type EventBytes } from './chain.js';
import { checkpointText } from './checkpoint.js';
import { sha256 } from './digest.js';
import { consistencyProof, inclusionProof, leafHash, rootOf } from './merkle.js';
import { signNote, withSignature, type NoteKey } from './note.js';
import { smLeaf } from './sm/leaf.js';
import { sm2KeyOf, sm2Signature } from './sm/sm2.js';
import { sm3 } from './sm/sm3.js';
import type { AuditPackage, SecondProofs } from './verdict.js';

/** A lifecycle of one state, in which compilers edit and clear. */
const STEPS = Object.fromEntries(['edit', 'clear'].map((type) => [type, { target: 'open', guard: { params: { by: ['compiler'] } } }]));
const LIFECYCLE = Buffer.from(
  JSON.stringify({
    config: { states: { open: { on: STEPS } } },
    creation: Object.fromEntries(Object.entries(STEPS).map(([type, branch]) => [type, [branch]])),
    requirements: { edit: [{ id: 'rolePermits' }], clear: [{ id: 'rolePermits' }] },
  }),
);
const MACHINE = { id: 'sample', version: '0', hash: sha256(LIFECYCLE).toString('hex') };

/** A chain of so many made-up events, each of which names a text. */
export function sampleChain(stream: string, count: number, type = 'edit'): EventBytes[] {
  const events: EventBytes[] = [];
  let prev = GENESIS;
  for (let seq = 1; seq <= count; seq += 1) {
    const at = `2026-11-20T08:00:${String(seq).padStart(2, '0')}.000000Z`;
    const header = Buffer.from(`v=1;stream=${stream};seq=${seq};prev=${prev};at=${at}`);
    const contentHash = sha256(Buffer.from(`text ${seq}`)).toString('hex');
    const step = { machine: MACHINE, from: seq === 1 ? null : 'open', to: 'open', facts: { guards: { rolePermits: true } } };
    const body = Buffer.from(JSON.stringify({ v: 1, type, seq, contentHash, actor: 'somebody', roles: ['compiler'], ...step }));
    events.push({ stream, seq, header, body });
    prev = hashOf(events.at(-1)!).toString('hex');
  }
  return events;
}

export interface Sample {
  readonly name: string;
  readonly privateKey: KeyObject;
  readonly trusted: NoteKey;
  /** Of the second pair. */
  readonly smTrusted: NoteKey;
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
  return { name, privateKey, trusted, smTrusted: SM_KEY, streams, pack: () => packOf(streams, name, privateKey, type) };
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
  const covered = [one[7]!, other[9]!];
  return {
    streams: new Map(streams.map((stream) => [stream, 10])),
    events: [...one, ...other],
    checkpoints: sizes.map(note),
    inclusions: covered.map(proofOf),
    consistencies: [{ first: sizes[0], second: sizes[1], proof: consistencyProof(sha256, leaves, sizes[0]) }],
    second: secondOf([one, other], order, covered),
    definitions: new Map([[MACHINE.hash, LIFECYCLE]]),
    blobs: new Map([[sha256(text).toString('hex'), text]]),
  };
}

const SM_PRIVATE = Buffer.alloc(32, 7);
const SM_KEY: NoteKey = { name: 'mulu.example/log/sm', publicKey: sm2KeyOf(SM_PRIVATE)!, sm2: true };

/** A note of the second pair, signed with a key that everybody knows. */
export function smSigned(size: number, root: Buffer): string {
  return withSignature(checkpointText({ origin: SM_KEY.name, size, root }), SM_KEY, (bytes) =>
    sm2Signature(SM_PRIVATE, bytes, sm3(SM_PRIVATE, bytes))!,
  );
}

/** The checkpoint of the larger of the two sizes, under SM3 and SM2. */
function secondOf(logs: readonly (readonly EventBytes[])[], order: readonly EventBytes[], covered: readonly EventBytes[]): SecondProofs {
  const leaves = new Map<EventBytes, Buffer>();
  for (const log of logs) {
    let last: Buffer | null = null;
    for (const event of log) leaves.set(event, (last = smLeaf(sm3, last, event)));
  }
  const tree = order.map((event) => leaves.get(event)!);
  return {
    checkpoints: [smSigned(tree.length, rootOf(sm3, tree))],
    inclusions: covered.map((event) => {
      const index = order.indexOf(event);
      return { stream: event.stream, seq: event.seq, index, size: tree.length, proof: inclusionProof(sm3, tree, index) };
    }),
    consistencies: [],
    leaves: new Map(logs.map((log) => [log[0]!.stream, log.filter((event) => order.includes(event)).map((event) => leaves.get(event)!)])),
  };
}
