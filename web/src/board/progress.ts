import { answerOf, api } from '../api/client';
import type { components } from '../api/schema';

export type Progress = components['schemas']['ProgressView'];
export type Cells = components['schemas']['CellsView'];
export type ObligationRow = components['schemas']['ObligationRow'];
export type ObligationPage = components['schemas']['ObligationPage'];
export type TaskSummary = components['schemas']['TaskSummary'];
export type TrendPoint = components['schemas']['TrendPoint'];

/** What a board looks at: kept in the address. */
export interface Place {
  readonly region?: string;
  readonly task?: string;
  readonly at?: string;
}

/** @throws Problem, Unreachable */
export function readProgress(query: Place): Promise<Progress> {
  return answerOf(api.GET('/api/progress', { params: { query } }));
}

export async function readTrend(query: Place): Promise<readonly TrendPoint[]> {
  return (await answerOf(api.GET('/api/progress/trend', { params: { query } }))).points;
}

/** The tasks to filter by: the newest fifty. */
export async function readTasks(): Promise<readonly TaskSummary[]> {
  return (await answerOf(api.GET('/api/tasks', { params: { query: { limit: 50 } } }))).items;
}

export function readObligations(query: Record<string, string>): Promise<ObligationPage> {
  return answerOf(api.GET('/api/obligations', { params: { query: query as never } }));
}

/** The page that shows the list behind a number: its address in the API without the prefix. */
export function pageOf(href: string): string {
  return href.replace(/^\/api/, '');
}

/** The end of a day in the offices' zone, or nothing: what was so when that day was over. */
export function endOf(day: string | undefined): string | undefined {
  return day ? `${day}T23:59:59+08:00` : undefined;
}

/** One query parameter, where it is one. */
export function oneOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
