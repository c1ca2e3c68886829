import { answerOf, api } from '../../api/client';
import type { components } from '../../api/schema';
import type { BarData, Tone } from '../../shared/chart/data';
import { t as board } from '../messages';
import { pageOf } from '../progress';
import { countOf, type Age, type AgeCount } from './ages';
import { t } from './messages';

export type Freshness = components['schemas']['FreshnessView'];
export type FreshCatalogue = components['schemas']['FreshCatalogueView'];

/** @throws Problem, Unreachable */
export function readFreshness(region: string | undefined): Promise<Freshness> {
  return answerOf(api.GET('/api/progress/freshness', { params: { query: region ? { region } : {} } }));
}

/** @throws Problem, Unreachable */
export function readCatalogues(query: Record<string, string>): Promise<components['schemas']['FreshCataloguePage']> {
  return answerOf(api.GET('/api/progress/freshness/catalogues', { params: { query: query as never } }));
}

export interface Row {
  readonly key: string;
  readonly name: string;
  readonly counts: readonly AgeCount[];
  /** Where one looks further down. */
  readonly to: object | null;
}

/** The region's own bodies where they have any catalogue, and its children. */
export function rowsOf({ region, own, children }: Pick<Freshness, 'region' | 'own' | 'children'>): Row[] {
  const some = own.some(({ count }) => count > 0);
  return [
    ...(some ? [{ key: 'own', name: board('own', { region: region.name }), counts: own, to: null }] : []),
    ...children.map(({ region: { code, name }, counts }) => ({
      key: code,
      name,
      counts,
      to: { path: '/board', query: { region: code, view: 'freshness' } },
    })),
  ];
}

const BARS: readonly { readonly age: Age; readonly tone: Tone; readonly hatched?: boolean }[] = [
  { age: 'within6Months', tone: 'good' },
  { age: 'within12Months', tone: 'step3' },
  { age: 'older', tone: 'warn', hatched: true },
];

/** What is in force by how long ago it was refreshed, where there is any. */
export function ageBars(rows: readonly Row[]): BarData {
  const shown = rows.filter(({ counts }) => countOf(counts, 'inForce').count > 0);
  return {
    kind: 'bar',
    head: board('region'),
    horizontal: true,
    stacked: true,
    categories: shown.map(({ key, name }) => ({ key, name })),
    series: BARS.map(({ age, ...look }) => ({
      key: age,
      name: t(`ages.${age}`),
      ...look,
      marks: shown.map(({ counts }) => {
        const { count, href } = countOf(counts, age);
        return { value: count, ...(count > 0 && { href: pageOf(href) }) };
      }),
    })),
  };
}
