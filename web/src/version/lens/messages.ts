import { words } from '../../i18n';

export const t = words(
  'lens',
  {
    title: '公众视角',
    intro: '按本版目前的办理结果，发布后公众看到的就是这张表。划去的是内部掌握的栏目和不会公开的事项，公众看不到，也搜不到。',
    live: '查看现在的公开页面',
    item: '公开事项',
    internal: '内部掌握，不公开',
    notShown: '不公开：{state}',
    pending: '尚未审结：{state}',
    removedItem: '拟删除，不再公开',
    kept: '继续显示上一版的内容',
    onlyPublic: '只看公众能看到的',
    count: '公众可见 {shown} 项，共 {all} 项',
    caption: '{title}（第 {number} 版）',
  },
  {
    title: 'Public lens',
    intro:
      'As things stand, this is the table the public would see. What is struck through is held internally or not public: nobody outside sees it or finds it.',
    live: 'The public page as it is now',
    item: 'Item',
    internal: 'Internal, never public',
    notShown: 'Not public: {state}',
    pending: 'Not concluded: {state}',
    removedItem: 'To be removed',
    kept: 'Shows the last version’s text',
    onlyPublic: 'Only what the public sees',
    count: 'The public sees {shown} of {all} items',
    caption: '{title} (version {number})',
  },
);
