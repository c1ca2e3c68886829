import { registerMessages } from '../platform/problems/index.js';

registerMessages({
  'package.tooLarge': { zh: '期间过长，核验包过大', en: 'The period is too long for one package' },
  'sample.noCheckpoint': { zh: '没有这样的检查点，总体无法固定', en: 'There is no such checkpoint to fix the list by' },
  'period.backwards': { zh: '期间的结束必须晚于开始', en: 'The end of the period must come after its beginning' },
});

/** What an act is called on paper: the dossier is in Chinese for every reader, as the catalogue is. */
export const ACT_NAMES: Readonly<Record<string, string>> = {
  create: '列入目录',
  edit: '修改文本',
  remove: '提出删除',
  amend: '修改后送审',
  reopen: '重新审查',
  submit: '送审',
  clear: '可公开',
  requireRedaction: '脱敏后公开',
  return: '退回修改',
  withhold: '不予公开',
  discloseOnApplication: '依申请公开',
  refer: '提请确定',
  determine: '主管部门确定',
  defer: '暂缓公开',
  setAside: '留待下期',
  carryOver: '沿用上一版结论',
  acceptRisk: '接受风险',
  requireMitigation: '要求采取措施',
  rejectRisk: '风险不可接受',
  endorse: '核准',
  approve: '批准发布',
  release: '到期发布',
  suspendItem: '停止公开本事项',
  takeDown: '撤下本版目录',
  'text.purged': '依法清除文本',
};

export const FIELD_NAMES: Readonly<Record<string, string>> = {
  path: '事项',
  elements: '内容（要素）',
  bases: '依据',
  timeLimit: '时限',
  disclosingBodies: '公开主体',
  category: '类别',
  channels: '渠道和载体',
  audience: '公开对象',
  method: '公开方式',
};
