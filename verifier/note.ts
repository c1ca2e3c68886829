import { createPublicKey, sign as signBytes, verify as verifyBytes, type KeyObject } from 'node:crypto';
import { sha256 } from './digest.js';
import { sm2Verifies } from './sm/sm2.js';

/**
 * Signed notes (C2SP signed-note): a text of whole lines, an empty line, and signatures. `— <name> <base64>`: the base64 holds four bytes that name the
 * key and the signature over the text. Whoever does not know a key passes its line over.
 */
export interface NoteKey {
  readonly name: string;
  /** Ed25519, 32 bytes; of SM2 the point x ‖ y, 64 bytes. */
  readonly publicKey: Buffer;
  /** It signs by SM2, under a tree of SM3. */
  readonly sm2?: true;
}

export interface NoteSignature {
  readonly name: string;
  readonly keyId: string;
  readonly signature: Buffer;
}

export interface Note {
  /** With the newline at its end. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** How a key signs: the text itself, or, as a witness, the text with the time (cosignature.ts), or the text by SM2 (sm/key.ts). */
export type KeyKind = 1 | 4 | 255;
const ED25519: KeyKind = 1;
export const SM2: KeyKind = 255;
/** What a key's bytes begin with, and how many come after. */
const KINDS: Readonly<Record<KeyKind, readonly [prefix: Buffer, length: number]>> = {
  1: [Buffer.from([1]), 32],
  4: [Buffer.from([4]), 32],
  255: [Buffer.from('\xffSM2-SM3', 'latin1'), 64],
};
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const SIGNATURE = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/;

/** Four bytes in hex that stand for a key in a signature's line. */
export function keyIdOf({ name, publicKey, sm2 }: NoteKey, kind = sm2 ? SM2 : ED25519): string {
  return sha256(Buffer.from(`${name}\n`), KINDS[kind][0], publicKey)
    .subarray(0, 4)
    .toString('hex');
}

/** `name+id+base64`: how a key is handed to whoever shall verify. */
export function encodeKey(key: NoteKey, kind = key.sm2 ? SM2 : ED25519): string {
  return `${key.name}+${keyIdOf(key, kind)}+${Buffer.concat([KINDS[kind][0], key.publicKey]).toString('base64')}`;
}

/** Null for what is no key of this kind, or whose id is not its own. */
export function decodeKey(text: string, kind = ED25519): NoteKey | null {
  const [, name, id, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(text.trim()) ?? [];
  const bytes = Buffer.from(encoded ?? '', 'base64');
  const [prefix, length] = KINDS[kind];
  if (name === undefined || bytes.length !== prefix.length + length || !bytes.subarray(0, prefix.length).equals(prefix)) return null;
  const key = { name, publicKey: bytes.subarray(prefix.length) };
  return keyIdOf(key, kind) === id ? key : null;
}

/** Null for what is no signed note. */
export function parseNote(note: string): Note | null {
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n')) return null;
  const lines = note.slice(split + 2, -1).split('\n');
  const signatures = lines.map((line) => {
    const [, name, encoded] = SIGNATURE.exec(line) ?? [];
    const bytes = Buffer.from(encoded ?? '', 'base64');
    return name === undefined || bytes.length < 5
      ? null
      : { name, keyId: bytes.subarray(0, 4).toString('hex'), signature: bytes.subarray(4) };
  });
  return signatures.includes(null) ? null : { text: note.slice(0, split + 1), signatures: signatures as NoteSignature[] };
}

/** Whether one of the note's signatures is this key's, and good. `null`: the key did not sign it. */
export function signedBy({ text, signatures }: Note, key: NoteKey): boolean | null {
  const own = signatures.find(({ name, keyId }) => name === key.name && keyId === keyIdOf(key));
  if (!own) return null;
  return key.sm2 ? sm2Verifies(key.publicKey, Buffer.from(text), own.signature) : verifies(key, Buffer.from(text), own.signature);
}

export function verifies({ publicKey }: NoteKey, bytes: Buffer, signature: Buffer): boolean {
  return verifyBytes(null, bytes, createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' }), signature);
}

/** The 32 bytes of the public key that belongs to a private one. */
export function publicBytesOf(privateKey: KeyObject): Buffer {
  return createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(SPKI.length);
}

/** One more signature under a note, which may have none yet: its text ends with a newline. */
export function signNote(note: string, name: string, privateKey: KeyObject): string {
  return withSignature(note, { name, publicKey: publicBytesOf(privateKey) }, (text) => signBytes(null, text, privateKey));
}

/** The same, however this key signs. */
export function withSignature(note: string, key: NoteKey, sign: (text: Buffer) => Buffer): string {
  const { text, signatures } = parseNote(note) ?? { text: note, signatures: [] };
  const line = `— ${key.name} ${Buffer.concat([Buffer.from(keyIdOf(key), 'hex'), sign(Buffer.from(text))]).toString('base64')}\n`;
  return signatures.length > 0 ? note + line : `${text}\n${line}`;
}
