import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Ask } from '../../audit/index.js';
import { containing } from '../../platform/like.js';
import type { Language } from '../../platform/problems/index.js';
import { Jurisdiction } from '../jurisdiction.reads.js';
import { readPage } from './decision-pages.js';
import { DECIDED, filterValues, pageOfDecisions } from './decisions.sql.js';
import { withQuery } from './links.js';
import type { PacedQuery, PaceFilter } from './pace.dto.js';
import type { PacedRowPage, PacedRowView, PaceReportView, SpreadView } from './pace.views.js';

/**
 * When a text was ready for somebody: when its item came into the state in which it was decided on, when the version came into its stage, and not before they
 * held the role; the latest of these. Nothing waits for a suspension or a take-down. The decision before is any of the same person in the period, over
 * whatever one audits.
 */
const PACED = `${DECIDED},
  readied as (
    select d.*, greatest(came.at, stage.at, hand.at) as ready_at, lag(d.at) over (partition by d.actor_id order by d.at, d.stream, d.seq) as before_at
    from decided d
    left join lateral (
      select p.at from mulu.log_event p
      where p.item_id = d.item_id and p.stream = d.stream and p.seq < d.seq and p.machine_id = 'itemReview' order by p.seq desc limit 1) came on true
    left join lateral (
      select p.at from mulu.log_event p
      where p.stream = d.stream and p.machine_id = 'catalogueVersion' and p.at <= d.at and p.seq < d.seq order by p.at desc, p.seq desc limit 1) stage on true
    left join lateral (
      select min(h.starts_at) as at from mulu.appointment h
      where h.account_id = d.actor_id and h.role = d.role and h.starts_at <= d.at and (h.ends_at is null or h.ends_at > d.at)
        and (h.revoked_at is null or h.revoked_at >= d.at)) hand on true
    where d.type not in ('suspendItem', 'takeDown')),
  paced as (
    select *, extract(epoch from at - ready_at)::float8 as waited, extract(epoch from at - greatest(ready_at, before_at))::float8 as at_most from readied)`;

/** Which of them: by names, two values from `$n` on. What is left out here still counts as somebody's decision before. */
const named = (n: number) =>
  `($${n}::text is null or exists (select from mulu.account a where a.id = actor_id and a.display_name like $${n})) and ($${n + 1}::text is null or organization like $${n + 1})`;

const LIST = `${PACED}${pageOfDecisions(
  'paced',
  `${named(15)} and ($17::uuid is null or actor_id = $17) and ($18::text is null or role = $18) and ($19::float8 is null or at_most <= $19)`,
  ', p.ready_at as "readyAt", p.waited, p.at_most as "atMost"',
)}`;

const REPORT = `${PACED},
  person as (
    select actor_id, role, count(*)::int as decisions, (count(*) filter (where at_most <= $13::float8))::int as brief,
      percentile_cont(array[0.1, 0.5, 0.9]) within group (order by waited) as waited,
      percentile_cont(array[0.1, 0.5, 0.9]) within group (order by at_most) as at_most
    from paced where ${named(11)} group by actor_id, role)
  select json_build_object('id', a.id, 'displayName', a.display_name) as person, p.role, p.decisions, p.brief, p.waited, p.at_most as "atMost"
  from person p join mulu.account a on a.id = p.actor_id order by a.display_name, a.id, p.role`;

interface Told {
  readonly person: PaceReportView['people'][number]['person'];
  readonly role: string;
  readonly decisions: number;
  readonly brief: number;
  readonly waited: readonly number[];
  readonly atMost: readonly number[];
}

const BRIEF = 5;
const spreadOf = ([p10, median, p90]: readonly number[]): SpreadView => ({ p10: p10!, median: median!, p90: p90! });

/** How long decisions took, by person and role, in the order of names: nobody is scored or ranked. */
@Injectable()
export class PaceReads {
  private readonly ask: Ask;

  constructor(
    @InjectDataSource() source: DataSource,
    private readonly jurisdiction: Jurisdiction,
  ) {
    this.ask = (sql, values) => source.query(sql, [...values]);
  }

  /** @throws ProblemError 401, 404 for whoever audits nothing, 422 for a period that ends before it begins */
  async report(token: string | null, filter: PaceFilter): Promise<PaceReportView> {
    const { within = BRIEF } = filter;
    const values = [token, ...filterValues({ from: filter.from, to: filter.to }), ...likes(filter), within];
    await this.jurisdiction.demand(this.ask, token);
    const rows = await this.ask<Told>(REPORT, values);
    const { within: _, ...asked } = filter;
    return {
      within,
      people: rows.map(({ person, role, decisions, brief, waited, atMost }) => {
        const listed = (count: number, more: object) => ({
          count,
          href: withQuery('/api/audit/pace/decisions', { ...asked, person: person.id, role, ...more }),
        });
        return {
          person,
          role,
          decisions: listed(decisions, {}),
          waited: spreadOf(waited),
          atMost: spreadOf(atMost),
          brief: listed(brief, { within: String(within) }),
        };
      }),
    };
  }

  /** The decisions behind a number, the latest first. @throws as `report` */
  async page(token: string | null, query: PacedQuery, language: Language): Promise<PacedRowPage> {
    const { from, to, person, role, within, cursor, limit } = query;
    const values = [token, ...filterValues({ from, to })];
    await this.jurisdiction.demand(this.ask, token);
    const which = [...likes(query), person ?? null, role ?? null, within ?? null];
    return readPage<PacedRowView>(this.ask, LIST, values, { cursor, limit }, language, which);
  }
}

function likes({ who, body }: Pick<PaceFilter, 'who' | 'body'>): (string | null)[] {
  return [who, body].map((typed) => (typed?.trim() ? containing(typed.trim()) : null));
}
