import type { ItemSummary } from '../version/version';

/** Where in the form of an item a requirement of the submission is met: a field, or the first hint of a kind. */
export type FormPlace = string;
/** The first hint of personal data that the compiler has not answered. */
export const FIRST_HIT = 'hit';

const FIELDS: Readonly<Record<string, FormPlace>> = {
  categoryStated: 'category',
  basisNamed: 'bases',
  timeLimitsRead: 'timeLimit',
  hitsAcknowledgedByCompiler: FIRST_HIT,
};

/** Nothing where a requirement is the whole item's. */
export function placeOf(requirement: string, item: ItemSummary | undefined): FormPlace | undefined {
  if (requirement === 'elementsComplete') return item?.findings?.missing[0];
  if (requirement === 'repairsConfirmed') return /^[a-zA-Z]+/.exec(item?.findings?.openRepairs[0]?.fields[0] ?? '')?.[0];
  return FIELDS[requirement];
}
