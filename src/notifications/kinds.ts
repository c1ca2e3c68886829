import type { Message } from '../platform/problems/index.js';
import type { TaskKind } from '../worklist/index.js';

/** What people choose about: work on catalogues; what is handed over in a task, a notice or a report; and their deadlines. */
export const FAMILIES = ['catalogues', 'matters', 'deadlines'] as const;
export type Family = (typeof FAMILIES)[number];

/** At once; at nine in the morning of the next working day, all in one message; or not at all. */
export const MODES = ['atOnce', 'daily', 'never'] as const;
export type Mode = (typeof MODES)[number];

export const MATTER_NOTICE_KINDS = [
  'obligationIssued',
  'obligationDue',
  'obligationOverdue',
  'obligationEscalated',
  'rectificationIssued',
  'rectificationReturned',
  'rectificationAnswered',
  'rectificationDue',
  'rectificationOverdue',
  'rectificationEscalated',
  'reportOpened',
  'reportReturned',
  'reportSubmitted',
  'reportDue',
  'reportOverdue',
  'reportEscalated',
] as const;
export type MatterNoticeKind = (typeof MATTER_NOTICE_KINDS)[number];

/** What the nightly check of the whole log tells the audit administrators, whatever else they wish not to be told (migrations/0030). */
export type CheckNoticeKind = 'checkFound' | 'checkFailed' | 'checkMissed';

export type NoticeKind = TaskKind | MatterNoticeKind | CheckNoticeKind;

export interface Told extends Message {
  readonly family: Family;
  /** The page where it is done: `/<page>/<id>`; null where it is about all logs. */
  readonly page: 'versions' | 'obligations' | 'urging' | 'reports' | null;
}

const version = (zh: string, en: string): Told => ({ zh, en, family: 'catalogues', page: 'versions' });
const of = (page: Told['page']) => ({
  handed: (zh: string, en: string): Told => ({ zh, en, family: 'matters', page }),
  deadline: (zh: string, en: string): Told => ({ zh, en, family: 'deadlines', page }),
});
const logs = (zh: string, en: string): Told => ({ zh, en, family: 'deadlines', page: null });
const obligation = of('obligations');
const rectification = of('urging');
const report = of('reports');

/** What is asked, for the kinds of work that somebody hands over to somebody else. Nobody is written to about others. */
const TOLD: Partial<Record<TaskKind, Told>> & Record<MatterNoticeKind | CheckNoticeKind, Told> = {
  finishDraft: version('目录版本退回编制，请修改后重新送审', 'The version came back: to be changed and submitted again'),
  amend: version('有事项被退回，请修改或说明理由', 'Items were returned: to be changed, or answered with the reason why not'),
  review: version('有事项待保密审查', 'Items await their confidentiality review'),
  assess: version('有事项待风险评估', 'Items await their risk assessment'),
  endorse: version('有高风险事项待核准', 'Items of high risk await an endorsement'),
  concludeAssessment: version('全部事项已评估，请完成风险评估', 'Every item is concluded: the assessment can be concluded'),
  approve: version('各环节已办结，请审批', 'Every item is concluded: to be approved or returned'),

  obligationIssued: obligation.handed('收到编制公开任务，请按期完成', 'A task was given: a catalogue is to be published by its deadline'),
  obligationDue: obligation.deadline('编制公开任务即将到期', 'The deadline of a task is near'),
  obligationOverdue: obligation.deadline('编制公开任务已逾期，请尽快完成', 'The deadline of a task has passed'),
  obligationEscalated: obligation.deadline('下级单位逾期未完成编制公开任务', 'A body below has not done its task after the deadline'),

  rectificationIssued: rectification.handed('收到督办通知，请按期答复', 'A notice was given: to be answered by its deadline'),
  rectificationReturned: rectification.handed('答复被退回，请重新答复', 'The answer was returned: to be answered again'),
  rectificationAnswered: rectification.handed('督办通知已答复，请核定', 'A notice was answered: to be accepted or returned'),
  rectificationDue: rectification.deadline('督办通知即将到期，请尽快答复', 'The deadline of a notice is near'),
  rectificationOverdue: rectification.deadline('督办通知逾期未答复', 'The deadline of a notice has passed'),
  rectificationEscalated: rectification.deadline('下级单位逾期未答复督办通知', 'A body below has not answered a notice after the deadline'),

  reportOpened: report.handed('请编制并报送报告', 'A report is to be written and submitted'),
  reportReturned: report.handed('报告被退回，请修改后重新报送', 'The report was returned: to be changed and submitted again'),
  reportSubmitted: report.handed('收到报送的报告，请接收或退回', 'A report was submitted: to be received or returned'),
  reportDue: report.deadline('报告即将到期，请尽快报送', 'The deadline of a report is near'),
  reportOverdue: report.deadline('报告逾期未报送', 'The deadline of a report has passed'),
  reportEscalated: report.deadline('下级逾期未报送报告', 'A report from below was not submitted after the deadline'),

  checkFound: logs(
    '夜间核对发现日志与数据不符或无法核验，请立即查看',
    'The nightly check found what must not be in the logs: look at it now',
  ),
  checkFailed: logs('夜间核对未能完成，请查看原因', 'The nightly check of the logs failed: see why'),
  checkMissed: logs('全部日志已逾两日未经核对，请查看原因', 'The logs were not checked for two days: see why'),
};

/** Undefined for work that nobody handed over. */
export const toldAs = (kind: NoticeKind): Told | undefined => TOLD[kind];
