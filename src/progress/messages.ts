import { registerMessages } from '../platform/problems/index.js';

registerMessages({
  'progress.dayAhead': { zh: '只能查看今天及以前的进度', en: 'Only today and days of the past can be looked at' },
});
