import { registerMessages } from '../platform/problems/index.js';

registerMessages({
  'task.deadlineUnclear': {
    zh: '每一组单位须填写一个期限：一个日期，或若干工作日，二者取一',
    en: 'Each group needs one deadline: a day, or a number of working days, not both',
  },
  'task.nobodyAddressed': { zh: '所选层级和类别下没有任何单位', en: 'No body is of the levels and kinds that were chosen' },
});
