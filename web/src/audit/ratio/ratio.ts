import { answerOf, api } from '../../api/client';
import type { components } from '../../api/schema';
import { pageOf } from '../../board/progress';
import type { BarData } from '../../shared/chart/data';
import { t } from './messages';
import { percentOf } from './percent';

export type Ratio = components['schemas']['RatioView'];
export type YearRatio = components['schemas']['YearRatioView'];
export type BodyRatio = components['schemas']['BodyRatioView'];
export type Conclusions = components['schemas']['ConclusionsView'];
export type ConcludedItem = components['schemas']['ConcludedItemView'];

/** @throws Problem, Unreachable */
export function readYears(): Promise<Ratio> {
  return answerOf(api.GET('/api/audit/ratio'));
}

/** @throws Problem, Unreachable */
export function readBodies(query: Record<string, string>): Promise<components['schemas']['BodyRatioPage']> {
  return answerOf(api.GET('/api/audit/ratio/bodies', { params: { query: query as never } }));
}

/** @throws Problem, Unreachable */
export function readItems(query: Record<string, string>): Promise<components['schemas']['ConcludedItemPage']> {
  return answerOf(api.GET('/api/audit/ratio/items', { params: { query: query as never } }));
}

/** The share of each year, each mark with its list. */
export function yearBars(years: readonly YearRatio[]): BarData {
  return {
    kind: 'bar',
    head: t('year'),
    unit: '%',
    categories: years.map(({ year }) => ({ key: String(year), name: String(year) })),
    series: [
      {
        key: 'share',
        name: t('shareHead'),
        tone: 'step4',
        marks: years.map((year) => ({ value: percentOf(year), ...(year.nonPublic.count > 0 && { href: pageOf(year.nonPublic.href) }) })),
      },
    ],
  };
}
