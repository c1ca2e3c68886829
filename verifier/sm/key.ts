import { decodeKey, SM2, type NoteKey } from '../note.js';
import { isSm2Key } from './sm2.js';

/** Null for what is no key of SM2. In its base64 lie 0xff, which C2SP leaves to signatures that are not registered there, `SM2-SM3` and the point x ‖ y. */
export function decodeSmKey(text: string): NoteKey | null {
  const key = decodeKey(text, SM2);
  return key && isSm2Key(key.publicKey) ? { ...key, sm2: true } : null;
}

/** The second pair's origin and the name of its key, of a log that is known under this name. */
export const smNameOf = (name: string): string => `${name}/sm`;
