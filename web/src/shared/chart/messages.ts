import { words } from '../../i18n';

export const t = words(
  'chart',
  {
    show: '显示方式',
    chart: '图',
    table: '表',
    export: '导出表格',
    none: '—',
    empty: '没有可显示的数据。',
    loading: '正在绘图…',
    failed: '图表未能加载，已改为显示数据表。',
    dataOf: '{title}（数据表）',
    open: '{row}，{column}：{value}，查看名单',
  },
  {
    show: 'Show as',
    chart: 'Chart',
    table: 'Table',
    export: 'Export the table',
    none: '—',
    empty: 'There is nothing to show.',
    loading: 'Drawing…',
    failed: 'The chart could not be loaded; here is its table.',
    dataOf: '{title} (data)',
    open: '{row}, {column}: {value}, show the list',
  },
);
