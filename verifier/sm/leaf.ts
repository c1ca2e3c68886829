import type { EventBytes } from '../chain.js';
import type { Digest } from '../digest.js';
import { leafHash } from '../merkle.js';

/** What comes before the first event of a log. */
const BEFORE = Buffer.alloc(32);

/**
 * An event's leaf in the tree of SM3: over the leaf of the event before it in its log, its header, and the digest of its body. It rests on no SHA-256, and as each
 * leaf holds the one before it, the last of a log speaks for all of them.
 */
export function smLeaf(digest: Digest, previous: Uint8Array | null, { header, body }: Pick<EventBytes, 'header' | 'body'>): Buffer {
  return leafHash(digest, Buffer.concat([previous ?? BEFORE, header, digest(body)]));
}
