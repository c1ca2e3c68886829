import { checkpointText } from '../../../verifier/checkpoint.js';
import { GrowingTree } from '../../../verifier/merkle.js';
import { smLeaf } from '../../../verifier/sm/leaf.js';
import type { CheckpointerLogin } from '../checkpointer.js';
import { grownBy, type Grown } from './growing.js';
import { placesOf } from './places.js';
import { smNote, type SmSigner } from './signer.js';
import { sm3 } from './sm3.js';
import { hashesAt, rootsOf, type AskRows } from './tree.js';

/** The tree of SM3 that the database keeps has a hole: nothing is signed over it. */
export class SmTreeError extends Error {
  override readonly name = 'SmTreeError';
}

interface Next {
  readonly stream: string;
  readonly header: Buffer;
  readonly body: Buffer;
  /** The leaf of the event before it in its log, where that is in the tree already. */
  readonly previous: Buffer | null;
}

const BATCH = 5000;
const NEWEST = `select c.size, exists (select from mulu.sm_checkpoint s where s.size = c.size) as signed from mulu.checkpoint c order by c.size desc limit 1`;
const SIZE = `select coalesce(max(position) + 1, 0) as size from mulu.sm_leaf`;
const NEXT = `select l.stream, e.header, e.body, p.hash as previous
  from mulu.log_leaf l join mulu.log_event e on e.stream = l.stream and e.seq = l.seq
  left join mulu.log_leaf before on before.stream = l.stream and before.seq = l.seq - 1
  left join mulu.sm_leaf p on p.position = before.position
  where l.position >= $1 and l.position < $2 order by l.position`;

/**
 * Signs beside the newest checkpoint the root of the same events under SM3; what was logged before this was ever asked for is taken in first. Two may do so at once.
 * @param signal given up between two batches
 * @returns the note, null when there is one already, or nothing to sign
 * @throws SmTreeError
 */
export async function makeSmCheckpoint(login: CheckpointerLogin, signer: SmSigner, signal?: AbortSignal): Promise<string | null> {
  const ask: AskRows = async <Row>(sql: string, values: readonly unknown[]) => (await login.query<Row>(sql, values)).rows;
  const [newest] = await ask<{ size: string; signed: boolean }>(NEWEST, []);
  if (!newest || newest.signed) return null;
  const size = Number(newest.size);
  const [kept] = await ask<{ size: string }>(SIZE, []);
  for (let grown = Number(kept!.size); grown < size;) {
    if (signal?.aborted) return null;
    grown = await grow(ask, grown, Math.min(size, grown + BATCH));
  }
  const [root] = await rootsOf(ask, [[0, size]]);
  if (!root) throw new SmTreeError(`the tree of ${size} has a hole`);
  const note = smNote(checkpointText({ origin: signer.key.name, size, root }), signer);
  await ask('select mulu.sm_checkpoint_keep($1, $2)', [size, note]);
  return note;
}

/** @returns the size that the tree has then */
async function grow(ask: AskRows, from: number, to: number): Promise<number> {
  const places = placesOf([0, from]);
  const parts = await hashesAt(ask, places);
  if (!parts.every((part) => part !== null)) throw new SmTreeError(`the tree of ${from} has a hole`);
  const tree = new GrowingTree(
    sm3,
    parts.map((root, index) => ({ size: 2 ** places[index]!.level, root })),
  );
  const events = await ask<Next>(NEXT, [from, to]);
  if (events.length !== to - from) throw new SmTreeError(`events from ${from} to ${to} are not all there`);
  const last = new Map<string, Buffer>();
  const grown: Grown[] = [];
  for (const event of events) {
    const leaf = smLeaf(sm3, last.get(event.stream) ?? event.previous, event);
    last.set(event.stream, leaf);
    grown.push(...grownBy(tree, leaf));
  }
  const [answer] = await ask<{ size: string }>('select mulu.sm_grow($1, $2, $3, $4) as size', [
    from,
    grown.map(({ level }) => level),
    grown.map(({ position }) => position),
    grown.map(({ hash }) => hash),
  ]);
  return Number(answer!.size);
}
