import type { DataSource } from 'typeorm';
import type { ItemState } from '../../../machines/item-review.facts.js';

/** A row of a version as the log says it stood after some event. */
export interface PastRow {
  readonly itemId: string;
  readonly state: ItemState;
  /** The event that led to the state. */
  readonly seq: number;
  readonly revisionId: string;
  readonly contentHash: string;
  /** Hash of the words that gave the row its number; null where no event did. */
  readonly numberHash: string | null;
}

/** An event that put a row somewhere, or gave it another number. */
interface Placing {
  readonly item: string;
  readonly type: string;
  readonly words: string | null;
  readonly placed: boolean;
  readonly behind: string | null;
}

const PLACINGS = `select e.item_id as item, e.type, encode(e.reason_hash, 'hex') as words, said.facts ? 'after' as placed, said.facts ->> 'after' as behind
  from mulu.log_event e cross join lateral (select convert_from(e.body, 'UTF8')::jsonb -> 'facts' as facts) said
  where e.stream = $1 and e.seq <= $2 and e.item_id is not null and e.from_state is null and e.type <> 'hint.dismissed'
    and e.type <> 'text.purged' order by e.seq`;

const STATES = `select i.item as "itemId", s.to_state as state, s.seq::int as seq, s.revision_id as "revisionId", encode(s.content_hash, 'hex') as "contentHash"
  from unnest($3::uuid[]) with ordinality i (item, place)
  cross join lateral (
    select e.* from mulu.log_event e
    where e.item_id = i.item and e.stream = $1 and e.seq <= $2 and e.machine_id is not null order by e.seq desc limit 1) s
  where s.to_state is not null order by i.place`;

/** The rows of a version in their order, as they stood after the event `seq`. */
export async function pastRows(source: DataSource, versionId: string, seq: number): Promise<PastRow[]> {
  const placings: Placing[] = await source.query(PLACINGS, [versionId, seq]);
  const { order, numbers } = arranged(placings);
  const rows: Omit<PastRow, 'numberHash'>[] = await source.query(STATES, [versionId, seq, order]);
  return rows.map((row) => ({ ...row, numberHash: numbers.get(row.itemId) ?? null }));
}

/** One row as it stood; null where the version did not have it. */
export async function pastRow(source: DataSource, versionId: string, seq: number, itemId: string): Promise<PastRow | null> {
  return (await pastRows(source, versionId, seq)).find((row) => row.itemId === itemId) ?? null;
}

/** A row comes last, or behind the one that its event names. One that is gone keeps its place here: between the others nothing changes by that. */
function arranged(placings: readonly Placing[]): { order: string[]; numbers: Map<string, string> } {
  const order: string[] = [];
  const numbers = new Map<string, string>();
  for (const { item, type, words, placed, behind } of placings) {
    if (words !== null) numbers.set(item, words);
    if (type === 'items.arranged') {
      if (!placed) continue;
      order.splice(order.indexOf(item), 1);
    }
    order.splice(placed ? (behind === null ? 0 : order.indexOf(behind) + 1) : order.length, 0, item);
  }
  return { order, numbers };
}
