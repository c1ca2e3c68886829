import type { EventBytes } from '../../../verifier/chain.js';
import type { AuditPackage, InclusionProof } from '../../../verifier/verdict.js';
import type { Ask } from '../../audit/index.js';

interface Proof {
  readonly position: number;
  readonly size: number;
  /** Null where the tree has a hole. */
  readonly proof: readonly (string | null)[];
}

/** What of some logs verifies: their bytes, the checkpoints asked for, and the proofs of the last event of each that each covers. No texts. */
export type Pack = Omit<AuditPackage, 'blobs'>;

/** The sizes for which a package brings a proof: that of the newest checkpoint, and that of the one which the auditor kept. */
export async function sizesOf(ask: Ask, kept: number | null): Promise<{ newest: { size: number; note: string } | null; sizes: number[] }> {
  const [row] = await ask<{ size: string; note: string; leaves: string }>(
    `select c.size, c.note, (select max(position) + 1 from mulu.log_leaf) as leaves from mulu.checkpoint c order by c.size desc limit 1`,
    [],
  );
  if (!row) return { newest: null, sizes: [] };
  const newest = { size: Number(row.size), note: row.note };
  // Of a size that the tree has not there is no proof; the verifier sees that its checkpoint is larger than all.
  const asked = kept !== null && kept !== newest.size && kept <= Number(row.leaves) ? [kept] : [];
  return { newest, sizes: [...asked, newest.size] };
}

/** For each of these logs and each size the proof of the last event that lies in the tree of that size. */
export async function inclusionsOf(ask: Ask, streams: readonly string[], sizes: readonly number[]): Promise<InclusionProof[]> {
  const rows = await ask<{ stream: string; seq: string; found: Proof | null }>(
    `select s.stream, l.seq, mulu.inclusion_proof(s.stream, l.seq, z.size) as found
     from unnest($1::uuid[]) with ordinality s (stream, place) cross join unnest($2::bigint[]) z (size)
     cross join lateral (select seq from mulu.log_leaf where stream = s.stream and position < z.size order by seq desc limit 1) l
     order by s.place, z.size`,
    [streams, sizes],
  );
  return rows.flatMap(({ stream, seq, found }) => {
    const proof = found?.proof.map((hash) => (hash === null ? null : Buffer.from(hash, 'base64'))) ?? [null];
    // A proof with a hole proves nothing: the verifier is told that there is none.
    if (!found || !proof.every((hash) => hash !== null)) return [];
    return [{ stream, seq: Number(seq), index: found.position, size: found.size, proof }];
  });
}

/** The bytes of one log, first to last. */
export async function eventsOf(ask: Ask, stream: string): Promise<EventBytes[]> {
  const rows = await ask<Omit<EventBytes, 'seq'> & { seq: string }>(
    'select stream, seq, header, body from mulu.log_event where stream = $1 order by seq',
    [stream],
  );
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}

/** Some logs as they verify, whole in memory: for few of them. */
export async function packOf(ask: Ask, streams: readonly string[], kept: number | null): Promise<Pack> {
  const { newest, sizes } = await sizesOf(ask, kept);
  const events: EventBytes[][] = [];
  for (const stream of streams) events.push(await eventsOf(ask, stream));
  return {
    streams: new Map(streams.map((stream, index) => [stream, events[index]!.length])),
    events: events.flat(),
    checkpoints: newest ? [newest.note] : [],
    inclusions: await inclusionsOf(ask, streams, sizes),
    consistencies: [],
  };
}
