import { words } from '../i18n';

export const t = words(
  'version',
  {
    number: '第 {number} 版',
    pages: '本版页面',
    overview: '概况',
    import: '导入',
    workshop: '编制',
    review: '保密审查',
    risk: '风险评估',
    approval: '部门审批',
    lens: '公众视角',
    history: '经过',
    replay: '回放',
  },
  {
    number: 'Version {number}',
    pages: 'Pages of this version',
    overview: 'Overview',
    import: 'Import',
    workshop: 'Workshop',
    review: 'Review',
    risk: 'Assessment',
    approval: 'Approval',
    lens: 'Public lens',
    history: 'History',
    replay: 'Replay',
  },
);
