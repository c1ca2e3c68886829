import { standingOf } from './standing';

it.each([
  ['2026-11-27', 5, null, { key: 'left', days: 5, tone: 'quiet' }],
  ['2026-11-26', 4, null, { key: 'left', days: 4, tone: 'warn' }],
  ['2026-11-21', 0, null, { key: 'today', days: 0, tone: 'warn' }],
  ['2026-11-22', 0, null, { key: 'noDayLeft', days: 0, tone: 'warn' }],
  ['2026-11-20', 0, null, { key: 'justLate', days: 0, tone: 'bad' }],
  ['2026-11-18', -2, null, { key: 'late', days: 2, tone: 'bad' }],
  ['2026-11-18', -2, '2026-11-18', { key: 'doneInTime', days: 0, tone: 'good' }],
  ['2026-11-18', -2, '2026-11-19', { key: 'doneLate', days: 0, tone: 'quiet' }],
] as const)('on 2026-11-21 a deadline of %s with %i days left, done %p', (dueOn, workingDaysLeft, done, expected) => {
  expect(standingOf({ dueOn, workingDaysLeft, done, today: '2026-11-21' })).toEqual(expected);
});
