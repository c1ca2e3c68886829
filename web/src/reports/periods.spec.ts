import { periodsOf } from './periods';

describe('the periods to report on', () => {
  it('go back over the turn of a year, the running one first', () => {
    expect(periodsOf('quarterlyProgress', '2026-02-10').slice(0, 3)).toEqual(['2026-Q1', '2025-Q4', '2025-Q3']);
    expect(periodsOf('quarterlyProgress', '2026-12-31')[0]).toBe('2026-Q4');
    expect(periodsOf('annualProgress', '2026-02-10').slice(0, 2)).toEqual(['2026', '2025']);
  });
});
