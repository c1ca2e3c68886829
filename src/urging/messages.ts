import { registerMessages } from '../platform/problems/index.js';

registerMessages({
  'rectification.notOwed': {
    zh: '所督办的任务不是该单位的，或者已经取消',
    en: 'What the notice is about is not something that this body owes, or was cancelled',
  },
});
