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

const ED25519 = 1;
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');
const SIGNATURE = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/;

/** Four bytes in hex that stand for a key in a signature's line. */
export function keyIdOf({ name, publicKey }: NoteKey): string {
  return sha256(Buffer.from(`${name}\n`), Buffer.from([ED25519]), publicKey)
    .subarray(0, 4)
    .toString('hex');
}

/** `name+id+base64`: how a key is handed to whoever shall verify. */
export function encodeKey(key: NoteKey): string {
  return `${key.name}+${keyIdOf(key)}+${Buffer.concat([Buffer.from([ED25519]), key.publicKey]).toString('base64')}`;
}

/** Null for what is no Ed25519 key, or whose id is not its own. */
export function decodeKey(text: string): NoteKey | null {
  const [, name, id, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(text.trim()) ?? [];
  const bytes = Buffer.from(encoded ?? '', 'base64');
  if (name === undefined || bytes.length !== 33 || bytes[0] !== ED25519) return null;
  const key = { name, publicKey: bytes.subarray(1) };
  return keyIdOf(key) === id ? key : null;
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
  const publicKey = createPublicKey({ key: Buffer.concat([SPKI, key.publicKey]), format: 'der', type: 'spki' });
  return verifyBytes(null, Buffer.from(text), publicKey, own.signature);
}

/** One more signature under a note, which may have none yet: its text ends with a newline. */
export function signNote(note: string, name: string, privateKey: KeyObject): string {
  const { text, signatures } = parseNote(note) ?? { text: note, signatures: [] };
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(SPKI.length);
  const id = Buffer.from(keyIdOf({ name, publicKey }), 'hex');
  const line = `— ${name} ${Buffer.concat([id, signBytes(null, Buffer.from(text), privateKey)]).toString('base64')}\n`;
  return signatures.length > 0 ? note + line : `${text}\n${line}`;
}
