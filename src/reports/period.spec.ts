import { askedOn, dueRuleOf, isPeriodOf, momentsOf, periodBefore, periodOf, periodWords, type ReportRules } from './period.js';

const RULES: ReportRules = { quarterlyDays: 10, annualCovers: 'year' };

describe('a period', () => {
  it('has its first and last day, its predecessor and its name', () => {
    expect(periodOf('2026-Q1')).toEqual({ text: '2026-Q1', from: '2026-01-01', to: '2026-03-31' });
    expect(periodOf('2026')).toEqual({ text: '2026', from: '2026-01-01', to: '2026-12-31' });
    expect(['2026-Q3', '2026-Q1', '2026'].map(periodBefore)).toEqual(['2026-Q2', '2025-Q4', '2025']);
    expect(['2026-Q3', '2026'].map(periodWords)).toEqual(['2026年第三季度', '2026年']);
  });

  it.each([
    ['quarterlyProgress', '2026-Q4', true],
    ['quarterlyProgress', '2026', false],
    ['quarterlyProgress', '2026-Q5', false],
    ['annualProgress', '2026', true],
    ['annualDisclosure', '2026-Q1', false],
    ['annualDisclosure', '2019', false],
  ] as const)('of %s is %s: %s', (purpose, text, is) => {
    expect(isPeriodOf(purpose, text)).toBe(is);
  });

  it('counts until now, and no longer than until its own last day in Asia/Shanghai', () => {
    expect(momentsOf('2026-Q3', new Date('2026-08-01T00:00:00Z')).asOf).toBe('2026-08-01T00:00:00.000Z');
    expect(momentsOf('2026-Q3', new Date('2026-10-20T00:00:00Z'))).toEqual({
      from: '2026-06-30T16:00:00.000Z',
      asOf: '2026-09-30T15:59:59.999Z',
    });
  });
});

describe('the calendar', () => {
  it('says by when each is due', () => {
    expect(dueRuleOf('quarterlyProgress', '2026-Q3', RULES)).toEqual({ kind: 'WORKDAYS_AFTER', from: '2026-09-30', days: 10 });
    expect(dueRuleOf('annualProgress', '2026', RULES)).toEqual({ kind: 'FIXED', dueOn: '2026-12-30' });
    expect(dueRuleOf('annualProgress', '2026', { ...RULES, annualCovers: 'yearBefore' })).toEqual({ kind: 'FIXED', dueOn: '2027-12-30' });
    expect(dueRuleOf('annualDisclosure', '2026', RULES)).toEqual({ kind: 'FIXED', dueOn: '2027-01-31' });
  });

  it.each([
    ['2026-11-21', '2026-Q3', '2025', '2025'],
    ['2026-12-01', '2026-Q3', '2026', '2025'],
    ['2026-12-31', '2026-Q3', '2026', '2025'],
    ['2027-01-01', '2026-Q4', '2026', '2026'],
    ['2027-04-01', '2027-Q1', '2026', '2026'],
  ])('asks on %s for %s, %s and %s', (today, quarter, progress, disclosure) => {
    expect(askedOn(today, RULES).map(({ period }) => period)).toEqual([quarter, progress, disclosure]);
  });

  it('asks for the year before where the notice is taken by its word', () => {
    expect(askedOn('2026-12-01', { ...RULES, annualCovers: 'yearBefore' })[1]).toEqual({ purpose: 'annualProgress', period: '2025' });
  });
});
