import type { DataSource } from 'typeorm';
import type { Dismissal } from '../item-hints.js';
import type { MarkRow } from '../item-marks.js';
import { happened } from './known.js';
import type { Moment } from './moment.js';
import type { PastRow } from './past-rows.js';

/** The marks of a row as it stood, and whether its text was sealed. */
export interface PastMarkRow extends MarkRow {
  readonly sealed: boolean;
}

const came = (row: string): string => happened(`${row}.version_id`, `${row}.seq`);

const DISMISSALS = `from mulu.hint_dismissal h where h.item_id = vi.item_id and h.content_hash = vi.content_hash and ${came('h')}`;

/** What the version before showed of the item by then, and no bar hid by then. */
const PUBLISHED_HASH = `(select encode(pi.content_hash, 'hex') from mulu.publication_item pi
    join mulu.publication p on p.version_id = pi.version_id
    join mulu.catalogue_version pv on pv.id = pi.version_id
    where pi.item_id = vi.item_id and pv.number < $6 and p.published_at <= $3::timestamptz
      and not exists (select from mulu.bar b
        where b.item_id = pi.item_id and b.content_hash = pi.content_hash and b.at >= p.published_at and ${came('b')})
    order by pv.number desc limit 1)`;

const MARKS = `select vi.item_id, array(select h.hint_id ${DISMISSALS}) as dismissed, array(select h.hint_id ${DISMISSALS} and h.side = 'officer') as acknowledged,
    coalesce(d.voided, 0) as voided, coalesce(d.demanded, false) as demanded, d.risk,
    s.kind as decision, coalesce(a.display_name, o.display_name) as decided_by, coalesce(r.at, s.at) as decided_at,
    coalesce(s.ground, r.ground) as ground, convert_from(w.bytes, 'UTF8')::json as words, ${PUBLISHED_HASH} as published_hash,
    coalesce(referred.kind = 'refer' or referred.outcome = 'withhold' and vi.state = 'referred', false) as sealed
  from (select x.item_id, decode(x.hash, 'hex') as content_hash, x.state from unnest($4::uuid[], $5::text[], $7::text[]) x (item_id, hash, state)) vi
  left join lateral (
    select count(*) filter (where x.voided_seq <= $2)::int as voided,
      bool_or(x.content_hash = vi.content_hash and (x.kind = 'clear' and x.assess or x.kind in ('requireMitigation', 'rejectRisk'))) as demanded,
      (array_agg(x.level order by x.id desc) filter (where x.kind = 'acceptRisk' and x.voided_seq <= $2 is not true))[1] as risk,
      max(x.id) filter (where x.voided_seq <= $2 is not true and x.step in ('review', 'carryOver')) as standing
    from mulu.decision x where x.version_id = $1 and x.item_id = vi.item_id and x.seq <= $2) d on true
  left join lateral (
    select x.kind, x.outcome from mulu.decision x
    where x.item_id = vi.item_id and x.content_hash = vi.content_hash and x.kind in ('refer', 'determine') and ${came('x')}
    order by x.id desc limit 1) referred on true
  left join mulu.decision s on s.id = d.standing
  left join mulu.decision r on r.id = s.rests_on
  left join mulu.account a on a.id = s.decided_by
  left join mulu.account o on o.id = r.decided_by
  left join mulu.content_blob w on w.hash = coalesce(s.detail_hash, r.detail_hash)`;

/** Marks of rows as they stood: `markRows` of then. */
export async function pastMarks(
  source: DataSource,
  version: { readonly id: string; readonly number: number },
  { seq, until }: Pick<Moment, 'seq' | 'until'>,
  rows: readonly PastRow[],
): Promise<Map<string, PastMarkRow>> {
  const ids = rows.map((row) => row.itemId);
  const hashes = rows.map((row) => row.contentHash);
  const states = rows.map((row) => row.state);
  const found: PastMarkRow[] = await source.query(MARKS, [version.id, seq, until, ids, hashes, version.number, states]);
  return new Map(found.map((row) => [row.item_id, row]));
}

/** What had been dismissed of the hints on a text, in the order in which it was. */
export async function pastDismissals(
  source: DataSource,
  versionId: string,
  { seq, until }: Pick<Moment, 'seq' | 'until'>,
  row: PastRow,
): Promise<Dismissal[]> {
  return source.query(
    `select h.hint_id, h.side from mulu.hint_dismissal h where h.item_id = $4 and h.content_hash = decode($5, 'hex') and ${came('h')}`,
    [versionId, seq, until, row.itemId, row.contentHash],
  );
}
