import { decodeKey, encodeKey, SM2, type NoteKey } from '../note.js';
import { isSm2Key } from './sm2.js';

/** `name+id+base64`, as of every key; in the base64 lie 0xff, `SM2-SM3` and the point x ‖ y (C2SP signed-note leaves 0xff to those who are not registered). */
export const encodeSmKey = (key: NoteKey): string => encodeKey(key, SM2);

/** Null for what is no key of SM2. */
export function decodeSmKey(text: string): NoteKey | null {
  const key = decodeKey(text, SM2);
  return key && isSm2Key(key.publicKey) ? { ...key, sm2: true } : null;
}
