import { definitionOf, type MachineId } from '../../../machines/registry.js';
import type { EventBytes } from '../../../verifier/chain.js';
import type { ConsistencyProof, InclusionProof } from '../../../verifier/pair.js';
import type { AuditPackage } from '../../../verifier/verdict.js';
import { machineHash, type Ask } from '../../audit/index.js';
import { secondOf } from '../sm/pack.js';

interface Proof {
  readonly position: number;
  readonly size: number;
  /** Null where the tree has a hole. */
  readonly proof: readonly (string | null)[];
}

/** What of some logs verifies: their bytes, the checkpoints asked for, and the proofs of the last event of each that each covers. No texts. */
export type Pack = Omit<AuditPackage, 'blobs'>;

interface Covering {
  /** The newest checkpoint that a witness cosigned, where there is one, and the newest of all. */
  readonly checkpoints: readonly { readonly size: number; readonly note: string }[];
  /** The sizes for which a package brings a proof, the smallest first: of these checkpoints, and of the one which the auditor kept. */
  readonly sizes: readonly number[];
}

/** What a package rests on. Notes bear every signature that they have so far. */
export async function coveringOf(ask: Ask, kept: number | null): Promise<Covering> {
  const rows = await ask<{ size: string; note: string; leaves: string }>(
    `select c.size, c.note || coalesce((select string_agg(s.line, '' order by s.witness) from mulu.checkpoint_cosignature s where s.size = c.size), '') as note,
       (select max(position) + 1 from mulu.log_leaf) as leaves
     from mulu.checkpoint c
     where c.size in ((select max(size) from mulu.checkpoint), (select max(size) from mulu.checkpoint_cosignature)) order by c.size`,
    [],
  );
  const checkpoints = rows.map(({ size, note }) => ({ size: Number(size), note }));
  const known = checkpoints.map(({ size }) => size);
  // Of a size that the tree has not there is no proof; the verifier sees that its checkpoint is larger than all.
  const asked = kept !== null && !known.includes(kept) && kept <= Number(rows[0]?.leaves ?? 0) ? [kept] : [];
  return { checkpoints, sizes: [...asked, ...known].sort((one, other) => one - other) };
}

/** That the tree of each of these sizes grew out of the one before. */
export async function consistenciesOf(ask: Ask, sizes: readonly number[]): Promise<ConsistencyProof[]> {
  const rows = await ask<{ first: string; second: string; proof: (string | null)[] | null }>(
    `select p.first, p.second, mulu.consistency_proof(p.first, p.second) as proof from unnest($1::bigint[], $2::bigint[]) p (first, second) order by p.first`,
    [sizes.slice(0, -1), sizes.slice(1)],
  );
  return rows.flatMap(({ first, second, proof }) => {
    const hashes = proof?.map((hash) => (hash === null ? null : Buffer.from(hash, 'base64'))) ?? [null];
    if (!hashes.every((hash) => hash !== null)) return [];
    return [{ first: Number(first), second: Number(second), proof: hashes }];
  });
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
  const { checkpoints, sizes } = await coveringOf(ask, kept);
  const events: EventBytes[][] = [];
  for (const stream of streams) events.push(await eventsOf(ask, stream));
  return {
    streams: new Map(streams.map((stream, index) => [stream, events[index]!.length])),
    events: events.flat(),
    checkpoints: checkpoints.map(({ note }) => note),
    inclusions: await inclusionsOf(ask, streams, sizes),
    consistencies: await consistenciesOf(ask, sizes),
    second: await secondOf(ask, streams, kept),
    definitions: await definitionsOf(ask, streams),
  };
}

/** The definitions of the lifecycles that these logs name, by their hash: without what this program does not know, as a log may name. */
async function definitionsOf(ask: Ask, streams: readonly string[]): Promise<Map<string, Buffer>> {
  const rows = await ask<{ id: MachineId; version: string }>(
    'select distinct machine_id as id, machine_version as version from mulu.log_event where stream = any ($1) and machine_id is not null',
    [streams],
  );
  return new Map(
    rows.flatMap(({ id, version }) => {
      const hash = machineHash(id, version);
      return hash === null ? [] : [[hash, Buffer.from(definitionOf(id, version))] as const];
    }),
  );
}
