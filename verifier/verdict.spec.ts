import { generateKeyPairSync } from 'node:crypto';
import { GENESIS, hashOf, leafData, type EventBytes } from './chain.js';
import { checkpointText } from './checkpoint.js';
import { sha256 } from './digest.js';
import { consistencyProof, inclusionProof, leafHash, rootOf } from './merkle.js';
import { signNote, type NoteKey } from './note.js';
import { verdictOf, type AuditPackage } from './verdict.js';

const STREAMS = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'] as const;
const KEYS = generateKeyPairSync('ed25519');
const NAME = 'mulu.example/log';
const TRUSTED: NoteKey = { name: NAME, publicKey: KEYS.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32) };

function chain(stream: string, count: number): EventBytes[] {
  const events: EventBytes[] = [];
  let prev = GENESIS;
  for (let seq = 1; seq <= count; seq += 1) {
    const at = `2026-11-20T08:00:${String(seq).padStart(2, '0')}.000000Z`;
    const header = Buffer.from(`v=1;stream=${stream};seq=${seq};prev=${prev};at=${at}`);
    const body = Buffer.from(JSON.stringify({ v: 1, type: 'edit', seq, contentHash: sha256(Buffer.from(`text ${seq}`)).toString('hex') }));
    events.push({ stream, seq, header, body });
    prev = hashOf(events.at(-1)!).toString('hex');
  }
  return events;
}

/** Two streams of ten events, two checkpoints, the second one before the last two events of the first stream. */
function goodPackage(): AuditPackage {
  const [one, other] = STREAMS.map((stream) => chain(stream, 10)) as [EventBytes[], EventBytes[]];
  const order = [...one.slice(0, 4), ...other, ...one.slice(4, 8)];
  const leaves = order.map((event) => leafHash(sha256, leafData(event.stream, event.seq, hashOf(event))));
  const sizes = [6, order.length] as const;
  const note = (size: number) =>
    signNote(checkpointText({ origin: NAME, size, root: rootOf(sha256, leaves.slice(0, size)) }), NAME, KEYS.privateKey);
  const proofOf = (event: EventBytes) => {
    const index = order.indexOf(event);
    return { stream: event.stream, seq: event.seq, index, size: sizes[1], proof: inclusionProof(sha256, leaves, index) };
  };
  return {
    streams: new Map(STREAMS.map((stream) => [stream, 10])),
    events: [...one, ...other],
    checkpoints: sizes.map(note),
    inclusions: [proofOf(one[7]!), proofOf(other[9]!)],
    consistencies: [{ first: sizes[0], second: sizes[1], proof: consistencyProof(sha256, leaves, sizes[0]) }],
    blobs: new Map([[sha256(Buffer.from('text 1')).toString('hex'), Buffer.from('text 1')]]),
  };
}

const flip = (bytes: Buffer, at: number) => Buffer.from(bytes.map((byte, index) => (index === at ? byte ^ 1 : byte)));
const spoiled = (change: Partial<AuditPackage>) => verdictOf({ ...goodPackage(), ...change }, [TRUSTED]);

