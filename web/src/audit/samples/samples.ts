import { answerOf, api } from '../../api/client';
import type { components } from '../../api/schema';
import { queryOf, type SampleWish } from './wish';

export type Sample = components['schemas']['SampleView'];
export type Drawn = components['schemas']['DrawnView'];

/** @throws Problem, Unreachable */
export async function draw(wish: SampleWish): Promise<Sample> {
  // Without a format it is this one, and no file.
  return (await answerOf(api.GET('/api/samples', { params: { query: queryOf(wish) as never } }))) as Sample;
}

/** Where the sample is to be had as a file. */
export const fileOf = (wish: SampleWish, format: 'csv' | 'xlsx'): string =>
  `/api/samples?${new URLSearchParams({ ...queryOf(wish), format }).toString()}`;
