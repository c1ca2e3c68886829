import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { diffContent, publicContent, type ItemContent } from '../content/index.js';
import type { Loaded } from '../commands/facts.js';
import type { Profile } from '../profiles/index.js';
import { NOT_HIDDEN, publishedBefore, readsTexts, sealedText } from './reading.js';
import type { EarlierText, PreviousTexts, StandardText } from './views/item.views.js';

type Bare<T> = Omit<T, 'differences'>;

/** The text whose forerunners are asked for. */
export interface Present {
  readonly itemId: string;
  readonly hash: string;
  readonly content: ItemContent;
}

/** What stood there before the text that is looked at, each with where the present one differs. */
@Injectable()
export class PreviousReads {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** To an office only what it is asked about. */
  async of(loaded: Loaded, present: Present, profile: Profile): Promise<PreviousTexts> {
    const [row]: { published: Bare<EarlierText> | null; signed: Bare<EarlierText> | null }[] = await this.source.query(EARLIER, [
      present.itemId,
      loaded.version.number,
      readsTexts(loaded.hands),
      present.hash,
    ]);
    const standard = await this.standard(loaded, present, profile);
    return { published: compared(row!.published, present.content), signed: compared(row!.signed, present.content), standard };
  }

  /** The item of the same path in the nearest published standard catalogue (标准目录) of the territory; public columns only. */
  private async standard(loaded: Loaded, { content }: Present, profile: Profile): Promise<StandardText | null> {
    const [row]: Bare<StandardText>[] = await this.source.query(STANDARD, [
      loaded.version.organizationId,
      loaded.version.catalogueId,
      loaded.version.profileId,
      JSON.stringify(content.path),
    ]);
    if (!row) return null;
    const differences = diffContent(row.content as ItemContent, publicContent(content, profile) as ItemContent);
    return { ...row, differences: differences as StandardText['differences'] };
  }
}

function compared(earlier: Bare<EarlierText> | null, present: ItemContent): EarlierText | null {
  // A text that was purged has its hash still, and nothing to compare with.
  if (!earlier?.content) return null;
  return { ...earlier, differences: diffContent(earlier.content as ItemContent, present) as EarlierText['differences'] };
}

const textOf = (hash: string): string =>
  `(select convert_from(b.bytes, 'UTF8')::json -> 'content' from mulu.content_blob b where b.hash = ${hash})`;

/** Only what came before: in a version that was revised since, its successor is no forerunner. */
const EARLIER = `select
  (select json_build_object('versionId', pi.version_id, 'contentHash', encode(pi.content_hash, 'hex'), 'content', ${textOf('pi.content_hash')})
   ${publishedBefore('$1', '$2')} and not ${sealedText('pi.item_id', 'pi.content_hash')}
   order by pv.number desc limit 1) as published,
  (select json_build_object('versionId', d.version_id, 'contentHash', encode(d.content_hash, 'hex'), 'type', d.kind, 'content', ${textOf('d.content_hash')})
   from mulu.decision d join mulu.catalogue_version dv on dv.id = d.version_id
   where d.item_id = $1 and dv.number <= $2 and d.kind in ('clear', 'requireRedaction', 'return', 'withhold', 'discloseOnApplication')
     and not ${sealedText('d.item_id', 'd.content_hash')} and ($3 or d.content_hash = decode($4, 'hex'))
   order by d.id desc limit 1) as signed`;

const STANDARD = `select c.id as "catalogueId", v.id as "versionId", c.title, o.name as organization, pi.public_content as content
  from mulu.organization body
  join lateral unnest(array(select mulu.region_lineage(body.region_code))) with ordinality lineage(code, distance) on true
  join mulu.organization o on o.region_code = lineage.code
  join mulu.catalogue c on c.organization_id = o.id and c.kind = 'STANDARD' and c.profile_id = $3 and c.id <> $2
  join mulu.catalogue_version v on v.catalogue_id = c.id and v.state = 'published'
  join mulu.publication_item pi on pi.version_id = v.id and pi.public_content -> 'path' = $4::jsonb
  join mulu.publication p on p.version_id = v.id
  where body.id = $1 and ${NOT_HIDDEN}
  order by lineage.distance, c.id limit 1`;
