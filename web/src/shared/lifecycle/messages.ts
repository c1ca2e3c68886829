import { words } from '../../i18n';

export const t = words(
  'lifecycle',
  { now: '现在：{state}。', ways: '从这里可以：{ways}。', noWay: '办理已经结束。' },
  { now: 'Now: {state}. ', ways: 'From here: {ways}.', noWay: 'This is the end.' },
);
