import { decodeWitnessKey } from '../cosignature.js';
import { decodeKey, encodeKey, parseNote, signedBy, withSignature, type NoteKey } from '../note.js';
import { decodeSmKey } from './key.js';
import { sm2KeyOf, sm2Signature } from './sm2.js';

const privateKey = Buffer.alloc(32, 7);
const KEY: NoteKey = { name: 'mulu.example/log/sm', publicKey: sm2KeyOf(privateKey)!, sm2: true };
const signed = (text: string) => withSignature(text, KEY, (bytes) => sm2Signature(privateKey, bytes, Buffer.alloc(32, 9))!);

describe('a key of SM2', () => {
  it('is handed over as any other, and is of a kind of its own', () => {
    const text = encodeKey(KEY);
    expect(decodeSmKey(text)).toEqual(KEY);
    expect(Buffer.from(text.split('+').slice(2).join('+'), 'base64').subarray(0, 8)).toEqual(Buffer.from('\xffSM2-SM3', 'latin1'));
    expect(decodeKey(text)).toBeNull();
    expect(decodeWitnessKey(text)).toBeNull();
    expect(decodeSmKey(encodeKey({ name: 'mulu.example/log', publicKey: Buffer.alloc(32, 1) }))).toBeNull();
  });

  it('is none off the curve, or under another name', () => {
    expect(decodeSmKey(encodeKey({ ...KEY, publicKey: Buffer.alloc(64, 1) }))).toBeNull();
    expect(decodeSmKey(encodeKey(KEY).replace('mulu', 'other'))).toBeNull();
    expect(decodeSmKey('')).toBeNull();
  });

  it('signs a note, and no other words', () => {
    const note = signed('mulu.example/log/sm\n1\nAAAA\n');
    expect(signedBy(parseNote(note)!, KEY)).toBe(true);
    expect(signedBy(parseNote(note.replace('\n1\n', '\n2\n'))!, KEY)).toBe(false);
    expect(signedBy(parseNote(note)!, { ...KEY, name: 'other.example' })).toBeNull();
  });
});
