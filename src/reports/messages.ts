import { registerMessages } from '../platform/problems/index.js';

registerMessages({
  'report.exists': { zh: '这一期的报告已经建立', en: 'There is a report of this period already' },
  'report.periodAhead': { zh: '这一期还没有开始', en: 'This period has not begun yet' },
  'report.noSuperior': { zh: '该地区没有上级地区，无处报送', en: 'No territory lies above this one: there is nobody to report to' },
  'report.notComposed': {
    zh: '报告还没有内容，请先按现有数据生成',
    en: 'The report has no content yet: compose it from the data first',
  },
  'report.noSuchSection': { zh: '报告没有这一部分', en: 'The report has no such section' },
});

/** What the paper of a report says by itself. It is in Chinese for every reader. */
export const PAPER = {
  office: '{region}政务公开领导小组办公室',
  addressee: '{office}：',
  empty: '（未填写）',
  figures: '附表　主要数据（截至{day}）',
  before: '上期数据：{period}，截至{day}，{from}。',
  fromReport: '取自已报送的上期报告',
  fromLog: '按系统记录推算',
  label: '指标',
  unit: '单位',
  value: '本期',
  was: '上期',
  change: '增减',
  none: '—',
  same: '持平',
} as const;
