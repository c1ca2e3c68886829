import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Ask } from '../../audit/index.js';
import type { Language } from '../../platform/problems/index.js';
import { Jurisdiction } from '../jurisdiction.reads.js';
import { readPage } from './decision-pages.js';
import { DECIDED, filterValues, pageOfDecisions } from './decisions.sql.js';
import type { DecisionRowPage } from './decisions.views.js';
import { groundOf } from './grounds.js';
import { withQuery } from './links.js';
import type { WithheldFilter, WithheldQuery } from './withheld.dto.js';
import type { GroundCountView, WithheldCountsView } from './withheld.views.js';

/** Each item once, by the last decision of the period that stands and keeps it from being published. */
const WITHHELD = `${DECIDED},
  withheld as (
    select distinct on (item_id) * from decided
    where machine_id = 'itemReview' and (type in ('withhold', 'discloseOnApplication', 'rejectRisk') or type = 'determine' and determined = 'withhold')
    order by item_id, at desc, seq desc)`;

const LIST = `${WITHHELD}${pageOfDecisions('withheld', `($15::text is null or type = $15) and ($16::text is null or coalesce(ground, 'none') = $16)`)}`;
const COUNTS = `${WITHHELD}
  select type as kind, ground, count(*)::int as count from withheld
  where ($11::text is null or type = $11) and ($12::text is null or coalesce(ground, 'none') = $12) group by type, ground order by count(*) desc, type, ground`;

/** Which items are withheld, or given on application only, and on which legal ground. */
@Injectable()
export class WithheldReads {
  private readonly ask: Ask;

  constructor(
    @InjectDataSource() source: DataSource,
    private readonly jurisdiction: Jurisdiction,
  ) {
    this.ask = (sql, values) => source.query(sql, [...values]);
  }

  /** The latest first. @throws ProblemError 401, 404 for whoever audits nothing, 422 for a period that ends before it begins */
  async page(
    token: string | null,
    { cursor, limit, kind, ground, ...filter }: WithheldQuery,
    language: Language,
  ): Promise<DecisionRowPage> {
    const values = [token, ...filterValues({ ...filter, standing: 'standing' })];
    await this.jurisdiction.demand(this.ask, token);
    return readPage(this.ask, LIST, values, { cursor, limit }, language, [kind ?? null, ground ?? null]);
  }

  /** How many by ground and kind, with the lists. @throws as `page` */
  async counts(token: string | null, filter: WithheldFilter, language: Language): Promise<WithheldCountsView> {
    const { kind, ground, ...rest } = filter;
    const values = [token, ...filterValues({ ...rest, standing: 'standing' }), kind ?? null, ground ?? null];
    await this.jurisdiction.demand(this.ask, token);
    const rows = await this.ask<{ kind: GroundCountView['kind']; ground: string | null; count: number }>(COUNTS, values);
    const href = (more: object) => withQuery('/api/audit/withheld', { ...filter, ...more });
    return {
      total: { count: rows.reduce((sum, row) => sum + row.count, 0), href: href({}) },
      grounds: rows.map((row) => ({
        kind: row.kind,
        ground: row.ground === null ? null : groundOf(row.ground, language),
        count: row.count,
        href: href({ kind: row.kind, ground: row.ground ?? 'none' }),
      })),
    };
  }
}
