import { createHash, randomBytes, scrypt, type ScryptOptions } from 'node:crypto';
import { Gate } from './gate.js';

/** Parameters of scrypt (RFC 7914), stored with each account so that the present ones can be raised. */
export interface Kdf {
  readonly name: 'scrypt';
  /** Cost: a power of two. Memory is 128 · N · r bytes. */
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** What the database keeps of a password: it can check a key against it, and nobody can compute a key from it. */
export interface Credentials {
  readonly salt: Buffer;
  /** SHA-256 of the derived key. */
  readonly verifier: Buffer;
  readonly kdf: Kdf;
}

/** 32 MB and about a quarter of a second: one of the equivalent settings of OWASP's password storage cheat sheet. */
export const PRESENT_KDF: Kdf = { name: 'scrypt', N: 2 ** 15, r: 8, p: 3 };

const KEY_BYTES = 32;
const SALT_BYTES = 16;

/** Two at a time: a burst of sign-ins takes neither all memory nor every thread of the pool. */
const gate = new Gate(2, 64);

/**
 * The 32-byte key of a password. Different ways to type the same characters (NFKC) give the same key.
 * @throws GateFullError when too many derivations wait already
 */
export function deriveKey(password: string, salt: Buffer, kdf: Kdf): Promise<Buffer> {
  const options: ScryptOptions = { N: kdf.N, r: kdf.r, p: kdf.p, maxmem: 256 * kdf.N * kdf.r };
  return gate.pass(
    () =>
      new Promise((resolve, reject) => {
        scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) => (error ? reject(error) : resolve(key)));
      }),
  );
}

/** New credentials under a fresh salt. */
export async function newCredentials(password: string, kdf: Kdf = PRESENT_KDF): Promise<Credentials> {
  const salt = randomBytes(SALT_BYTES);
  const key = await deriveKey(password, salt, kdf);
  return { salt, verifier: createHash('sha256').update(key).digest(), kdf };
}
