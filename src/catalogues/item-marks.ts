import type { DataSource } from 'typeorm';
import { hintsFor, type ItemContent, type Removal } from '../content/index.js';
import type { Profile } from '../profiles/index.js';
import { publishedBefore } from './reading.js';
import type { Findings } from './text.js';
import type { ItemMarks } from './views/item.views.js';

/** What the database knows about an item beside its text. */
export interface MarkRow {
  readonly item_id: string;
  readonly dismissed: readonly string[];
  /** Those that an officer has answered. */
  readonly acknowledged: readonly string[];
  readonly voided: number;
  readonly demanded: boolean;
  readonly risk: 'LOW' | 'MEDIUM' | 'HIGH' | null;
  readonly decision: string | null;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
  readonly ground: string | null;
  readonly words: { reason?: string; opinion?: string } | null;
  readonly published_hash: string | null;
}

/** What the item said when it was last published before this version. */
const PUBLISHED_HASH = `(select encode(pi.content_hash, 'hex') ${publishedBefore('vi.item_id', 'here.number')} order by pv.number desc limit 1)`;

/** Marks of the given items of a version, in one statement. */
export async function markRows(source: DataSource, versionId: string, itemIds: readonly string[]): Promise<Map<string, MarkRow>> {
  const rows: MarkRow[] = await source.query(
    `select vi.item_id,
       array(select h.hint_id from mulu.hint_dismissal h where h.item_id = vi.item_id and h.content_hash = vi.content_hash) as dismissed,
       array(select h.hint_id from mulu.hint_dismissal h
         where h.item_id = vi.item_id and h.content_hash = vi.content_hash and h.side = 'officer') as acknowledged,
       coalesce(d.voided, 0) as voided, coalesce(d.demanded, false) as demanded, d.risk,
       s.kind as decision, coalesce(a.display_name, o.display_name) as decided_by, coalesce(r.at, s.at) as decided_at,
       coalesce(s.ground, r.ground) as ground, convert_from(w.bytes, 'UTF8')::json as words, ${PUBLISHED_HASH} as published_hash
     from mulu.version_item vi
     join mulu.catalogue_version here on here.id = vi.version_id
     left join lateral (
       select count(*) filter (where x.voided_seq is not null)::int as voided,
         bool_or(x.content_hash = vi.content_hash and (x.kind = 'clear' and x.assess or x.kind in ('requireMitigation', 'rejectRisk'))) as demanded,
         (array_agg(x.level order by x.id desc) filter (where x.kind = 'acceptRisk' and x.voided_seq is null))[1] as risk,
         max(x.id) filter (where x.voided_seq is null and x.step in ('review', 'carryOver')) as standing
       from mulu.decision x where x.version_id = vi.version_id and x.item_id = vi.item_id) d on true
     left join mulu.decision s on s.id = d.standing
     left join mulu.decision r on r.id = s.rests_on
     left join mulu.account a on a.id = s.decided_by
     left join mulu.account o on o.id = r.decided_by
     left join mulu.content_blob w on w.hash = coalesce(s.detail_hash, r.detail_hash)
     where vi.version_id = $1 and vi.item_id = any ($2)`,
    [versionId, itemIds],
  );
  return new Map(rows.map((row) => [row.item_id, row]));
}

interface MarkedText {
  readonly hash: string;
  readonly content: ItemContent;
  readonly removal: Removal | null;
  readonly findings: Findings;
}

/** What a list says about an item that one may read. */
export function marksOf(row: MarkRow, text: MarkedText, profile: Profile): ItemMarks {
  const dismissed = new Set(row.dismissed);
  const acknowledged = new Set(row.acknowledged);
  const found = text.removal ? [] : hintsFor(text.content, profile);
  const hints = found.filter((hint) => !dismissed.has(hint.id));
  const hits = hints.filter((hint) => hint.kind === 'personalData').length;
  return {
    hits,
    officerHits: found.filter((hint) => hint.kind === 'personalData' && !acknowledged.has(hint.id)).length,
    advice: hints.length - hits,
    missing: text.findings.missing.length + (text.findings.timeLimitUnread ? 1 : 0),
    openRepairs: text.findings.openRepairs.filter((repair) => !dismissed.has(repair.id)).length,
    risk: row.risk,
    needsAssessment: !text.removal && (text.content.category === 'OTHER' || row.demanded),
    decision: row.decision,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at?.toISOString() ?? null,
    ground: row.ground,
    reason: row.words?.reason ?? row.words?.opinion ?? null,
    voided: row.voided,
    change: changeOf(row.published_hash, text),
  };
}

function changeOf(published: string | null, text: Pick<MarkedText, 'hash' | 'removal'>): ItemMarks['change'] {
  if (text.removal) return 'removed';
  if (published === null) return 'new';
  return published === text.hash ? 'same' : 'changed';
}
