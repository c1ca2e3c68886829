import { folded, placesOf, type Place, type Stretch } from './places.js';
import { sm3 } from './sm3.js';

/** Reads of the database, as whatever login may read the tree. */
export type AskRows = <Row>(sql: string, values: readonly unknown[]) => Promise<Row[]>;

const HASHES = `select case when p.level = 0 then (select l.hash from mulu.sm_leaf l where l.position = p.position)
    else (select s.hash from mulu.sm_subtree s where s.level = p.level and s.position = p.position) end as hash
  from unnest($1::int[], $2::bigint[]) with ordinality p (level, position, place) order by p.place`;

/** What the database keeps of these subtrees; null where the tree has a hole. */
export async function hashesAt(ask: AskRows, places: readonly Place[]): Promise<(Buffer | null)[]> {
  const rows = await ask<{ hash: Buffer | null }>(HASHES, [places.map(({ level }) => level), places.map(({ position }) => position)]);
  return rows.map(({ hash }) => hash);
}

/** The roots over these stretches; null over one in which the tree has a hole. */
export async function rootsOf(ask: AskRows, stretches: readonly Stretch[]): Promise<(Buffer | null)[]> {
  const parts = stretches.map(placesOf);
  const hashes = await hashesAt(ask, parts.flat());
  let next = 0;
  return parts.map(({ length }) => {
    const own = hashes.slice(next, (next += length));
    return own.every((hash) => hash !== null) ? folded(sm3, own) : null;
  });
}
