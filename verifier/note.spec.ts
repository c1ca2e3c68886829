import { notesIn } from './checkpoint.js';
import { sampleOf } from './sample.js';
import { generateKeyPairSync } from 'node:crypto';
import { decodeKey, encodeKey, keyIdOf, parseNote, signedBy, signNote } from './note.js';

/** A note in public use, whose signature other implementations verify. */
const KEY = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const NOTE = `${TEXT}
— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`;

describe('a signed note', () => {
  const key = decodeKey(KEY)!;

  it('that others signed is verified', () => {
    expect(keyIdOf(key)).toBe('c74f20a3');
    expect(encodeKey(key)).toBe(KEY);
    expect(parseNote(NOTE)!.text).toBe(TEXT);
    expect(signedBy(parseNote(NOTE)!, key)).toBe(true);
  });

  it('with another text, or another signature, is not', () => {
    expect(signedBy(parseNote(NOTE.replace('answer', 'question'))!, key)).toBe(false);
    expect(signedBy(parseNote(NOTE.replace('ZJkuBS', 'ZJkuBT'))!, key)).toBe(false);
  });

  it('is signed by several, each for itself', () => {
    const [one, other] = ['one.example', 'other.example'].map((name) => ({ name, ...generateKeyPairSync('ed25519') }));
    const publicOf = (pair: typeof one) => ({
      name: pair!.name,
      publicKey: pair!.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32),
    });
    const text = 'mulu.example/log\n3\nAAAA\n';
    const note = signNote(signNote(text, one!.name, one!.privateKey), other!.name, other!.privateKey);
    expect(parseNote(note)!.text).toBe(text);
    expect(signedBy(parseNote(note)!, publicOf(one))).toBe(true);
    expect(signedBy(parseNote(note)!, publicOf(other))).toBe(true);
    expect(signedBy(parseNote(note)!, key)).toBeNull();
    expect(signedBy(parseNote(note)!, { ...publicOf(one), name: other!.name })).toBeNull();
  });

  it.each(['', 'text', 'text\n', 'text\n\n', 'text\n\nno signature\n', 'text\n\n— name\n', 'text\n\n— name AAAA\n', NOTE.slice(0, -1)])(
    'is not %j',
    (text) => expect(parseNote(text)).toBeNull(),
  );

  it.each(['', 'x', KEY.replace('c74f20a3', 'c74f20a4'), KEY.replace('+AR', '+AX'), `${KEY}AAAA`])('has no key %j', (text) =>
    expect(decodeKey(text)).toBeNull(),
  );
});

describe('a file of checkpoints', () => {
  it('is read note by note, as they were appended', () => {
    const { checkpoints } = sampleOf().pack();
    expect(notesIn(checkpoints.map((note) => `${note}\n`).join(''))).toEqual(checkpoints);
    expect(notesIn(checkpoints[0]!)).toEqual([checkpoints[0]]);
    expect(notesIn('something else\n\nand more\n')).toEqual([]);
  });
});
