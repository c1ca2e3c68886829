import { generateKeyPairSync } from 'node:crypto';
import { publicBytesOf } from '../note.js';
import { sampleOf, smSigned } from '../sample.js';
import { verdictOf, type AuditPackage } from '../verdict.js';
import { sm2KeyOf } from './sm2.js';
import { sm3 } from './sm3.js';

const SAMPLE = sampleOf();
const { trusted: ED25519, smTrusted: SM2, streams: STREAMS } = SAMPLE;
const BOTH = [ED25519, SM2];
const stranger = { ...SM2, publicKey: sm2KeyOf(Buffer.alloc(32, 8))! };
const changed = (second: Partial<AuditPackage['second']>, pack = SAMPLE.pack()): AuditPackage => ({
  ...pack,
  second: { ...pack.second!, ...second },
});

describe('the second pair of a package', () => {
  it.each([
    ['by itself', [SM2]],
    ['beside the first', BOTH],
  ])('vouches %s for what it covers', (_, keys) =>
    expect(verdictOf(SAMPLE.pack(), keys)).toEqual({
      verdict: 'intact',
      faults: [],
      covered: 18,
      uncovered: 2,
      missingBlobs: 9,
      purgedBlobs: 0,
    }),
  );

  it('is asked of whoever gives a key for it, and of nobody else', () => {
    const without = { ...SAMPLE.pack(), second: null };
    expect(verdictOf(without, [ED25519]).verdict).toBe('intact');
    for (const keys of [[SM2], BOTH])
      expect(verdictOf(without, keys)).toMatchObject({
        verdict: 'unverifiable',
        covered: 0,
        faults: STREAMS.map((stream) => ({ stream, code: 'sm.none' })),
      });
    expect(verdictOf(SAMPLE.pack(), [ED25519, stranger]).verdict).toBe('unverifiable');
    expect(verdictOf({ ...SAMPLE.pack(), checkpoints: [] }, [SM2]).verdict).toBe('intact');
    expect(verdictOf({ ...SAMPLE.pack(), checkpoints: [] }, BOTH)).toMatchObject({ verdict: 'unverifiable', covered: 0 });
  });

  it('has no witnesses: whoever demands one is asked for the first, too', () => {
    const witness = { name: 'witness.example', publicKey: publicBytesOf(generateKeyPairSync('ed25519').privateKey) };
    expect(verdictOf(SAMPLE.pack(), [SM2], [], [witness]).verdict).toBe('unverifiable');
  });

  it('is tampered with when its signature, its root or a leaf was', () => {
    const [note] = SAMPLE.pack().second!.checkpoints;
    const bad = note!.replace(/\S{8}\n$/, 'AAAAAAA=\n');
    expect(verdictOf(changed({ checkpoints: [bad] }), [SM2])).toMatchObject({ verdict: 'tampered', faults: [{ code: 'sm.signature' }] });
    expect(verdictOf(changed({ checkpoints: [smSigned(18, sm3())] }), [SM2])).toMatchObject({
      verdict: 'tampered',
      faults: [
        { stream: STREAMS[0], seq: 8, code: 'sm.otherEvent' },
        { stream: STREAMS[1], seq: 10, code: 'sm.otherEvent' },
      ],
    });
    const { leaves } = SAMPLE.pack().second!;
    const other = new Map([...leaves].map(([stream, list]) => [stream, list.map((leaf, index) => (index === 4 ? sm3(leaf) : leaf))]));
    expect(verdictOf(changed({ leaves: other }), [ED25519])).toMatchObject({
      verdict: 'tampered',
      faults: STREAMS.map((stream) => ({ stream, seq: 5, code: 'sm.leaf' })),
    });
  });

  it('names the first event that is another, where a log and its first tree were made anew and signed', () => {
    const { second } = SAMPLE.pack();
    const pack = sampleOf(SAMPLE.privateKey, 'clear').pack();
    expect(verdictOf(pack, BOTH).verdict).toBe('intact');
    expect(verdictOf({ ...pack, second }, [SM2])).toMatchObject({ verdict: 'tampered' });
    expect(verdictOf({ ...pack, second }, [SM2]).faults[0]).toMatchObject({ stream: STREAMS[0], seq: 1, code: 'sm.leaf' });
  });

  it('is held against a checkpoint of it that was kept', () => {
    const kept = SAMPLE.pack().second!.checkpoints;
    expect(verdictOf(SAMPLE.pack(), BOTH, kept)).toMatchObject({ verdict: 'intact', faults: [] });
    expect(verdictOf(sampleOf(SAMPLE.privateKey, 'clear').pack(), BOTH, kept)).toMatchObject({
      verdict: 'tampered',
      faults: [{ code: 'sm.fork' }, {}, {}],
    });
    expect(verdictOf(SAMPLE.pack(), BOTH, [smSigned(19, sm3())])).toMatchObject({ verdict: 'truncated', faults: [{ code: 'sm.shrunk' }] });
    expect(verdictOf(SAMPLE.pack(), BOTH, [smSigned(4, sm3())])).toMatchObject({
      verdict: 'unverifiable',
      faults: [{ code: 'sm.unproved' }, { code: 'sm.unproved' }],
    });
    expect(verdictOf(SAMPLE.pack(), [ED25519], [smSigned(19, sm3())]).verdict).toBe('intact');
  });

  it('does not stand in for the first', () => {
    const pack = SAMPLE.pack();
    const swapped = { ...pack, ...pack.second, second: { ...pack.second!, ...{ checkpoints: pack.checkpoints } } };
    expect(verdictOf(swapped, [SM2]).verdict).toBe('unverifiable');
    expect(verdictOf(swapped, BOTH).verdict).toBe('unverifiable');
  });
});
