import { isDay, shifted } from './days.js';
import { addWorkingDays, fixedDate, isWorkingDay, workingDaysBetween, type Calendar, type MarkedDay } from './working-days.js';

const off = (name: string): MarkedDay => ({ kind: 'off', name });
const work = (name: string): MarkedDay => ({ kind: 'work', name });
const span = (from: string, to: string, name: string): [string, MarkedDay][] => {
  const days: [string, MarkedDay][] = [];
  for (let day = from; day <= to; day = shifted(day, 1)) days.push([day, off(name)]);
  return days;
};

/** The notice of 4 November 2025 (domain.md §7). */
const OF_2026: Calendar = {
  years: new Set([2026]),
  days: new Map([
    ...span('2026-01-01', '2026-01-03', '元旦'),
    ...span('2026-02-15', '2026-02-23', '春节'),
    ...span('2026-04-04', '2026-04-06', '清明节'),
    ...span('2026-05-01', '2026-05-05', '劳动节'),
    ...span('2026-06-19', '2026-06-21', '端午节'),
    ...span('2026-09-25', '2026-09-27', '中秋节'),
    ...span('2026-10-01', '2026-10-07', '国庆节'),
    ['2026-01-04', work('元旦')],
    ['2026-02-14', work('春节')],
    ['2026-02-28', work('春节')],
    ['2026-05-09', work('劳动节')],
    ['2026-09-20', work('国庆节')],
    ['2026-10-10', work('国庆节')],
  ]),
};

describe('a number of working days after a day', () => {
  it.each([
    ['2026-02-10', 7, '2026-02-26'],
    ['2026-02-10', 20, '2026-03-16'],
    ['2026-09-18', 7, '2026-09-29'],
    ['2026-09-18', 20, '2026-10-22'],
    ['2026-04-30', 7, '2026-05-13'],
  ])('%s and %i are %s', (from, days, dueOn) => {
    expect(addWorkingDays(OF_2026, from, days)).toMatchObject({ dueOn, provisional: false, warning: null });
  });

  it('does not count the day it starts from, and explains every day after it', () => {
    expect(addWorkingDays(OF_2026, '2026-04-30', 3).steps).toEqual([
      ...span('2026-05-01', '2026-05-05', '劳动节').map(([day, { name }]) => ({ day, counts: false, why: 'holiday', name })),
      { day: '2026-05-06', counts: true, why: 'working', ordinal: 1 },
      { day: '2026-05-07', counts: true, why: 'working', ordinal: 2 },
      { day: '2026-05-08', counts: true, why: 'working', ordinal: 3 },
    ]);
    expect(addWorkingDays(OF_2026, '2026-05-08', 1).steps).toEqual([
      { day: '2026-05-09', counts: true, why: 'moved', name: '劳动节', ordinal: 1 },
    ]);
    expect(addWorkingDays(OF_2026, '2026-05-15', 1).steps).toEqual([
      { day: '2026-05-16', counts: false, why: 'weekend' },
      { day: '2026-05-17', counts: false, why: 'weekend' },
      { day: '2026-05-18', counts: true, why: 'working', ordinal: 1 },
    ]);
  });

  it('is provisional as soon as one day lies in a year that nobody entered', () => {
    expect(addWorkingDays(OF_2026, '2026-12-30', 1)).toMatchObject({ dueOn: '2026-12-31', provisional: false });
    const beyond = addWorkingDays(OF_2026, '2026-12-31', 2);
    expect(beyond).toMatchObject({ dueOn: '2027-01-04', provisional: true });
    expect(beyond.steps[0]).toEqual({ day: '2027-01-01', counts: true, why: 'working', ordinal: 1, assumed: true });
    const known: Calendar = { years: new Set([2026, 2027]), days: new Map([...OF_2026.days, ['2027-01-01', off('元旦')]]) };
    expect(addWorkingDays(known, '2026-12-31', 2)).toMatchObject({ dueOn: '2027-01-05', provisional: false });
    expect(addWorkingDays(OF_2026, '2025-12-31', 1)).toMatchObject({ dueOn: '2026-01-04', provisional: false });
  });

  it.each([0, -1, 1.5, Number.NaN])('is not %p', (count) => {
    expect(() => addWorkingDays(OF_2026, '2026-05-01', count)).toThrow(RangeError);
  });
});

