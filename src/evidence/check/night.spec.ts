import { lastNight } from './night.js';

describe('the night that is due', () => {
  it.each([
    ['2026-11-21T18:29:59.999Z', '2026-11-21'],
    ['2026-11-21T18:30:00.000Z', '2026-11-22'],
    ['2026-11-22T02:00:00.000Z', '2026-11-22'],
  ])('at %s is that of %s, for half past two in China', (now, day) => expect(lastNight(new Date(now), '02:30')).toBe(day));

  it('may begin on the evening before', () => {
    expect(lastNight(new Date('2026-11-21T15:04:00Z'), '23:05')).toBe('2026-11-20');
    expect(lastNight(new Date('2026-11-21T15:05:00Z'), '23:05')).toBe('2026-11-21');
  });
});
