import { sm2 } from 'sm-crypto-v2';
import { parseNote, signedBy, withSignature, type NoteKey } from '../../../verifier/note.js';

/** Who signs the second pair. */
export interface SmSigner {
  /** Its name is the origin of these checkpoints, too. */
  readonly key: NoteKey;
  /** Thirty-two bytes. */
  readonly privateKey: Buffer;
}

/**
 * A note with its signature by SM2. Node's own would not verify elsewhere, for it leaves the identity out, and the verifier's takes a time that tells of the key.
 * @throws Error when the verifier's own SM2 does not take the signature
 */
export function smNote(text: string, { key, privateKey }: SmSigner): string {
  const note = withSignature(text, key, (bytes) =>
    Buffer.from(sm2.doSignature(bytes, privateKey.toString('hex'), { hash: true, publicKey: `04${key.publicKey.toString('hex')}` }), 'hex'),
  );
  if (signedBy(parseNote(note)!, key) !== true) throw new Error('a signature by SM2 that was made does not verify');
  return note;
}
