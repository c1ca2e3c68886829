import { sign as signBytes, type KeyObject } from 'node:crypto';
import { decodeKey, encodeKey, keyIdOf, publicBytesOf, verifies, type KeyKind, type Note, type NoteKey } from './note.js';

/**
 * A witness's signature under a checkpoint (C2SP tlog-cosignature, cosignature/v1): at this time it saw this checkpoint, and no other one that contradicts it. Its
 * signature is eight bytes of time in seconds, then Ed25519 over the time and the checkpoint.
 */
const COSIGNATURE: KeyKind = 4;
const TIME_BYTES = 8;

const signedText = (text: string, seconds: bigint): Buffer => Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`);

/** `name+id+base64`: how a witness's key is handed to whoever shall verify. */
export const encodeWitnessKey = (key: NoteKey): string => encodeKey(key, COSIGNATURE);
/** Null for what is no key of a witness. */
export const decodeWitnessKey = (text: string): NoteKey | null => decodeKey(text, COSIGNATURE);
export const witnessKeyIdOf = (key: NoteKey): string => keyIdOf(key, COSIGNATURE);

/** The line that a witness adds to a note, with its newline. */
export function cosignatureLine(text: string, name: string, privateKey: KeyObject, seconds: number): string {
  const time = Buffer.alloc(TIME_BYTES);
  time.writeBigUInt64BE(BigInt(seconds));
  const id = Buffer.from(witnessKeyIdOf({ name, publicKey: publicBytesOf(privateKey) }), 'hex');
  const signature = signBytes(null, signedText(text, BigInt(seconds)), privateKey);
  return `— ${name} ${Buffer.concat([id, time, signature]).toString('base64')}\n`;
}

/** When this witness cosigned the note, in seconds since 1970. `null`: it did not; `false`: a signature in its name is bad. */
export function cosignedAt({ text, signatures }: Note, key: NoteKey): number | false | null {
  const own = signatures.find(({ name, keyId }) => name === key.name && keyId === witnessKeyIdOf(key));
  if (!own) return null;
  if (own.signature.length !== TIME_BYTES + 64) return false;
  const seconds = own.signature.readBigUInt64BE();
  return verifies(key, signedText(text, seconds), own.signature.subarray(TIME_BYTES)) && Number(seconds);
}
