import type { components } from '../../api/schema';

export type AgeCount = components['schemas']['AgeCountView'];

/** As the server counts them: the first is the sum of the next three; `unrevised` are some of these. */
export const AGES = ['inForce', 'within6Months', 'within12Months', 'older', 'unrevised', 'never', 'takenDown'] as const;
export type Age = (typeof AGES)[number];

export function countOf(counts: readonly AgeCount[], age: Age): AgeCount {
  return counts.find((one) => one.age === age) ?? { age, count: 0, href: '' };
}

/** Of those in force, how many percent were refreshed within a year; null where nothing is in force. */
export function shareFresh(counts: readonly AgeCount[]): number | null {
  const [all, half, year] = [countOf(counts, 'inForce'), countOf(counts, 'within6Months'), countOf(counts, 'within12Months')];
  return all.count > 0 ? Math.floor((100 * (half.count + year.count)) / all.count) : null;
}
