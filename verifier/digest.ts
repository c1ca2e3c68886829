import { createHash } from 'node:crypto';

/** A hash over byte strings put end to end: SHA-256, or SM3 (GB/T 32905) where a deployment asks for a second pair. */
export type Digest = (...parts: readonly Uint8Array[]) => Buffer;

const digestNamed =
  (name: 'sha256' | 'sm3'): Digest =>
  (...parts) => {
    const hash = createHash(name);
    for (const part of parts) hash.update(part);
    return hash.digest();
  };

export const sha256 = digestNamed('sha256');
export const sm3 = digestNamed('sm3');
