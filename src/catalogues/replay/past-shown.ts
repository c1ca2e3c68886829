import type { DataSource } from 'typeorm';
import type { ItemState } from '../../../machines/item-review.facts.js';
import { latestDecisions } from './past-decisions.js';
import type { PastRow } from './past-rows.js';

/** What a version would show for an item: its own text or its predecessor's, or nothing. */
export interface StandingItem {
  readonly itemId: string;
  readonly state: ItemState;
  /** Its text says that the item is removed. */
  readonly removal: boolean;
  readonly shown: boolean;
}

/** Which of the rows of a moment would have been shown to the public: released, or set aside with the predecessor's text kept. */
export async function shownThen(source: DataSource, versionId: string, seq: number, rows: readonly PastRow[]): Promise<StandingItem[]> {
  const removals: { id: string }[] = await source.query('select id from mulu.revision where id = any ($1) and removal', [
    rows.map((row) => row.revisionId),
  ]);
  const removed = new Set(removals.map(({ id }) => id));
  const aside = rows.filter((row) => row.state === 'setAside').map((row) => row.itemId);
  const decisions = await latestDecisions(source, versionId, seq, aside);
  return rows.map(({ itemId, state, revisionId }) => {
    const removal = removed.has(revisionId);
    const decision = decisions.get(itemId);
    const kept = decision?.type === 'setAside' && decision.predecessor === 'keep';
    return { itemId, state, removal, shown: (state === 'releasable' && !removal) || (state === 'setAside' && kept) };
  });
}
