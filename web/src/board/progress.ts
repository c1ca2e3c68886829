import { answerOf, api } from '../api/client';
import type { components } from '../api/schema';
import { session } from '../session/session';

export type Progress = components['schemas']['ProgressView'];
export type Cells = components['schemas']['CellsView'];
export type Count = components['schemas']['CountView'];
export type Territory = components['schemas']['RegionReference'];
export type ObligationRow = components['schemas']['ObligationRow'];
export type ObligationPage = components['schemas']['ObligationPage'];
export type TaskSummary = components['schemas']['TaskSummary'];
export type TrendPoint = components['schemas']['TrendPoint'];

/** What a board shows of a territory. */
export const VIEWS = ['progress', 'freshness', 'coverage'] as const;
export type View = (typeof VIEWS)[number];
export const viewOf = (asked: unknown): View => VIEWS.find((view) => view === asked) ?? 'progress';

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

/** Where the board of a place, or what the filters leave of its list, is to be had as a file. */
export function workbookOf(query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return `/api/progress/export?${new URLSearchParams(given).toString()}`;
}

/** The end of a day in the offices' zone, or nothing: what was so when that day was over. */
export function endOf(day: string | undefined): string | undefined {
  return day ? `${day}T23:59:59+08:00` : undefined;
}

/** One query parameter, where it is one. */
export function oneOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Of those that have to do it at all: who is exempted does not count. Null where nobody has to. */
export function shareDone({ bodies, done, stages }: Cells): number | null {
  const exempted = stages.find(({ stage }) => stage === 'exempted')?.count ?? 0;
  const due = bodies.count - exempted;
  return due > 0 ? Math.floor((100 * done.count) / due) : null;
}

const key = (): string => `mulu.board.${session.value?.user.id}.territory`;

/** The territory that one looked at last, where one has several. */
export const lastTerritory = (): string | undefined => localStorage.getItem(key()) ?? undefined;
export const rememberTerritory = (code: string): void => localStorage.setItem(key(), code);
