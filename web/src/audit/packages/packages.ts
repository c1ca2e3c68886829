import { answerOf, api } from '../../api/client';
import type { components } from '../../api/schema';
import type { Period } from '../period';

export type PeriodSize = components['schemas']['PeriodSizeView'];
export type PeriodLog = components['schemas']['PeriodLogView'];

/** What an auditor takes along. */
export interface Wish {
  /** Hashes only, for an auditor from outside. */
  readonly bare: boolean;
  /** The size of a checkpoint that was kept elsewhere. */
  readonly kept: number | null;
}

/** @throws Problem, Unreachable */
export function readSize(period: Period): Promise<PeriodSize> {
  return answerOf(api.GET('/api/audit-packages/size', { params: { query: { ...period } } }));
}

const asked = ({ bare, kept }: Wish): Record<string, string> => ({
  ...(bare && { content: 'none' }),
  ...(kept !== null && { checkpoint: String(kept) }),
});
const address = (path: string, query: Record<string, string>): string => {
  const text = new URLSearchParams(query).toString();
  return text ? `${path}?${text}` : path;
};

export const packageOfPeriod = ({ from, to }: Period, wish: Wish): string => address('/api/audit-packages', { from, to, ...asked(wish) });
export const packageOfLog = ({ of, id }: PeriodLog, wish: Wish): string =>
  address(`/api/${of === 'version' ? 'versions' : 'matters'}/${id}/audit-package`, asked(wish));
