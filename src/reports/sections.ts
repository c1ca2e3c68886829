import type { Count, Counts } from './figures.js';
import { dayOf, periodWords, type Purpose } from './period.js';

/** What a section's first words are made of. */
export interface Telling {
  /** The territory or the body that is reported on. */
  readonly name: string;
  readonly period: string;
  readonly asOf: string;
  readonly counts: Counts;
}

interface SectionPlan {
  readonly key: string;
  readonly heading: string;
  readonly figures?: readonly Count[];
  /** What can be said from the numbers; what people have to say themselves is left empty. */
  readonly words?: (telling: Telling) => string;
}

/** 2026年9月30日 */
function dayWords(moment: string): string {
  const [year, month, day] = dayOf(moment).split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

const progress = ({ name, asOf, counts }: Telling): string =>
  counts.bodies === 0
    ? `截至${dayWords(asOf)}，${name}没有应完成的目录编制任务。`
    : `截至${dayWords(asOf)}，${name}共有编制任务${counts.tasks}项，应完成单位${counts.bodies}个，已完成${counts.done}个（按期${counts.onTime}个，逾期${counts.late}个），` +
      `豁免${counts.exempted}个，正在编制和审查审批${underWay(counts)}个，尚未开始${counts.notStarted}个；逾期未完成${counts.overdue}个。`;

const underWay = (counts: Counts): number =>
  counts.draft + counts.confidentialityReview + counts.riskAssessment + counts.departmentApproval + counts.scheduled;

const catalogues = ({ period, asOf, counts }: Telling): string =>
  `截至${dayWords(asOf)}，公开中的目录${counts.catalogues}个，列明公开事项${counts.items}项；${periodWords(period)}发布目录${counts.versionsPublished}版，` +
  `超过一年未确认或修订的目录${counts.stale}个。`;

const notices = ({ period, counts }: Telling): string =>
  `${periodWords(period)}发出督办通知${counts.noticesIssued}件，答复${counts.noticesAnswered}件，办结${counts.noticesAccepted}件，尚未办结${counts.noticesOpen}件。`;

/** A territory's report: what the numbers say, then what only its office can say (通辽 2021: 典型经验做法、存在问题和意见建议). */
const TERRITORY: readonly SectionPlan[] = [
  {
    key: 'progress',
    heading: '一、目录编制公开进展',
    figures: [
      'tasks',
      'bodies',
      'done',
      'onTime',
      'late',
      'overdue',
      'notStarted',
      'draft',
      'confidentialityReview',
      'riskAssessment',
      'departmentApproval',
      'scheduled',
      'fulfilled',
      'doneOutside',
      'exempted',
    ],
    words: progress,
  },
  { key: 'catalogues', heading: '二、目录公开和更新', figures: ['catalogues', 'items', 'versionsPublished', 'stale'], words: catalogues },
  {
    key: 'notices',
    heading: '三、督办和整改',
    figures: ['noticesIssued', 'noticesAnswered', 'noticesAccepted', 'noticesOpen'],
    words: notices,
  },
  { key: 'practice', heading: '四、典型经验做法' },
  { key: 'problems', heading: '五、存在的问题' },
  { key: 'suggestions', heading: '六、意见建议和下一步安排' },
];

/**
 * The six parts of 国办公开办函〔2021〕30号, by their headings (domain.md, Appendix B). Its tables are not verified and are not made here: what stands in their place is
 * written by people. What the system knows of its own is filled in.
 */
const DISCLOSURE: readonly SectionPlan[] = [
  {
    key: 'overview',
    heading: '一、总体情况',
    figures: ['bodies', 'done', 'onTime', 'overdue', 'noticesIssued', 'noticesAnswered', 'noticesAccepted', 'noticesOpen'],
    words: (telling) => {
      const { period, counts } = telling;
      return `${periodWords(period)}，${telling.name}共有目录编制任务${counts.bodies}项，完成${counts.done}项；收到督办通知${counts.noticesIssued}件，办结${counts.noticesAccepted}件。`;
    },
  },
  {
    key: 'proactive',
    heading: '二、主动公开政府信息情况',
    figures: ['catalogues', 'items', 'versionsPublished', 'stale'],
    words: catalogues,
  },
  { key: 'applications', heading: '三、收到和处理政府信息公开申请情况' },
  { key: 'litigation', heading: '四、行政复议、行政诉讼情况' },
  { key: 'problems', heading: '五、存在的主要问题及改进情况' },
  { key: 'other', heading: '六、其他需要报告的事项' },
];

export const sectionsOf = (purpose: Purpose): readonly SectionPlan[] => (purpose === 'annualDisclosure' ? DISCLOSURE : TERRITORY);

/** As offices call it: 呼和浩特市2026年第三季度政务公开工作情况报告. */
export function titleOf(purpose: Purpose, name: string, period: string): string {
  const what = {
    quarterlyProgress: '政务公开工作情况报告',
    annualProgress: '政务公开工作推进情况报告',
    annualDisclosure: '政府信息公开工作年度报告',
  }[purpose];
  return `${name}${periodWords(period)}${what}`;
}
