import { Injectable } from '@nestjs/common';
import { containing } from '../platform/like.js';
import { afterCursor, pageOf, totalOf } from '../platform/paging.js';
import { AGES, type Age, type FreshCataloguesQuery, type FreshnessQuery } from './freshness.dto.js';
import type { AgeCountView, FreshCataloguePage, FreshCatalogueView, FreshnessView } from './freshness.views.js';
import { Oversight, type Keyed } from './oversight.js';

type Counts = Readonly<Record<Age, number>>;

/** As `mulu.freshness_told` tells it. */
interface Told {
  readonly region: FreshnessView['region'];
  readonly today: string;
  readonly total: Counts | null;
  readonly own: Counts | null;
  readonly children: readonly { readonly region: FreshnessView['region']; readonly counts: Counts | null }[];
}

/** Each catalogue is in one of them. */
const EVERY_AGE: readonly Age[] = ['inForce', 'never', 'takenDown'];

/** How long ago catalogues were confirmed or revised. */
@Injectable()
export class FreshnessReads {
  constructor(private readonly oversight: Oversight) {}

  /** @throws ProblemError 401 without a session, 404 for a region that one does not oversee */
  async rollUp(token: string | null, { region }: FreshnessQuery): Promise<FreshnessView> {
    const { territories, here } = await this.oversight.place(token, region);
    const told = await this.oversight.ask<Told>('freshness_told($1, $2)', [token, here]);
    return {
      region: told.region,
      territories,
      today: told.today,
      total: countsOf(told.total, { region: here }),
      own: countsOf(told.own, { region: here, own: 'true' }),
      children: told.children.map(({ region: child, counts }) => ({ region: child, counts: countsOf(counts, { region: child.code }) })),
    };
  }

  /** The catalogues behind a number, the stalest first. */
  async catalogues(token: string | null, query: FreshCataloguesQuery): Promise<FreshCataloguePage> {
    const { region, own, age, q, cursor, limit } = query;
    const { here } = await this.oversight.place(token, region);
    const filters = [own === true, age ?? null, q ? containing(q) : null, afterCursor(cursor, 2), limit + 1];
    const rows = await this.oversight.ask<Keyed<FreshCatalogueView>[]>('freshness_list($1, $2, $3, $4, $5, $6, $7)', [
      token,
      here,
      ...filters,
    ]);
    const page = pageOf(rows, limit, ({ key }) => key);
    const total = await totalOf(page, cursor, async () => {
      if (q) return null;
      const told = await this.oversight.ask<Told>('freshness_told($1, $2)', [token, here]);
      const counts = own ? told.own : told.total;
      return (age ? [age] : EVERY_AGE).reduce((sum, one) => sum + (counts?.[one] ?? 0), 0);
    });
    return { total, ...page, items: page.items.map(({ item }) => item) };
  }
}

function countsOf(counts: Counts | null, place: Readonly<Record<string, string>>): AgeCountView[] {
  return AGES.map((age) => ({
    age,
    count: counts?.[age] ?? 0,
    href: `/api/progress/freshness/catalogues?${new URLSearchParams({ ...place, age }).toString()}`,
  }));
}
