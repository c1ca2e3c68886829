import { createHash } from 'node:crypto';

/** A hash over byte strings put end to end: SHA-256, or SM3 (sm/sm3.ts) where a deployment asks for a second pair. */
export type Digest = (...parts: readonly Uint8Array[]) => Buffer;

export const sha256: Digest = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
