import { generateKeyPairSync } from 'node:crypto';
import { GENESIS, hashOf } from './chain.js';
import { checkpointText } from './checkpoint.js';
import { sha256 } from './digest.js';
import { signNote } from './note.js';
import { sampleChain, sampleOf } from './sample.js';
import { verdictOf, type AuditPackage } from './verdict.js';

const SAMPLE = sampleOf();
const { name: NAME, privateKey } = SAMPLE;
const { trusted: TRUSTED, streams: STREAMS } = SAMPLE;
const goodPackage = (): AuditPackage => ({ ...SAMPLE.pack(), second: null });

const flip = (bytes: Buffer, at: number) => Buffer.from(bytes.map((byte, index) => (index === at ? byte ^ 1 : byte)));
const spoiled = (change: Partial<AuditPackage>) => verdictOf({ ...goodPackage(), ...change }, [TRUSTED]);

describe('a package', () => {
  it('that nobody touched is intact, and says how far a checkpoint covers it', () => {
    expect(verdictOf(goodPackage(), [TRUSTED])).toEqual({
      verdict: 'intact',
      faults: [],
      covered: 18,
      uncovered: 2,
      missingBlobs: 9,
      purgedBlobs: 0,
    });
  });

  it('tells texts that were purged from those that were left out', () => {
    const { events, ...rest } = goodPackage();
    const { contentHash } = JSON.parse(events[1]!.body.toString()) as { contentHash: string };
    const last = { ...events[9]!, body: Buffer.from(JSON.stringify({ v: 1, type: 'text.purged', contentHash })) };
    const purged = { ...rest, events: events.map((event, index) => (index === 9 ? last : event)) };
    expect(verdictOf(purged, [TRUSTED])).toMatchObject({ verdict: 'intact', missingBlobs: 8, purgedBlobs: 1 });
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
    const rewritten = sampleChain(STREAMS[0], 10).map((event) => ({
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
    const fork = signNote(checkpointText({ origin: NAME, size: 6, root: sha256() }), NAME, privateKey);
    expect(spoiled({ checkpoints: [...checkpoints, fork] })).toMatchObject({
      verdict: 'tampered',
      faults: [{ code: 'checkpoint.fork' }, {}],
    });
  });
});
