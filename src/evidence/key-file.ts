import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { encodeWitnessKey } from '../../verifier/cosignature.js';
import { encodeKey, publicBytesOf } from '../../verifier/note.js';

/** The file is there and holds no key that is looked for, or none can be made there. */
export class KeyFileError extends Error {
  override readonly name = 'KeyFileError';
}

/**
 * The signing key, from a file that only its owner reads (PEM, PKCS #8, Ed25519); made where there is none.
 * @throws KeyFileError
 */
export function keyIn(file: string): KeyObject {
  let key: KeyObject;
  try {
    key = createPrivateKey(readFileSync(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return makeKey(file);
    throw new KeyFileError(`${file} holds no key that can be read: ${(error as Error).message}`);
  }
  if (key.asymmetricKeyType !== 'ed25519') throw new KeyFileError(`${file} holds another key than Ed25519`);
  return key;
}

function makeKey(file: string): KeyObject {
  const { privateKey } = generateKeyPairSync('ed25519');
  keepKey(file, privateKey.export({ format: 'pem', type: 'pkcs8' }) as string);
  return privateKey;
}

/** Into a new file, for its owner only; durable when it returns. @throws KeyFileError */
export function keepKey(file: string, pem: string): void {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'wx', 0o600);
  } catch (error) {
    throw new KeyFileError(`${file}: no key can be made there: ${(error as Error).message}`);
  }
  writeSync(descriptor, pem);
  fsyncSync(descriptor);
  closeSync(descriptor);
}

/** `name+id+base64`: what an auditor is given once, and trusts. */
export function publicKeyOf(name: string, privateKey: KeyObject): string {
  return encodeKey({ name, publicKey: publicBytesOf(privateKey) });
}

/** The same of a witness, whose keys are of another kind. */
export function publicWitnessKeyOf(name: string, privateKey: KeyObject): string {
  return encodeWitnessKey({ name, publicKey: publicBytesOf(privateKey) });
}
