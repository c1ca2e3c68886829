import { asLocal, beijing } from './time';

it('reads the clock of the offices, wherever the browser stands', () => {
  expect(beijing('2026-11-21T09:30')).toBe('2026-11-21T09:30:00+08:00');
  expect(asLocal(new Date('2026-11-21T01:30:00Z'))).toBe('2026-11-21T09:30');
});

it('refuses what is no time', () => {
  expect(beijing('')).toBeNull();
  expect(beijing('2026-13-41T09:30')).toBeNull();
});
