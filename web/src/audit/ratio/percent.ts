import type { components } from '../../api/schema';

/** In percent with one digit; null where nothing was concluded. */
export function percentOf({ nonPublic, concluded }: components['schemas']['ConclusionsView']): number | null {
  return concluded.count === 0 ? null : Math.round((1000 * nonPublic.count) / concluded.count) / 10;
}
