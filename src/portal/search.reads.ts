import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { containing } from '../platform/like.js';
import { sought, type Sought } from '../platform/searching.js';
import { PORTAL_POOL } from '../platform/tokens.js';
import { LISTED } from './catalogue.reads.js';
import type { FoundItem } from './public-document.js';

/** Where an item holds words for people. Codes, keys and ids are not searched. */
const WORDS = [
  '$.path[*]',
  '$.elements[*]',
  '$.bases[*].title',
  '$.bases[*].documentNumber',
  '$.bases[*].clauses[*].article',
  '$.bases[*].clauses[*].text',
  '$.timeLimit.text',
  '$.disclosingBodies[*].text',
  '$.channels[*].note',
  '$.audience.groups[*]',
  '$.field',
  '$.responsibleOffice',
];

/** First whole documents as text, then the items of those that may have it: most documents are never taken apart. */
const query = (within: Sought['within']): string => `
  with candidate as materialized (
    select c.*, convert_from(d.document, 'UTF8') as body
    from open.catalogue c join open.document d on d.catalogue_id = c.id
    where ${within("convert_from(d.document, 'UTF8')")} ilike all ($1::text[]))
  select found.item, (select to_jsonb(l) from (select ${LISTED}) l) as catalogue
  from candidate c
  cross join lateral jsonb_array_elements(c.body::jsonb -> 'items') with ordinality found (item, position)
  cross join lateral (
    select string_agg(word #>> '{}', E'\\n') as words
    from unnest($3::jsonpath[]) path cross join lateral jsonb_path_query(found.item, path) word) said
  where ${within('said.words')} ilike all ($2::text[])
  order by c.region_code, c.organization_name, c.title, c.id, found.position limit $4`;

@Injectable()
export class SearchReads {
  constructor(@Inject(PORTAL_POOL) private readonly pool: pg.Pool) {}

  /** Public items that contain every one of the words, in the order of catalogues and of their items. */
  async items(typed: readonly string[], limit: number): Promise<FoundItem[]> {
    const { words, within } = sought(typed);
    if (words.length === 0) return [];
    const written = words.map((word) => containing(JSON.stringify(word).slice(1, -1)));
    const { rows } = await this.pool.query<FoundItem>(query(within), [written, words.map(containing), WORDS, limit]);
    return rows;
  }
}
