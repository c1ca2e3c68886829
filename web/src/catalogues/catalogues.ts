import { answerOf, api } from '../api/client';
import type { components } from '../api/schema';
import { session } from '../session/session';

export type CatalogueSummary = components['schemas']['CatalogueSummary'];
export type Catalogue = components['schemas']['CatalogueDetail'];
export type ProfileSummary = components['schemas']['ProfileSummary'];

/** A body for which one compiles. */
export interface Body {
  readonly id: string;
  readonly name: string;
}

/** Catalogues whose title or body has the words; the next page begins at `cursor`. */
export function findCatalogues(q: string, cursor?: string) {
  return answerOf(api.GET('/api/catalogues', { params: { query: { ...(q && { q }), ...(cursor && { cursor }), limit: 50 } } }));
}

/** Bodies for which the person at the desk compiles: named ones from the appointments, those of a region by their name. */
export async function bodiesToCompileFor(q: string): Promise<Body[]> {
  const held = session.value!.appointments.filter(({ role }) => role === 'compiler');
  const bodies = new Map<string, string>();
  for (const { organizationId, organizationName } of held) {
    if (organizationId && organizationName?.includes(q)) bodies.set(organizationId, organizationName);
  }
  const regions = held.flatMap(({ regionCode }) => regionCode ?? []);
  const pages = await Promise.all(
    regions.map((region) => answerOf(api.GET('/api/organizations', { params: { query: { region, ...(q && { q }), limit: 50 } } }))),
  );
  for (const { id, name } of pages.flatMap((page) => page.items)) bodies.set(id, name);
  return [...bodies].map(([id, name]) => ({ id, name }));
}
