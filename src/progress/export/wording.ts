import type { Stage, Timing } from '../progress.dto.js';

/** What the tables of a board's workbook say by themselves: in Chinese for every reader. */
export const PAPER = {
  title: '{region}主动公开事项目录编制进度表',
  listTitle: '{region}主动公开事项目录编制任务单位名单',
  boardSheet: '进度',
  listSheet: '单位名单',
  fileName: '编制进度（{region}，{day}）',
  task: '任务：{task}',
  allTasks: '任务：全部任务',
  asOf: '数据时间：{time}',
  past: '数据时间：{time}（当时情况）',
  filters: '范围：{filters}',
  count: '共 {count} 个单位',
  own: '{region}本级',
  total: '合计',
  onlyOwn: '仅{region}本级',
  named: '单位名称含“{words}”',
  none: '—',
  yes: '是',
  no: '否',
  provisional: '（暂定）',
  nobody: '（未任命）',
  clock: '系统',
} as const;

/** As the desk calls them (web/src/i18n/terms.ts), and the reports upward. */
export const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  notStarted: '未启动',
  draft: '编制',
  confidentialityReview: '保密审查',
  riskAssessment: '风险评估',
  departmentApproval: '部门审批',
  scheduled: '待发布',
  fulfilled: '系统内发布',
  doneOutside: '系统外完成',
  exempted: '已豁免',
};

export const TIMING_NAMES: Readonly<Record<Timing, string>> = {
  open: '未完成',
  done: '已完成',
  onTime: '按期完成',
  late: '逾期完成',
  overdue: '逾期未完成',
  dueSoon: '5 个工作日内到期',
};
