import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { containing } from '../platform/like.js';
import { sought } from '../platform/searching.js';
import { PORTAL_POOL } from '../platform/tokens.js';
import type { ListedCatalogue } from './public-document.js';

/** What decides which bytes are right at this moment: the version in force and the items that bars hide. */
export interface Shown {
  readonly versionId: string;
  /** Ids in order, joined by commas. */
  readonly hidden: string;
  /** What certifies the publication; null until a checkpoint covers it. */
  readonly receipt: ReceiptHead | null;
}

export interface ReceiptHead {
  /** Of the record in the log, in hex. */
  readonly hash: string;
  /** The signed checkpoint. */
  readonly note: string;
}

export interface Edition extends Shown {
  /** Exactly the stored public JSON, or what the database composed of it without the hidden items. */
  readonly document: Buffer;
  readonly regionName: string;
}

/** Position in a list: region code, body, title, id. */
export type ListKey = readonly string[];

/** Columns of open.catalogue as a listed catalogue; times as the stored documents write them. */
export const LISTED = `
  id, title, jsonb_build_object('id', organization_id, 'name', organization_name, 'regionCode', region_code) as organization,
  jsonb_build_object('code', region_code, 'name', region_name) as region, version, state,
  to_char(published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "publishedAt"`;

/** Reads of the schema `open`: the only one that the portal's login can see (I6). */
@Injectable()
export class CatalogueReads {
  constructor(@Inject(PORTAL_POOL) private readonly pool: pg.Pool) {}

  /** The one query of a repeated request: a bar or a take-down counts from the next request on. */
  async shown(id: string): Promise<Shown | undefined> {
    const { rows } = await this.pool.query<Shown>({
      name: 'portal.shown',
      text: `select version_id as "versionId", array_to_string(hidden_items, ',') as hidden, open.receipt_head(catalogue_id) as receipt
             from open.document where catalogue_id = $1`,
      values: [id],
    });
    return rows[0];
  }

  async edition(id: string): Promise<Edition | undefined> {
    const { rows } = await this.pool.query<Edition>(
      `select d.version_id as "versionId", array_to_string(d.hidden_items, ',') as hidden, d.document, c.region_name as "regionName",
         open.receipt_head(d.catalogue_id) as receipt
       from open.document d join open.catalogue c on c.id = d.catalogue_id where d.catalogue_id = $1`,
      [id],
    );
    return rows[0];
  }

  /** Null while no checkpoint covers the publication, or nothing is in force. */
  async receipt(id: string): Promise<object | null> {
    const { rows } = await this.pool.query<{ receipt: object | null }>('select open.receipt($1) as receipt', [id]);
    return rows[0]!.receipt;
  }

  async listed(id: string): Promise<ListedCatalogue | undefined> {
    const { rows } = await this.pool.query<ListedCatalogue>(`select ${LISTED} from open.catalogue where id = $1`, [id]);
    return rows[0];
  }

  /**
   * Catalogues by region, body and title.
   * @param typed words, each must be in the title, the body's or the region's name
   * @param territory the first digits of the region codes wanted; '' for all
   */
  async list(typed: readonly string[], territory: string, after: ListKey | null, limit: number): Promise<ListedCatalogue[]> {
    const { words, within } = sought(typed);
    const { rows } = await this.pool.query<ListedCatalogue>(
      `select ${LISTED} from open.catalogue
       where starts_with(region_code, $1)
         and ${within("concat_ws(' ', title, organization_name, region_name)")} ilike all ($2::text[])
         and ($3::text[] is null or (region_code, organization_name, title, id::text) > ($3[1], $3[2], $3[3], $3[4]))
       order by region_code, organization_name, title, id::text limit $4`,
      [territory, words.map(containing), after, limit],
    );
    return rows;
  }
}
