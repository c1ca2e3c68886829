import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Ask } from '../../audit/index.js';
import { sealedText } from '../../catalogues/index.js';
import { containing } from '../../platform/like.js';
import { afterCursor, pageOf } from '../../platform/paging.js';
import { Jurisdiction, SCOPE } from '../jurisdiction.reads.js';
import { withQuery } from './links.js';
import { CONCLUSIONS, type Conclusion, type RatioBodiesQuery, type RatioItemsQuery } from './ratio.dto.js';
import type { BodyRatioPage, ConcludedItemPage, ConcludedItemView, ConclusionsView, RatioView } from './ratio.views.js';

/**
 * `$1` token, `$2` `$3` the first and the last year. Of each catalogue the version that was published last when a year ended, unless it had been taken down by
 * then; its items do not change any more (I5).
 */
const IN_FORCE = `with ${SCOPE},
  year as (select y as year, make_timestamptz(y + 1, 1, 1, 0, 0, 0, 'Asia/Shanghai') as ends from generate_series($2::int, $3::int) y),
  in_force as (
    select y.year, v.id, v.number, v.seq, v.published_at, c.id as catalogue_id, c.title, c.organization_id
    from year y cross join mulu.catalogue c join body b on b.id = c.organization_id
    cross join lateral (
      select v.id, v.number, v.state, v.state_seq, p.seq, p.published_at
      from mulu.publication p join mulu.catalogue_version v on v.id = p.version_id
      where p.catalogue_id = c.id and p.published_at < y.ends order by v.number desc limit 1) v
    where v.state <> 'takenDown' or exists (select from mulu.log_event e where e.stream = v.id and e.seq = v.state_seq and e.at >= y.ends)),
  concluded as (
    select f.*, i.item_id, i.position, i.content_hash, case i.state when 'releasable' then 'public' else i.state end as conclusion
    from in_force f join mulu.version_item i on i.version_id = f.id join mulu.revision r on r.id = i.revision_id
    where i.state in ('withheld', 'onApplication') or i.state = 'releasable' and not r.removal)`;

/** Each version is counted once, in however many years it was in force. */
const TALLIED = `${IN_FORCE},
  tally as (
    select i.version_id, count(*) filter (where i.state = 'releasable') as public, count(*) filter (where i.state = 'withheld') as withheld,
      count(*) filter (where i.state = 'onApplication') as "onApplication"
    from (select distinct id from in_force) f join mulu.version_item i on i.version_id = f.id join mulu.revision r on r.id = i.revision_id
    where i.state in ('withheld', 'onApplication') or i.state = 'releasable' and not r.removal group by i.version_id)`;

const SUMS = `sum(public + withheld + "onApplication")::int as concluded, sum(public)::int as public, sum(withheld + "onApplication")::int as "nonPublic",
    sum(withheld)::int as withheld, sum("onApplication")::int as "onApplication"`;

const FIRST_YEAR = `with ${SCOPE}
  select extract(year from min(p.published_at) at time zone 'Asia/Shanghai')::int as first, extract(year from now() at time zone 'Asia/Shanghai')::int as last
  from mulu.publication p join mulu.catalogue c on c.id = p.catalogue_id where c.organization_id in (select id from body)`;

const YEARS = `${TALLIED} select f.year, ${SUMS} from in_force f join tally t on t.version_id = f.id group by f.year order by f.year`;

const BODIES = `${TALLIED},
  sums as (select f.year, f.organization_id, ${SUMS} from in_force f join tally t on t.version_id = f.id group by f.year, f.organization_id)
  select json_build_array(o.name, o.id) as key, json_build_object('id', o.id, 'name', o.name) as organization, to_json(now) as now, to_json(before) as before
  from sums now join mulu.organization o on o.id = now.organization_id
  left join sums before on before.organization_id = now.organization_id and before.year = now.year - 1
  where now.year = $3 and ($4::text is null or o.name like $4) and ($5::text is null or (o.name, o.id) > ($5, $6::uuid))
  order by o.name, o.id limit $7`;

