/** One signature under a note. */
export interface Signature {
  readonly name: string;
  /** Four bytes in hex that stand for the key. */
  readonly keyId: string;
  /** When a witness saw it; null for the signature of the log itself. */
  readonly at: Date | null;
}

/** What a checkpoint says, for people to read: nothing here is verified, that is what the verifier is for. */
export interface ReadNote {
  readonly origin: string;
  /** The hash of the tree, in base64. */
  readonly root: string;
  /** The log's own; null where it is not there. */
  readonly own: Signature | null;
  readonly witnesses: readonly Signature[];
}

const LINE = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/;
/** Key, time, Ed25519: how long a witness's signature is (C2SP cosignature/v1). */
const COSIGNATURE_BYTES = 4 + 8 + 64;

const bytesOf = (base64: string): readonly number[] => [...atob(base64)].map((mark) => mark.charCodeAt(0));

function signatureIn(line: string): Signature[] {
  const [, name, encoded] = LINE.exec(line) ?? [];
  if (name === undefined) return [];
  const bytes = bytesOf(encoded!);
  const keyId = bytes
    .slice(0, 4)
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  const seconds = bytes.slice(4, 12).reduce((sum, byte) => sum * 256 + byte, 0);
  return [{ name, keyId, at: bytes.length === COSIGNATURE_BYTES ? new Date(seconds * 1000) : null }];
}

/** A signed note (C2SP tlog-checkpoint): origin, size, root; an empty line; signatures. */
export function readNote(note: string): ReadNote {
  const [text = '', under = ''] = note.split('\n\n');
  const [origin = '', , root = ''] = text.split('\n');
  const signatures = under.split('\n').flatMap(signatureIn);
  return {
    origin,
    root,
    own: signatures.find(({ name, at }) => name === origin && at === null) ?? null,
    witnesses: signatures.filter(({ at }) => at !== null),
  };
}

/** How the public key begins that belongs to a signature. */
export const keyHead = ({ name, keyId }: Signature): string => `${name}+${keyId}+`;
