import { words } from '../../i18n';

export const t = words(
  'auditWithheld',
  {
    title: '不予公开和依申请公开的事项',
    is: '每个事项只计一次，以所选期间内仍然有效的最后一次决定为准，按法定理由分类。',
    body: '单位',
    ground: '法定理由',
    kind: '决定',
    count: '事项数',
    determined: '由主管部门确定',
    total: '合计',
    counts: '按法定理由分类',
    toList: '{what}：{count} 项，查看名单',
  },
  {
    title: 'Withheld items, and those on application',
    is: 'Each item is counted once, by the last decision of the period that still stands, and by its legal ground.',
    body: 'Body',
    ground: 'Legal ground',
    kind: 'Decision',
    count: 'Items',
    determined: 'Determined by the authority',
    total: 'Total',
    counts: 'By legal ground',
    toList: '{what}: {count} items, show the list',
  },
);
