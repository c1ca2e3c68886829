import { durationIn } from './durations';

it.each([
  [0.04, '0 秒'],
  [3.24, '3.2 秒'],
  [60, '1 分'],
  [250.4, '4 分 10 秒'],
  [7500, '2 小时 5 分'],
  [3599.7, '1 小时'],
  [3599.2, '59 分 59 秒'],
  [86_400 * 3 + 3600 * 4 + 120, '3 天 4 小时'],
])('%d seconds are %s', (seconds, words) => {
  expect(durationIn('zh', seconds)).toBe(words);
});

it('are said in English as well', () => {
  expect([durationIn('en', 3.24), durationIn('en', 250.4), durationIn('en', 7500)]).toEqual(['3.2 s', '4 min 10 s', '2 h 5 min']);
});
