import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { Ask } from '../../audit/index.js';
import type { Language } from '../../platform/problems/index.js';
import { Jurisdiction } from '../jurisdiction.reads.js';
import { readPage } from './decision-pages.js';
import type { DecisionKind } from '../decision-kinds.js';
import type { DecisionFilter, DecisionsQuery } from './decisions.dto.js';
import { COUNTS, DECISIONS, filterValues } from './decisions.sql.js';
import type { CountedView, DecisionCountsView, DecisionRowPage } from './decisions.views.js';
import { withQuery } from './links.js';

interface Counted {
  readonly kind: DecisionKind;
  readonly count: number;
  readonly voided: number;
}

/** Who decided what, of all over which somebody is auditor. */
@Injectable()
export class DecisionReads {
  private readonly ask: Ask;

  constructor(
    @InjectDataSource() source: DataSource,
    private readonly jurisdiction: Jurisdiction,
  ) {
    this.ask = (sql, values) => source.query(sql, [...values]);
  }

  /** The latest first. @throws ProblemError 401, 404 for whoever audits nothing, 422 for a period that ends before it begins */
  async page(token: string | null, { cursor, limit, ...filter }: DecisionsQuery, language: Language): Promise<DecisionRowPage> {
    const values = [token, ...filterValues(filter)];
    await this.jurisdiction.demand(this.ask, token);
    return readPage(this.ask, DECISIONS, values, { cursor, limit }, language);
  }

  /** How many of each kind, with the lists. @throws as `page` */
  async counts(token: string | null, filter: DecisionFilter): Promise<DecisionCountsView> {
    const { standing, ...wide } = filter;
    const values = filterValues(wide);
    await this.jurisdiction.demand(this.ask, token);
    const rows = await this.ask<Counted>(COUNTS, [token, ...values]);
    const listed = (count: number, more: Partial<DecisionFilter>): CountedView => ({
      count,
      href: withQuery('/api/audit/decisions', { ...filter, ...more }),
    });
    const wanted = ({ count, voided }: Counted) => (standing === 'voided' ? voided : standing === 'standing' ? count - voided : count);
    const sum = (of: (row: Counted) => number) => rows.reduce((whole, row) => whole + of(row), 0);
    return {
      total: listed(sum(wanted), {}),
      voided: listed(
        sum(({ voided }) => voided),
        { standing: 'voided' },
      ),
      kinds: rows.map((row) => ({
        kind: row.kind,
        ...listed(wanted(row), { kind: row.kind }),
        voided: listed(row.voided, { kind: row.kind, standing: 'voided' }),
      })),
    };
  }
}
