import { randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { encodeKey } from '../../../verifier/note.js';
import { smNameOf } from '../../../verifier/sm/key.js';
import { sm2KeyOf } from '../../../verifier/sm/sm2.js';
import { keepKey, KeyFileError } from '../key-file.js';
import type { SmSigner } from './signer.js';
import { hasSm3 } from './sm3.js';

/** PKCS #8 around RFC 5915, as `openssl genpkey -algorithm SM2` writes it: the private number lies between these, the point after them. */
const BEFORE = Buffer.from('308187020100301306072a8648ce3d020106082a811ccf5501822d046d306b0201010420', 'hex');
const BETWEEN = Buffer.from('a14403420004', 'hex');
const NUMBER = 32;
const OTHERS = 0o077;

/**
 * Who signs the second pair, from a file that only its owner reads (PEM, PKCS #8, SM2); made where there is none.
 * @param name under which the logs are known; the second pair has an origin of its own below it
 * @throws KeyFileError when the file holds another key or others may read it, and when this Node has no SM3
 */
export function smSignerIn(file: string, name: string): SmSigner {
  if (!hasSm3()) throw new KeyFileError('this Node was built without SM3: checkpoints of the second pair cannot be made');
  const privateKey = privateNumberIn(file) ?? madeIn(file);
  return { key: { name: smNameOf(name), publicKey: sm2KeyOf(privateKey)!, sm2: true }, privateKey };
}

/** Null where there is no file. */
function privateNumberIn(file: string): Buffer | null {
  let pem: string;
  try {
    if ((statSync(file).mode & OTHERS) !== 0) throw new KeyFileError(`${file} can be read by others than its owner: chmod 600`);
    pem = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    if (error instanceof KeyFileError) throw error;
    throw new KeyFileError(`${file} holds no key that can be read: ${(error as Error).message}`);
  }
  return privateNumberOf(pem) ?? refuse(file);
}

function privateNumberOf(pem: string): Buffer | null {
  const [, base64] = /^-----BEGIN PRIVATE KEY-----\s+([A-Za-z0-9+/=\s]+)-----END PRIVATE KEY-----\s*$/.exec(pem) ?? [];
  const bytes = Buffer.from(base64 ?? '', 'base64');
  const privateKey = bytes.subarray(BEFORE.length, BEFORE.length + NUMBER);
  const publicKey = privateKey.length === NUMBER ? sm2KeyOf(privateKey) : null;
  return publicKey && bytes.equals(Buffer.concat([BEFORE, privateKey, BETWEEN, publicKey])) ? privateKey : null;
}

function refuse(file: string): never {
  throw new KeyFileError(`${file} holds no key of SM2 (PEM, PKCS #8, as openssl genpkey -algorithm SM2 writes it)`);
}

function madeIn(file: string): Buffer {
  const privateKey = randomBytes(NUMBER);
  const publicKey = sm2KeyOf(privateKey);
  if (!publicKey) return madeIn(file); // one in 2³² is no key: again
  const base64 = Buffer.concat([BEFORE, privateKey, BETWEEN, publicKey]).toString('base64');
  keepKey(file, `-----BEGIN PRIVATE KEY-----\n${base64.replace(/.{64}/g, '$&\n')}\n-----END PRIVATE KEY-----\n`);
  return privateKey;
}

/** What an auditor is given once, and trusts. */
export const publicSmKeyOf = ({ key }: SmSigner): string => encodeKey(key);
