import { answerOf, api, surely } from '../../api/client';
import type { components } from '../../api/schema';
import { upload, type UploadWatch } from '../../api/upload';

export type ImportView = components['schemas']['ImportView'];
export type Understanding = components['schemas']['UnderstandingView'];
export type Finding = components['schemas']['FindingView'];
export type RepairChange = components['schemas']['RepairChangeView'];
export type SourceTable = components['schemas']['SourceTableView'];
export type SourceRow = components['schemas']['SourceRowView'];
export type UnderstoodItem = components['schemas']['UnderstoodItemView'];
export type ImportResult = components['schemas']['ImportResultView'];

/** Sends a file to be read for a draft. @throws what `upload` throws */
export function sendFile(versionId: string, file: File, watch: UploadWatch): Promise<ImportView> {
  return upload(`/api/versions/${versionId}/imports`, file, watch);
}

export function waitingImport(importId: string): Promise<ImportView> {
  return answerOf(api.GET('/api/imports/{importId}', { params: { path: { importId } } }));
}

/** What the file says with these repairs only. */
export function understandingWith(importId: string, repairs: string[]): Promise<Understanding> {
  return answerOf(api.POST('/api/imports/{importId}/reading', { params: { path: { importId } }, body: { repairs } }));
}

/** Adds the items to the draft. */
export function confirmImport(importId: string, repairs: 'all' | string[]): Promise<ImportResult> {
  return surely((key) =>
    answerOf(
      api.POST('/api/imports/{importId}/confirmation', {
        params: { path: { importId }, header: { 'Idempotency-Key': key } },
        body: { repairs },
      }),
    ),
  );
}
