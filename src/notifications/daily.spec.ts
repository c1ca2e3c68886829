import type { Calendar } from '../calendar/index.js';
import { nextDaily } from './daily.js';

const CALENDAR: Calendar = {
  years: new Set([2026]),
  days: new Map(
    ['01', '02', '03', '04', '05', '06', '07', '10'].map((day) => [
      `2026-10-${day}`,
      { kind: day === '10' ? 'work' : 'off', name: '国庆节' },
    ]),
  ),
};

it.each([
  ['early on a working day', '2026-11-20T08:59:59+08:00', '2026-11-20'],
  ['at nine', '2026-11-19T09:00:00+08:00', '2026-11-20'],
  ['soon after midnight', '2026-11-20T00:30:00+08:00', '2026-11-20'],
  ['on Friday after nine', '2026-11-20T09:00:01+08:00', '2026-11-23'],
  ['on Saturday', '2026-11-21T08:00:00+08:00', '2026-11-23'],
  ['late on Sunday', '2026-11-22T23:59:59+08:00', '2026-11-23'],
  ['before a long holiday', '2026-09-30T12:00:00+08:00', '2026-10-08'],
  ['before a Saturday that is worked', '2026-10-09T12:00:00+08:00', '2026-10-10'],
  ['early on it', '2026-10-10T07:00:00+08:00', '2026-10-10'],
])('%s', (_, now, day) => {
  expect(nextDaily(new Date(now), CALENDAR)).toEqual(new Date(`${day}T09:00:00+08:00`));
});