const ITEMS = `${IN_FORCE},
  page as (
    select c.*, o.name as organization from concluded c join mulu.organization o on o.id = c.organization_id
    where ($4::uuid is null or c.organization_id = $4)
      and ($5::text is null or $5 = 'concluded' or c.conclusion = $5 or $5 = 'nonPublic' and c.conclusion <> 'public')
      and ($6::text is null or (o.name, c.id, c.position, c.item_id) > ($6, $7::uuid, $8::int, $9::uuid))
    order by o.name, c.id, c.position, c.item_id limit $10)
  select json_build_array(p.organization, p.id, p.position::text, p.item_id) as key,
    json_build_object('id', p.item_id, 'path', case when not ${sealedText('p.item_id', 'p.content_hash')} then convert_from(t.bytes, 'UTF8')::json #> '{content,path}' end) as item,
    json_build_object('id', p.organization_id, 'name', p.organization) as organization,
    json_build_object('id', p.id, 'title', p.title, 'number', p.number) as version, p.conclusion, p.published_at as "publishedAt",
    '/api/versions/' || p.id || '/replay?at=' || p.seq as href
  from page p left join mulu.content_blob t on t.hash = p.content_hash
  order by p.organization, p.id, p.position, p.item_id`;

type Sums = Readonly<Record<Conclusion, number>>;
interface BodyRow {
  readonly key: readonly string[];
  readonly organization: { readonly id: string; readonly name: string };
  readonly now: Sums;
  readonly before: Sums | null;
}
type ItemRow = ConcludedItemView & { readonly key: readonly string[] };

/** How much of what was decided is not public, by year and body. */
@Injectable()
export class RatioReads {
  private readonly ask: Ask;

  constructor(
    @InjectDataSource() source: DataSource,
    private readonly jurisdiction: Jurisdiction,
  ) {
    this.ask = (sql, values) => source.query(sql, [...values]);
  }

  /** All bodies together. @throws ProblemError 401, 404 for whoever audits nothing */
  async years(token: string | null): Promise<RatioView> {
    await this.jurisdiction.demand(this.ask, token);
    const [span] = await this.ask<{ first: number | null; last: number }>(FIRST_YEAR, [token]);
    if (span?.first === null || span === undefined) return { years: [] };
    const rows = await this.ask<Sums & { year: number }>(YEARS, [token, span.first, span.last]);
    return { years: rows.map((row) => ({ year: row.year, ...conclusions(row, { year: row.year }) })) };
  }

  /** Each body by its name, with the year before. @throws as `years` */
  async bodies(token: string | null, { year, body, cursor, limit }: RatioBodiesQuery): Promise<BodyRatioPage> {
    const [name, id] = afterCursor(cursor, 2) ?? [null, null];
    await this.jurisdiction.demand(this.ask, token);
    const like = body?.trim() ? containing(body.trim()) : null;
    const rows = await this.ask<BodyRow>(BODIES, [token, year - 1, year, like, name, id, limit + 1]);
    const page = pageOf(rows, limit, ({ key }) => key);
    return {
      ...page,
      items: page.items.map(({ organization, now, before }) => ({
        organization,
        ...conclusions(now, { year, organization: organization.id }),
        before: before && conclusions(before, { year: year - 1, organization: organization.id }),
      })),
    };
  }

  /** The items behind a number, by body and place. @throws as `years` */
  async items(token: string | null, { year, organization, conclusion, cursor, limit }: RatioItemsQuery): Promise<ConcludedItemPage> {
    const after = afterCursor(cursor, 4) ?? [null, null, null, null];
    await this.jurisdiction.demand(this.ask, token);
    const rows = await this.ask<ItemRow>(ITEMS, [token, year, year, organization ?? null, conclusion ?? null, ...after, limit + 1]);
    const page = pageOf(rows, limit, ({ key }) => key);
    return {
      ...page,
      items: page.items.map((row) => {
        const { key: _, ...item } = row;
        return item;
      }),
    };
  }
}

function conclusions(sums: Sums, place: { readonly year: number; readonly organization?: string }): ConclusionsView {
  const counted = (conclusion: Conclusion) => ({
    count: sums[conclusion],
    href: withQuery('/api/audit/ratio/items', { ...place, year: String(place.year), conclusion }),
  });
  return Object.fromEntries(CONCLUSIONS.map((conclusion) => [conclusion, counted(conclusion)])) as Record<
    Conclusion,
    ReturnType<typeof counted>
  >;
}
