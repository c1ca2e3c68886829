import { demandChain, demandSame, type Link } from '../chain.js';
import { ask } from '../database.js';

/** A signature that the application acknowledged. */
export interface Signature {
  readonly versionId: string;
  readonly itemId: string;
  readonly contentHash: string;
  readonly seq: number;
}

const named = (signature: { itemId: string; contentHash: string; seq: number | string }) =>
  `${signature.itemId} ${signature.contentHash} at ${signature.seq}`;

/** Looks with the administrator's eyes at what the application stored. @throws Error when anything differs */
export async function demandStored(adminUrl: string, signatures: readonly Signature[]): Promise<void> {
  const versions = [...new Set(signatures.map((signature) => signature.versionId))];
  for (const version of versions) {
    demandChain(
      version,
      await ask<Link>(adminUrl, 'select seq, prev, header, body, hash from mulu.log_event where stream = $1 order by seq', [version]),
    );
  }
  const stored = await ask<{ itemId: string; contentHash: string; seq: string }>(
    adminUrl,
    `select d.item_id as "itemId", encode(d.content_hash, 'hex') as "contentHash", d.seq from mulu.decision d
     join mulu.log_event e on e.stream = d.version_id and e.seq = d.seq and e.item_id = d.item_id and e.type = 'clear' and e.content_hash = d.content_hash
     where d.version_id = any ($1)`,
    [versions],
  );
  demandSame('signatures', signatures.map(named), stored.map(named));
}
