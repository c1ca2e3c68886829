import { generateKeyPairSync } from 'node:crypto';
import { checkpointText, isTrusted, parseCheckpoint } from './checkpoint.js';
import { cosignatureLine, cosignedAt, decodeWitnessKey, encodeWitnessKey, witnessKeyIdOf } from './cosignature.js';
import { sha256 } from './digest.js';
import { decodeKey, encodeKey, parseNote, publicBytesOf, signNote } from './note.js';

const { privateKey: logKey } = generateKeyPairSync('ed25519');
const { privateKey: witnessKey } = generateKeyPairSync('ed25519');
const LOG = { name: 'mulu.example/log', publicKey: publicBytesOf(logKey) };
const WITNESS = { name: 'witness.example', publicKey: publicBytesOf(witnessKey) };
const note = signNote(checkpointText({ origin: LOG.name, size: 7, root: sha256() }), LOG.name, logKey);
const cosigned = (seconds = 1_795_000_000) => note + cosignatureLine(parseNote(note)!.text, WITNESS.name, witnessKey, seconds);

describe('a cosignature', () => {
  it('says when the witness saw the checkpoint, and leaves the log’s signature as it is', () => {
    const both = parseNote(cosigned())!;
    expect(cosignedAt(both, WITNESS)).toBe(1_795_000_000);
    expect(isTrusted(parseCheckpoint(cosigned())!, [LOG], [WITNESS])).toBe(true);
  });

  it('that lacks vouches for nothing; one that is bad is a fault', () => {
    const other = { ...WITNESS, name: 'another.example' };
    expect(isTrusted(parseCheckpoint(note)!, [LOG], [WITNESS])).toBeNull();
    expect(isTrusted(parseCheckpoint(cosigned())!, [LOG], [WITNESS, other])).toBeNull();
    expect(isTrusted(parseCheckpoint(cosigned())!, [], [WITNESS])).toBeNull();
    const later = Buffer.from(cosigned().split(' ').at(-1)!, 'base64');
    later[11]! ^= 1; // the last byte of the time
    const moved = cosigned().replace(/\S+\n$/, `${later.toString('base64')}\n`);
    expect(cosignedAt(parseNote(moved)!, WITNESS)).toBe(false);
    expect(isTrusted(parseCheckpoint(moved)!, [LOG], [WITNESS])).toBe(false);
  });

  it('has a key of its own kind, which no log’s key can stand for', () => {
    const text = encodeWitnessKey(WITNESS);
    expect(decodeWitnessKey(text)).toEqual(WITNESS);
    expect(decodeKey(text)).toBeNull();
    expect(decodeWitnessKey(encodeKey(WITNESS))).toBeNull();
    // SHA-256 over the name, a newline, 0x04 and the key (C2SP signed-note).
    const id = sha256(Buffer.from('witness.example\n\x04'), WITNESS.publicKey).subarray(0, 4).toString('hex');
    expect(witnessKeyIdOf(WITNESS)).toBe(id);
  });
});
