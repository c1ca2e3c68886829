import { definitionOf, lifecycle, type MachineId } from '../../machines/registry.js';
import { sha256Hex } from '../content/index.js';
import { moment, type Ask } from './ask.js';
import type { ChainedEvent } from './chain.js';

/** Asks for a chain as it is stored; `$1` is the stream. */
const CHAIN = `select seq, prev, header, body, hash, jsonb_build_object('at', ${moment('at')}, 'idempotencyKey', idempotency_key,
    'type', type, 'actor', actor_id, 'onBehalfOf', on_behalf_of, 'itemId', item_id,
    'machineId', machine_id, 'machineVersion', machine_version, 'from', from_state, 'to', to_state, 'revisionId', revision_id,
    'contentHash', encode(content_hash, 'hex'), 'reasonHash', encode(reason_hash, 'hex')) as columns
  from mulu.log_event where stream = $1 order by seq`;

/** The events of a stream, first to last. */
export async function storedChain(ask: Ask, stream: string): Promise<ChainedEvent[]> {
  const rows = await ask<ChainedEvent & { seq: string }>(CHAIN, [stream]);
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}

const hashes = new Map<string, string>();

/** The hash of a lifecycle's definition; null for one that this program does not have, as a log may name. */
export function machineHash(id: MachineId, version: string): string | null {
  const known = hashes.get(`${id} ${version}`);
  if (known !== undefined) return known;
  try {
    lifecycle(id, version);
  } catch {
    return null;
  }
  const hash = sha256Hex(definitionOf(id, version));
  hashes.set(`${id} ${version}`, hash);
  return hash;
}
