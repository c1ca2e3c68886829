import { periodIn, usualPeriods } from './period';

it('takes what the address says, and the year until today otherwise', () => {
  expect(periodIn({}, '2026-11-21')).toEqual({ from: '2026-01-01', to: '2026-11-21' });
  expect(periodIn({ to: '2025-06-30' }, '2026-11-21')).toEqual({ from: '2025-01-01', to: '2025-06-30' });
  expect(periodIn({ from: '2025-06-01', to: ['x'] }, '2026-11-21')).toEqual({ from: '2025-06-01', to: '2026-11-21' });
});

it('offers the usual ones', () => {
  expect(usualPeriods('2027-01-01')).toEqual({
    thisYear: { from: '2027-01-01', to: '2027-01-01' },
    lastYear: { from: '2026-01-01', to: '2026-12-31' },
    month: { from: '2026-12-03', to: '2027-01-01' },
  });
});
