import { answerOf, api, surely } from '../api/client';
import type { components } from '../api/schema';
import type { MarkedDay } from './months';

export type CalendarYear = components['schemas']['CalendarYearView'];

/** The first and the last year that can be entered. */
export const FIRST_YEAR = 2000;
export const LAST_YEAR = 2100;

export function readYear(year: number, edition?: number): Promise<CalendarYear> {
  return answerOf(api.GET('/api/calendar', { params: { query: { year, ...(edition !== undefined && { edition }) } } }));
}

/** Enters a year in place of the edition that was seen, 0 when there was none. */
export function enterYear(year: number, seen: number, source: string, days: readonly MarkedDay[]): Promise<unknown> {
  const body = { source, days: days.map(({ day, kind, name }) => ({ day, kind, name })) };
  return surely((key) =>
    answerOf(
      api.PUT('/api/calendar/{year}', { params: { path: { year }, header: { 'Idempotency-Key': key, 'If-Match': `"${seen}"` } }, body }),
    ),
  );
}
