import { answerOf, api } from '../api/client';
import type { components } from '../api/schema';

export type Report = components['schemas']['ReportView'];
export type ReportRow = components['schemas']['ReportRow'];
export type ReportPage = components['schemas']['ReportPage'];
export type Section = components['schemas']['SectionView'];
export type Figure = components['schemas']['FigureView'];
export type Composition = components['schemas']['CompositionView'];
export type NewReport = components['schemas']['NewReportDto'];
export type Purpose = Report['purpose'];

export const PURPOSES = ['quarterlyProgress', 'annualProgress', 'annualDisclosure'] as const;
export const STATES = ['drafting', 'overdue', 'submitted', 'received'] as const;
/** What a list of reports is asked by: kept in the address. */
export const FILTERS = ['purpose', 'period', 'state', 'group', 'region', 'organization'] as const;
export type Filters = Partial<Record<(typeof FILTERS)[number], string>>;

/** @throws Problem, Unreachable */
export function readReports(query: Filters & { cursor?: string }): Promise<ReportPage> {
  return answerOf(api.GET('/api/reports', { params: { query: query as never } }));
}

/** @throws Problem 404 for what is no report or not for this reader */
export function readReport(reportId: string): Promise<Report> {
  return answerOf(api.GET('/api/reports/{reportId}', { params: { path: { reportId } } }));
}

/** Where the document of a report is. */
export const documentOf = (id: string): string => `/api/reports/${id}/export`;
