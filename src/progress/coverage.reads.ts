import { Injectable } from '@nestjs/common';
import { labelNow, PILOT_FIELDS, PILOT_UNITS } from '../pilots/index.js';
import { afterCursor, pageOf, totalOf } from '../platform/paging.js';
import type { Language, Message } from '../platform/problems/index.js';
import { BESIDE_FIELDS, type CoverageItemsQuery, type CoverageQuery } from './coverage.dto.js';
import type { CoveredItemPage, CoveredItemView, CoverageRow, CoverageTotalView, CoverageView, FieldHeadView } from './coverage.views.js';
import { Oversight, type Keyed } from './oversight.js';

type Counts = Readonly<Record<string, number>>;

/** As `mulu.coverage_told` tells it. */
interface Told {
  readonly region: CoverageView['region'];
  readonly bodies: number;
  readonly total: Counts | null;
  readonly items: readonly (Pick<CoverageRow, 'organization' | 'region' | 'pilot'> & { readonly counts: Counts })[];
}

const BESIDE_NAMES: Readonly<Record<(typeof BESIDE_FIELDS)[number], Message>> = {
  other: { zh: '其他领域', en: 'Other fields' },
  none: { zh: '未标注领域', en: 'No field' },
};
const CODES = [...PILOT_FIELDS.all.map(({ code }) => code), ...BESIDE_FIELDS];
const SPELLINGS = JSON.stringify(Object.fromEntries(PILOT_FIELDS.spellings()));
/** Far more than a body publishes. */
const MOST_OF_ONE_BODY = 100_000;
const PILOTS = PILOT_UNITS.units.map(({ region }) => region);

/** Which of the 26 fields the published catalogues of a territory cover. */
@Injectable()
export class CoverageReads {
  constructor(private readonly oversight: Oversight) {}

  /** @throws ProblemError 401 without a session, 404 for a region that one does not oversee */
  async matrix(token: string | null, { region, pilots, cursor, limit }: CoverageQuery, language: Language): Promise<CoverageView> {
    const { territories, here } = await this.oversight.place(token, region);
    const call = 'coverage_told($1, $2, $3, $4, $5, $6, $7)';
    const only = pilots ? PILOTS : null;
    const told = await this.oversight.ask<Told>(call, [token, here, only, PILOTS, SPELLINGS, afterCursor(cursor, 2), limit + 1]);
    const page = pageOf(told.items, limit, (row) => [row.region.code, row.organization.name]);
    const place = { region: here, ...(pilots && { pilots: 'true' }) };
    return {
      region: told.region,
      territories,
      fields: heads(language),
      bodies: told.bodies,
      total: told.total && cellsOf(told.total, place),
      items: page.items.map(({ counts, ...row }) => ({ ...row, ...cellsOf(counts, { ...place, organization: row.organization.id }) })),
      nextCursor: page.nextCursor,
    };
  }

  /** The items behind a number. */
  async items(token: string | null, query: CoverageItemsQuery): Promise<CoveredItemPage> {
    const { region, pilots, organization, field, cursor, limit } = query;
    const { here } = await this.oversight.place(token, region);
    const call = 'coverage_items_told($1, $2, $3, $4, $5, $6, $7, $8)';
    const asked = [pilots ? PILOTS : null, organization ?? null, field ?? null, SPELLINGS];
    const rows = await this.oversight.ask<Keyed<CoveredItemView>[]>(call, [token, here, ...asked, afterCursor(cursor, 5), limit + 1]);
    const page = pageOf(rows, limit, ({ key }) => key);
    const total = await totalOf(page, cursor, async () => {
      // Of one body the list itself is counted, of a territory the matrix.
      if (organization) return (await this.oversight.ask<unknown[]>(call, [token, here, ...asked, null, MOST_OF_ONE_BODY])).length;
      const matrix = 'coverage_told($1, $2, $3, $4, $5, null, 1)';
      const told = await this.oversight.ask<Told>(matrix, [token, here, pilots ? PILOTS : null, PILOTS, SPELLINGS]);
      return field ? (told.total?.[field] ?? 0) : sumOf(told.total ?? {});
    });
    return { total, ...page, items: page.items.map(({ item }) => item) };
  }
}

const sumOf = (counts: Counts): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

function heads(language: Language): FieldHeadView[] {
  return [
    ...PILOT_FIELDS.all.map((field) => ({ code: field.code, name: labelNow(field)[language] })),
    ...BESIDE_FIELDS.map((code) => ({ code, name: BESIDE_NAMES[code][language] })),
  ];
}

/** A row of the matrix: every number with the list that it counts. */
function cellsOf(counts: Counts, place: Readonly<Record<string, string>>): CoverageTotalView {
  const at = (more: Record<string, string>, count: number) => ({
    count,
    href: `/api/progress/coverage/items?${new URLSearchParams({ ...place, ...more }).toString()}`,
  });
  return {
    items: at({}, sumOf(counts)),
    covered: PILOT_FIELDS.all.filter(({ code }) => (counts[code] ?? 0) > 0).length,
    counts: CODES.map((field) => ({ field, ...at({ field }, counts[field] ?? 0) })),
  };
}
