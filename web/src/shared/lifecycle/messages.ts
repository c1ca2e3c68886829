import { words } from '../../i18n';

export const t = words(
  'lifecycle',
  { diagram: '办理流程图', now: '现在：{state}。', past: '当时：{state}。', ways: '从这里可以：{ways}。', noWay: '办理已经结束。' },
  { diagram: 'Lifecycle', now: 'Now: {state}. ', past: 'Then: {state}. ', ways: 'From here: {ways}.', noWay: 'This is the end.' },
);
