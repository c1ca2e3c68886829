import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { admitted, readsTexts, sealedText } from '../../catalogues/index.js';
import { CommandStore, refuse } from '../../commands/index.js';
import { diffContent, type FieldDifference, type ItemContent } from '../../content/index.js';

/** One act on an item, or on a version that shows it. */
export interface DossierLine {
  readonly version: number;
  readonly seq: number;
  readonly at: string;
  readonly type: string;
  readonly actor: string | null;
  readonly onBehalfOf: string | null;
  readonly roles: readonly string[];
  readonly from: string | null;
  readonly to: string | null;
  readonly contentHash: string | null;
  readonly hash: string;
  readonly voidedSeq: number | null;
  readonly ground: string | null;
  readonly level: string | null;
  /** Where the text is another than in the line before that had one; null where it is the same, or not the reader's to see. */
  readonly changes: readonly FieldDifference[] | null;
  readonly words: { readonly reason?: string; readonly opinion?: string } | null;
  /** What of this line was purged: its hash is all there is. */
  readonly purged: readonly ('text' | 'words')[];
}

export interface Dossier {
  readonly title: string;
  readonly version: number;
  readonly itemId: string;
  readonly name: string | null;
  readonly lines: readonly DossierLine[];
}

interface Row extends Omit<DossierLine, 'changes'> {
  readonly sealed: boolean;
  readonly content: ItemContent | null;
}

/** What came along of itself, or is no text and no signature. */
const NOT_SIGNED = ['enterReview', 'items.arranged', 'hint.dismissed', 'textBarred'];

/** Acts on the item in this version and in those before it, and what was done to the whole of a version that had it. */
const LINES = `with here as (select * from mulu.catalogue_version where id = $1),
  version as (select v.* from mulu.catalogue_version v join here on v.catalogue_id = here.catalogue_id and v.number <= here.number
              where exists (select from mulu.version_item i where i.version_id = v.id and i.item_id = $2))
  select v.number as version, e.seq::int as seq, to_char(e.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS') as at, e.type, a.display_name as actor,
    p.display_name as "onBehalfOf", coalesce(s.body -> 'roles', '[]') as roles, e.from_state as "from", e.to_state as "to",
    encode(e.content_hash, 'hex') as "contentHash", encode(e.hash, 'hex') as hash, d.voided_seq::int as "voidedSeq", d.ground, d.level,
    e.content_hash is not null and ${sealedText('e.item_id', 'e.content_hash')} as sealed,
    convert_from(t.bytes, 'UTF8')::json -> 'content' as content, convert_from(w.bytes, 'UTF8')::json as words,
    array_remove(array[case when t.hash is not null and t.bytes is null then 'text' end, case when w.hash is not null and w.bytes is null then 'words' end], null) as purged
  from version v join mulu.log_event e on e.stream = v.id cross join lateral (select convert_from(e.body, 'UTF8')::json as body) s
  left join mulu.account a on a.id = e.actor_id left join mulu.account p on p.id = e.on_behalf_of
  left join mulu.decision d on d.version_id = e.stream and d.seq = e.seq
  left join mulu.content_blob t on t.hash = e.content_hash left join mulu.content_blob w on w.hash = e.reason_hash
  where (e.item_id = $2 and not e.type = any ($3))
    or (e.item_id is null and (e.type in ('submit', 'approve', 'release', 'takeDown') or e.type = 'suspendItem' and s.body #>> '{facts,itemId}' = $2::text))
  order by v.number, e.seq`;

/** Everything that was ever signed for one item, across the versions of its catalogue. */
@Injectable()
export class DossierReads {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly store: CommandStore,
  ) {}

  /** Texts and words only for whoever reads them in the version; of a sealed text neither. @throws ProblemError 401, 404 */
  async of(token: string | null, versionId: string, itemId: string): Promise<Dossier> {
    const { version, hands } = admitted(await this.store.facts(token, versionId, null, 'none', null));
    const rows: Row[] = await this.source.query(LINES, [versionId, itemId, NOT_SIGNED]);
    if (!rows.some((row) => row.contentHash !== null)) throw refuse.absent();
    const reads = readsTexts(hands);
    let before: { hash: string; content: ItemContent | null } | null = null;
    const lines = rows.map(({ content, sealed, words, ...row }): DossierLine => {
      const seen = reads && !sealed;
      const another = row.contentHash !== null && row.contentHash !== before?.hash;
      const changes = another && seen && content && before?.content ? diffContent(before.content, content) : null;
      if (row.contentHash !== null) before = { hash: row.contentHash, content: seen ? content : null };
      return { ...row, changes, words: seen ? words : null };
    });
    const newest = rows.findLast((row) => row.content !== null);
    const name = reads && newest && !newest.sealed ? newest.content!.path.join(' / ') : null;
    return { title: version.title, version: version.number, itemId, name, lines };
  }
}
