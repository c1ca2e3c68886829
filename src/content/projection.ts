import type { Basis, ItemContent } from './item-content.js';
import type { BasisField, ContentField, ContentRules } from './rules.js';

/** What the public may read of an item: some of its fields, and of each basis some parts. */
export type PublicContent = Partial<Omit<ItemContent, 'bases'>> & { readonly bases?: readonly Partial<Basis>[] };

/**
 * Picks what the profile allows and nothing else (rule 4: allow-list, not deny-list): a field nobody thought of stays inside.
 * The database does the same in SQL when it publishes; this one serves previews and differences.
 */
export function publicContent(content: ItemContent, rules: Pick<ContentRules, 'publicFields' | 'publicBasisFields'>): PublicContent {
  const shown = pick<ItemContent, ContentField>(content, rules.publicFields);
  if (!shown.bases) return shown;
  return { ...shown, bases: content.bases.map((basis) => pick<Basis, BasisField>(basis, rules.publicBasisFields)) };
}

function pick<T extends object, K extends keyof T & string>(from: T, keys: readonly K[]): Partial<Pick<T, K>> {
  return Object.fromEntries(keys.filter((key) => Object.hasOwn(from, key)).map((key) => [key, from[key]])) as Partial<Pick<T, K>>;
}
