import { createHash, getHashes } from 'node:crypto';
import type { Digest } from '../../../verifier/digest.js';

/** SM3 by Node's OpenSSL; the verifier has its own, so that each is held against the other wherever a package is verified. */
export const sm3: Digest = (...parts) => {
  const hash = createHash('sm3');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** Some distributions build OpenSSL without it. */
export const hasSm3 = (): boolean => getHashes().includes('sm3');