describe('a package', () => {
  it('that nobody touched is intact, and says how far a checkpoint covers it', () => {
    expect(verdictOf(goodPackage(), [TRUSTED])).toEqual({ verdict: 'intact', faults: [], covered: 18, uncovered: 2, missingBlobs: 9 });
  });

  it('is unverifiable to whoever trusts nobody, or somebody else', () => {
    expect(verdictOf(goodPackage(), []).verdict).toBe('unverifiable');
    const stranger = generateKeyPairSync('ed25519').publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
    expect(verdictOf(goodPackage(), [{ name: 'other.example', publicKey: stranger }]).verdict).toBe('unverifiable');
    expect(spoiled({ checkpoints: [] }).verdict).toBe('unverifiable');
    expect(spoiled({ inclusions: [] }).verdict).toBe('unverifiable');
  });

  it('is tampered with wherever a byte of an event was turned, and says at which', () => {
    const { events } = goodPackage();
    for (const [place, event] of events.entries()) {
      if (event === events[9]) continue; // the end of a chain that no checkpoint has reached: see below
      for (const part of ['header', 'body'] as const) {
        for (let at = 0; at < event[part].length; at += 7) {
          const changed = events.map((other, index) => (index === place ? { ...other, [part]: flip(other[part], at) } : other));
          const { verdict, faults } = spoiled({ events: changed });
          expect({ place, part, at, verdict }).toEqual({ place, part, at, verdict: 'tampered' });
          const first = faults[0]!;
          expect([event.seq, event.seq + 1].includes(first.seq!) || first.code === 'checkpoint.otherEvent').toBe(true);
        }
      }
    }
  });

  it('says nothing of the end of a chain that no checkpoint has reached: it is not counted as covered', () => {
    const { events } = goodPackage();
    const changed = events.map((event, index) => (index === 9 ? { ...event, body: Buffer.from('{}') } : event));
    expect(spoiled({ events: changed })).toMatchObject({ verdict: 'intact', covered: 18, uncovered: 2 });
  });

  it('is tampered with when events are swapped, left out, doubled, or chained anew', () => {
    const { events } = goodPackage();
    const without = (index: number) => events.filter((_, at) => at !== index);
    expect(spoiled({ events: without(3) })).toMatchObject({ verdict: 'tampered', faults: [{ seq: 5, code: 'chain.gap' }, {}] });
    expect(spoiled({ events: [...events.slice(0, 2), events[3]!, events[2]!, ...events.slice(4)] }).verdict).toBe('tampered');
    expect(spoiled({ events: [...events, events[0]!] }).verdict).toBe('tampered');
    const rewritten = chain(STREAMS[0], 10).map((event) => ({
      ...event,
      body: Buffer.from(event.body.toString().replace('edit', 'clear')),
    }));
    let prev = GENESIS;
    const relinked = rewritten.map((event) => {
      const header = Buffer.from(event.header.toString().replace(/prev=[0-9a-f]{64}/, `prev=${prev}`));
      prev = hashOf({ ...event, header }).toString('hex');
      return { ...event, header };
    });
    expect(spoiled({ events: [...relinked, ...events.slice(10)] })).toMatchObject({
      verdict: 'tampered',
      faults: [{ stream: STREAMS[0], seq: 8, code: 'checkpoint.otherEvent' }],
    });
  });

  it('is truncated when its end is gone', () => {
    const { events } = goodPackage();
    const cut = (left: number) => events.filter(({ stream, seq }) => stream !== STREAMS[1] || seq <= left);
    expect(spoiled({ events: cut(7) }).verdict).toBe('truncated');
    const announced = new Map([...goodPackage().streams, [STREAMS[1], 7]]);
    expect(spoiled({ events: cut(7), streams: announced })).toMatchObject({
      verdict: 'truncated',
      faults: [{ seq: 10, code: 'checkpoint.eventGone' }],
    });
  });

  it('is tampered with when a checkpoint, a proof or a text was', () => {
    const { checkpoints, inclusions, consistencies, blobs } = goodPackage();
    expect(spoiled({ checkpoints: [checkpoints[0]!, checkpoints[1]!.replace('\n18\n', '\n17\n')] }).verdict).toBe('tampered');
    expect(spoiled({ inclusions: [{ ...inclusions[0]!, index: 3 }, inclusions[1]!] }).verdict).toBe('tampered');
    expect(spoiled({ consistencies: [{ ...consistencies[0]!, proof: [] }] }).verdict).toBe('tampered');
    expect(spoiled({ blobs: new Map([...blobs].map(([hash]) => [hash, Buffer.from('other')])) }).verdict).toBe('tampered');
    const fork = signNote(checkpointText({ origin: NAME, size: 6, root: sha256() }), NAME, KEYS.privateKey);
    expect(spoiled({ checkpoints: [...checkpoints, fork] })).toMatchObject({
      verdict: 'tampered',
      faults: [{ code: 'checkpoint.fork' }, {}],
    });
  });
});
