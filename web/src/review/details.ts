import { shallowReactive } from 'vue';
import { answerOf, api } from '../api/client';
import { Problem } from '../api/problem';
import type { Item } from '../version/item';
import type { ItemSummary, OpenVersion } from '../version/version';

/** How many are asked for beforehand at one time; the decision that is sent should not wait behind them. */
const AT_ONCE = 2;

const NO_MARKS = { officerHits: 0, hits: 0, advice: 0, decision: '', decidedAt: '', voided: 0 };

interface Kept {
  readonly stamp: string;
  readonly item: Item;
}

/** Items with everything that the desk shows of them, kept as long as nothing has happened to them, asked for before they are needed. */
export function itemDetails(opened: OpenVersion) {
  const kept = shallowReactive(new Map<string, Kept>());
  const failures = shallowReactive(new Map<string, unknown>());
  const asked = new Map<string, Promise<void>>();
  let wanted: string[] = [];

  /** What the item's details depend on, as far as its row tells. */
  function stampOf(row: ItemSummary): string {
    const { officerHits, hits, advice, decision, decidedAt, voided } = row.marks ?? NO_MARKS;
    return [opened.version.value?.state, row.contentHash, row.state, officerHits, hits, advice, decision, decidedAt, voided].join(' ');
  }

  async function ask(itemId: string): Promise<void> {
    const row = opened.itemOf.value.get(itemId);
    if (!row) return;
    const stamp = stampOf(row);
    try {
      const path = { versionId: opened.id, itemId };
      kept.set(itemId, { stamp, item: await answerOf(api.GET('/api/versions/{versionId}/items/{itemId}', { params: { path } })) });
      failures.delete(itemId);
    } catch (error) {
      // A sealed text is kept from most; what may be done to it is known without it.
      if (error instanceof Problem && error.status === 403 && row.sealed) kept.set(itemId, { stamp, item: sealedItem(row) });
      else failures.set(itemId, error);
    }
  }

  /** Asks for the item, once at a time. */
  function load(itemId: string): Promise<void> {
    const running = asked.get(itemId);
    if (running) return running;
    const asking = ask(itemId).finally(() => {
      asked.delete(itemId);
      pump();
    });
    asked.set(itemId, asking);
    return asking;
  }

  function fresh(itemId: string): boolean {
    const row = opened.itemOf.value.get(itemId);
    return row !== undefined && kept.get(itemId)?.stamp === stampOf(row);
  }

  function pump(): void {
    while (asked.size < AT_ONCE) {
      const itemId = wanted.shift();
      if (itemId === undefined) return;
      if (!fresh(itemId) && !asked.has(itemId)) void load(itemId);
    }
  }

  return {
    /** The item as last heard of; null when nothing is known of the text that stands now. */
    of(itemId: string): Item | null {
      const item = kept.get(itemId)?.item;
      const row = opened.itemOf.value.get(itemId);
      return item && row && item.contentHash === row.contentHash ? item : null;
    },
    failureOf: (itemId: string): unknown => failures.get(itemId),
    fresh,
    load,
    /** Asks for these in the background, in this order; what was wanted before and has not been asked for is forgotten. */
    prefetch(itemIds: readonly string[]): void {
      wanted = itemIds.filter((itemId) => !fresh(itemId));
      pump();
    },
  };
}

/** A referred item as those see it who may not read it. Its hash is what the secrecy administration's answer is recorded for. */
function sealedItem(row: ItemSummary): Item {
  const offered = row.state === 'referred' ? ['determine', 'setAside'] : [];
  return {
    ...row,
    source: null,
    standing: null,
    events: offered.map((type) => ({ type, allowed: true, requirements: [] })),
    hints: [],
    decisions: [],
    previous: { published: null, signed: null, standard: null },
    proposal: null,
  };
}
