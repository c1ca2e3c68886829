import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { readsTexts, sealedText } from '../../catalogues/index.js';
import type { RoleName } from '../../access/index.js';
import type { ReadableItem, ReadableVersion } from './version-texts.reads.js';

/** What somebody wrote down with an act. Which of it there is depends on the act. */
export interface Words {
  readonly opinion?: string;
  readonly reason?: string;
  readonly checklist?: Readonly<Record<string, 'yes' | 'no'>>;
  readonly dimensions?: unknown;
  readonly measures?: string | readonly string[];
  readonly reply?: string;
}

/** Who acted, in which role and for whom, when, and where the log has it. A name is null where the system acted. */
export interface Signed {
  readonly type: string;
  readonly seq: number;
  readonly at: Date;
  readonly name: string | null;
  readonly behalf: string | null;
  readonly roles: readonly RoleName[];
  /** Null where the act has none, or where the reader may not see them. */
  readonly words: Words | null;
}

/** A decision on one text of one item. */
export interface Signature extends Signed {
  readonly itemId: string;
  readonly step: 'review' | 'assessment' | 'endorsement' | 'carryOver';
  readonly contentHash: string;
  /** Number of the version that it was made in; another one's where this version carries it over. */
  readonly version: number;
  readonly standing: boolean;
  readonly ground: string | null;
  readonly documentNumber: string | null;
  readonly outcome: 'open' | 'withhold' | null;
  readonly level: 'LOW' | 'MEDIUM' | 'HIGH' | null;
  readonly assess: boolean;
  readonly reviewOn: string | null;
}

const SIGNER = `a.display_name as name, behalf.display_name as behalf, coalesce(convert_from(e.body, 'UTF8')::json -> 'roles', '[]') as roles`;

/** The decisions of a version, with the words that the reader of the text may read. */
@Injectable()
export class Signatures {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /**
   * Decisions on these items, oldest first: those made in the version, and those that a carry-over of it rests on. Words on a text that is
   * not the reader's, or was sealed, are left out.
   */
  async of({ loaded }: ReadableVersion, items: readonly ReadableItem[]): Promise<Map<string, Signature[]>> {
    const rows: (Signature & { sealed: boolean })[] = await this.source.query(
      `with origin as (
         select o.version_id, o.item_id, o.content_hash from mulu.decision c join mulu.decision o on o.id = c.rests_on
         where c.version_id = $1 and c.item_id = any ($2) and c.step = 'carryOver' and c.voided_seq is null
       ), asked as (
         select d.id from mulu.decision d where d.version_id = $1 and d.item_id = any ($2)
         union select d.id from mulu.decision d join origin o on o.item_id = d.item_id and o.content_hash = d.content_hash and o.version_id = d.version_id
       )
       select d.item_id as "itemId", d.kind as type, d.step, d.seq::int as seq, d.at, encode(d.content_hash, 'hex') as "contentHash", v.number as version,
         exists (select from mulu.standing_decision s where s.id = d.id)
           and (d.step <> 'carryOver' or exists (select from mulu.standing_decision s where s.id = d.rests_on)) as standing,
         d.ground, d.document_number as "documentNumber", d.outcome, d.level, d.assess, d.review_on::text as "reviewOn", ${SIGNER},
         convert_from(w.bytes, 'UTF8')::json as words, ${sealedText('d.item_id', 'd.content_hash')} as sealed
       from asked join mulu.decision d on d.id = asked.id join mulu.catalogue_version v on v.id = d.version_id
       join mulu.log_event e on e.stream = d.version_id and e.seq = d.seq
       left join mulu.account a on a.id = d.decided_by left join mulu.account behalf on behalf.id = d.on_behalf_of
       left join mulu.content_blob w on w.hash = d.detail_hash order by d.id`,
      [loaded.version.id, items.map(({ id }) => id)],
    );
    const texts = new Map(items.map((item) => [item.id, item]));
    const readsAll = readsTexts(loaded.hands);
    const signatures = new Map<string, Signature[]>();
    for (const { sealed, ...row } of rows) {
      const item = texts.get(row.itemId)!;
      const current = row.contentHash === item.contentHash;
      const readable = item.text !== null && (current || (readsAll && !sealed));
      signatures.set(row.itemId, [...(signatures.get(row.itemId) ?? []), { ...row, words: readable ? row.words : null }]);
    }
    return signatures;
  }

  /** Who submitted the version and who approved it, as far as that holds now; words are for those who read texts. */
  async ofVersion({ loaded }: ReadableVersion): Promise<{ submitted: Signed | null; approved: Signed | null }> {
    const rows: Signed[] = await this.source.query(
      `select e.type, e.seq::int as seq, e.at, ${SIGNER}, case when $3 then convert_from(w.bytes, 'UTF8')::json end as words
       from mulu.log_event e left join mulu.account a on a.id = e.actor_id left join mulu.account behalf on behalf.id = e.on_behalf_of
       left join mulu.content_blob w on w.hash = e.reason_hash
       where e.stream = $1 and e.item_id is null and e.type = any ($2) order by e.seq`,
      [loaded.version.id, ['submit', 'recall', 'return', 'approve', 'refuseRelease', 'itemReopened'], readsTexts(loaded.hands)],
    );
    const submitted = loaded.version.state === 'draft' ? null : rows.findLast(({ type }) => type === 'submit');
    const last = rows.at(-1);
    return { submitted: submitted ?? null, approved: last?.type === 'approve' ? last : null };
  }
}
