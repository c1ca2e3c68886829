import { shallowRef, watch } from 'vue';
import { answerOf, api, surely } from '../api/client';
import { Problem } from '../api/problem';
import { useMatter } from '../matters/matter';
import { readReport, type Composition, type Report } from './reports';

/** One report with its history and its steps: the matter that it is, and beside it what it says. */
export function useReport(reportId: string) {
  const { matter, past, failure, refresh: lookAgain, act } = useMatter(reportId);
  const report = shallowRef<Report | null>(null);
  const path = { reportId };

  async function read(): Promise<void> {
    try {
      report.value = await readReport(reportId);
    } catch (error) {
      if (!report.value) failure.value = error;
    }
  }
  async function refresh(): Promise<void> {
    await lookAgain();
    await read();
  }
  watch(
    () => matter.value?.seq,
    (seq) => seq !== undefined && seq !== report.value?.seq && void read(),
  );

  const conditions = (key: string) => ({ 'if-match': `"${report.value!.seq}"`, 'idempotency-key': key });

  /** @throws Problem 412 when the report is no longer what is shown */
  async function compose(replace: readonly string[]): Promise<void> {
    await surely((key) =>
      answerOf(
        api.POST('/api/reports/{reportId}/compose', { params: { path }, headers: conditions(key), body: { replace: [...replace] } }),
      ),
    );
    await refresh();
  }

  /** Saves words; where something else of the report moved meanwhile, once more on what it is now, unless `changed` says that it is about the same words. */
  async function save(edit: { title?: string; sections?: { key: string; text: string }[] }, changed: () => boolean): Promise<boolean> {
    const send = () =>
      surely((key) => answerOf(api.PUT('/api/reports/{reportId}/content', { params: { path }, headers: conditions(key), body: edit })));
    try {
      await send();
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 412) throw error;
      await refresh();
      if (changed()) return false;
      await send();
    }
    await refresh();
    return true;
  }

  /** What it would say if it were composed now. */
  const composition = (): Promise<Composition> => answerOf(api.GET('/api/reports/{reportId}/composition', { params: { path } }));

  return { matter, report, past, failure, refresh, act, compose, save, composition };
}