describe('a fixed date', () => {
  it('stays where it is and says early that nobody works then', () => {
    expect(fixedDate(OF_2026, '2026-03-31')).toEqual({ dueOn: '2026-03-31', provisional: false, steps: [], warning: null });
    expect(fixedDate(OF_2026, '2027-01-31')).toEqual({
      dueOn: '2027-01-31',
      provisional: false,
      steps: [],
      warning: { why: 'weekend', lastWorkingDay: '2027-01-29' },
    });
    expect(fixedDate(OF_2026, '2026-10-07').warning).toEqual({ why: 'holiday', name: '国庆节', lastWorkingDay: '2026-09-30' });
    expect(fixedDate(OF_2026, '2026-10-10').warning).toBeNull();
  });
});

describe('working days between two days', () => {
  it.each([
    ['2026-11-20', '2026-11-20', 0],
    ['2026-11-20', '2026-11-22', 0],
    ['2026-11-20', '2026-11-23', 1],
    ['2026-11-23', '2026-11-20', -1],
    ['2026-11-21', '2026-11-20', 0],
    ['2026-09-30', '2026-10-10', 3],
    ['2026-10-10', '2026-09-30', -3],
  ])('from %s to %s: %i', (from, to, count) => {
    expect(workingDaysBetween(OF_2026, from, to)).toBe(count);
  });
});

describe('over any days', () => {
  /** The same numbers each time. */
  let seed = 20_261_121;
  const below = (bound: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7f_ff_ff_ff;
    return seed % bound;
  };
  const anyDay = () => shifted('2025-06-01', below(900));

  it('what is added is what lies between, and it ends on a working day', () => {
    for (let round = 0; round < 500; round += 1) {
      const from = anyDay();
      const count = 1 + below(60);
      const { dueOn, steps } = addWorkingDays(OF_2026, from, count);
      expect(workingDaysBetween(OF_2026, from, dueOn)).toBe(count);
      expect(workingDaysBetween(OF_2026, dueOn, from)).toBe(-count);
      expect(isWorkingDay(OF_2026, dueOn)).toBe(true);
      expect(steps.map(({ day }) => day)).toEqual(steps.map((_, index) => shifted(from, index + 1)));
      expect(steps.filter(({ counts }) => counts).map(({ ordinal }) => ordinal)).toEqual(Array.from({ length: count }, (_, i) => i + 1));
      if (count > 1) expect(addWorkingDays(OF_2026, from, count - 1).dueOn < dueOn).toBe(true);
    }
  });

  it('parts add up, and counting by weeks is counting day by day', () => {
    for (let round = 0; round < 500; round += 1) {
      const [a, b, c] = [anyDay(), anyDay(), anyDay()];
      expect(workingDaysBetween(OF_2026, a, b) + workingDaysBetween(OF_2026, b, c)).toBe(workingDaysBetween(OF_2026, a, c));
      let slowly = 0;
      for (let day = shifted(a, 1); day <= b; day = shifted(day, 1)) if (isWorkingDay(OF_2026, day)) slowly += 1;
      if (a <= b) expect(workingDaysBetween(OF_2026, a, b)).toBe(slowly);
    }
  });
});

describe('a day', () => {
  it.each([
    ['2026-02-28', true],
    ['2026-02-29', false],
    ['2024-02-29', true],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['1999-12-31', false],
    ['2026-11-21T00:00', false],
    ['', false],
  ])('%p: %p', (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });
});
