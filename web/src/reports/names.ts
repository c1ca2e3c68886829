import { t } from './messages';
import type { Figure } from './reports';

/** 2026年第三季度, 2026年: of `2026-Q3`, `2026`. */
export function periodName(period: string): string {
  const [year = '', quarter] = period.split('-') as [string?, ('Q1' | 'Q2' | 'Q3' | 'Q4')?];
  return t(`periods.${quarter ?? 'year'}`, { year });
}

/** How a number differs from the one of the period before, in words. */
export function changeWords({ value, before, unit }: Pick<Figure, 'value' | 'before' | 'unit'>): string {
  if (before === undefined) return t('change.unknown');
  if (before === value) return t('change.same');
  return value > before ? t('change.more', { count: value - before, unit }) : t('change.less', { count: before - value, unit });
}
