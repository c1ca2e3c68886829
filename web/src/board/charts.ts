import { dateWords } from '../i18n/dates';
import type { BarData, LineData, Mark } from '../shared/chart/data';
import { t } from './messages';
import { endOf, pageOf, shareDone, type Place, type Progress, type TrendPoint } from './progress';

/** Regions by the share of what is done, in percent, the furthest first; those that have nothing to do are left out. Each leads to what is done there. */
export function comparisonOf({ children }: Pick<Progress, 'children'>): BarData {
  const regions = children
    .map(({ region, cells }) => ({ region, cells, share: shareDone(cells) }))
    .filter((one): one is typeof one & { share: number } => one.share !== null)
    .sort((one, other) => other.share - one.share || other.cells.done.count - one.cells.done.count);
  const mark = ({ cells, share }: (typeof regions)[number]): Mark => ({
    value: share,
    ...(cells.done.count > 0 && { href: pageOf(cells.done.href) }),
  });
  return {
    kind: 'bar',
    head: t('region'),
    horizontal: true,
    unit: '%',
    most: 100,
    categories: regions.map(({ region }) => ({ key: region.code, name: region.name })),
    series: [{ key: 'share', name: t('shareHead'), tone: 'step4', marks: regions.map(mark) }],
  };
}

const LINES = [
  { key: 'bodies', tone: 'quiet', filter: {} },
  { key: 'done', tone: 'good', filter: { timing: 'done' } },
  { key: 'open', tone: 'step4', filter: { timing: 'open' } },
  // Counted when the clock said so; a list counts by the day. They differ while the clock has not looked yet.
  { key: 'overdue', tone: 'bad', filter: null },
] as const;

/** How many were done, open, overdue when each day was over, with the list as it stood then. */
export function trendData(points: readonly TrendPoint[], { region, task }: Place): LineData {
  const pageAt = (day: string, filter: object): string => {
    const query = { ...(region && { region }), ...(task && { task }), at: endOf(day)!, ...filter };
    return `/obligations?${new URLSearchParams(query).toString()}`;
  };
  return {
    kind: 'line',
    head: t('day'),
    categories: points.map(({ day }) => ({ key: day, name: dateWords(day) })),
    series: LINES.map(({ key, tone, filter }) => ({
      key,
      name: t(key),
      tone,
      marks: points.map((point) => ({ value: point[key], ...(filter && { href: pageAt(point.day, filter) }) })),
    })),
  };
}
