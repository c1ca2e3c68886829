import { createPublicKey, sign as signBytes, verify as verifyBytes, type KeyObject } from 'node:crypto';
import { sha256 } from './digest.js';

/**
 * Signed notes (C2SP signed-note): a text of whole lines, an empty line, and signatures. `— <name> <base64>`: the base64 holds four bytes that name the
 * key and the signature over the text. Whoever does not know a key passes its line over.
 */
export interface NoteKey {
  readonly name: string;
  /** Ed25519, 32 bytes. */
  readonly publicKey: Buffer;
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

/** How a key signs: the text itself, or, as a witness, the text with the time (cosignature.ts). */
export type KeyKind = 1 | 4;
const ED25519: KeyKind = 1;
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const SIGNATURE = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/;

/** Four bytes in hex that stand for a key in a signature's line. */
export function keyIdOf({ name, publicKey }: NoteKey, kind = ED25519): string {
  return sha256(Buffer.from(`${name}\n`), Buffer.from([kind]), publicKey)
    .subarray(0, 4)
    .toString('hex');
}

/** `name+id+base64`: how a key is handed to whoever shall verify. */
export function encodeKey(key: NoteKey, kind = ED25519): string {
  return `${key.name}+${keyIdOf(key, kind)}+${Buffer.concat([Buffer.from([kind]), key.publicKey]).toString('base64')}`;
}

/** Null for what is no Ed25519 key of this kind, or whose id is not its own. */
export function decodeKey(text: string, kind = ED25519): NoteKey | null {
  const [, name, id, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(text.trim()) ?? [];
  const bytes = Buffer.from(encoded ?? '', 'base64');
  if (name === undefined || bytes.length !== 33 || bytes[0] !== kind) return null;
  const key = { name, publicKey: bytes.subarray(1) };
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
  return own ? verifies(key, Buffer.from(text), own.signature) : null;
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
  const { text, signatures } = parseNote(note) ?? { text: note, signatures: [] };
  const id = Buffer.from(keyIdOf({ name, publicKey: publicBytesOf(privateKey) }), 'hex');
  const line = `— ${name} ${Buffer.concat([id, signBytes(null, Buffer.from(text), privateKey)]).toString('base64')}\n`;
  return signatures.length > 0 ? note + line : `${text}\n${line}`;
}
