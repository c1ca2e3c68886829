import type { Purpose } from './period.js';

/** What is counted, as `mulu.report_figures` answers it. */
export const COUNTS = [
  'tasks',
  'bodies',
  'notStarted',
  'draft',
  'confidentialityReview',
  'riskAssessment',
  'departmentApproval',
  'scheduled',
  'fulfilled',
  'doneOutside',
  'exempted',
  'done',
  'onTime',
  'late',
  'overdue',
  'catalogues',
  'items',
  'versionsPublished',
  'stale',
  'noticesIssued',
  'noticesAnswered',
  'noticesAccepted',
  'noticesOpen',
] as const;
export type Count = (typeof COUNTS)[number];
export type Counts = Readonly<Record<Count, number>>;

type FigureName = readonly [label: string, unit: string];

/** How a number is called and counted in a report: reports are in Chinese for every reader, as catalogues are. */
const NAMES: Readonly<Record<Count, FigureName>> = {
  tasks: ['编制任务', '项'],
  bodies: ['应完成单位', '个'],
  notStarted: ['尚未开始', '个'],
  draft: ['编制', '个'],
  confidentialityReview: ['保密审查', '个'],
  riskAssessment: ['风险评估', '个'],
  departmentApproval: ['部门审批', '个'],
  scheduled: ['待发布', '个'],
  fulfilled: ['系统内发布', '个'],
  doneOutside: ['系统外完成', '个'],
  exempted: ['已豁免', '个'],
  done: ['已完成', '个'],
  onTime: ['按期完成', '个'],
  late: ['逾期完成', '个'],
  overdue: ['逾期未完成', '个'],
  catalogues: ['公开中的目录', '个'],
  items: ['目录列明事项', '项'],
  versionsPublished: ['本期发布目录版本', '版'],
  stale: ['超过一年未确认或修订的目录', '个'],
  noticesIssued: ['本期发出督办通知', '件'],
  noticesAnswered: ['本期答复', '件'],
  noticesAccepted: ['本期办结', '件'],
  noticesOpen: ['尚未办结', '件'],
};

/** A department counts what it owes and receives, not bodies. */
const OF_DEPARTMENT: Readonly<Partial<Record<Count, FigureName>>> = {
  bodies: ['编制任务', '项'],
  done: ['已完成', '项'],
  onTime: ['按期完成', '项'],
  overdue: ['逾期未完成', '项'],
  noticesIssued: ['本期收到督办通知', '件'],
};

export const figureName = (purpose: Purpose, count: Count): FigureName =>
  (purpose === 'annualDisclosure' ? OF_DEPARTMENT[count] : undefined) ?? NAMES[count];

/** Filters of `GET /api/obligations` under which the list holds just what was counted. */
const LISTS: Readonly<Partial<Record<Count, Readonly<Record<string, string>>>>> = {
  bodies: {},
  done: { timing: 'done' },
  onTime: { timing: 'onTime' },
  late: { timing: 'late' },
  overdue: { timing: 'overdue' },
  ...Object.fromEntries(
    (
      [
        'notStarted',
        'draft',
        'confidentialityReview',
        'riskAssessment',
        'departmentApproval',
        'scheduled',
        'fulfilled',
        'doneOutside',
        'exempted',
      ] as const
    ).map((stage) => [stage, { stage }]),
  ),
};

/** The address of the list that a figure counts, as it was at that moment; null where there is none. A department's people see no lists of a territory. */
export function listOf(purpose: Purpose, key: string, region: string, asOf: string): string | null {
  const filter = Object.hasOwn(LISTS, key) ? LISTS[key as Count] : undefined;
  if (!filter || purpose === 'annualDisclosure') return null;
  return `/api/obligations?${new URLSearchParams({ region, at: asOf, ...filter }).toString()}`;
}
