import type { Change, Expectation } from '../commands/changes.js';
import type { Loaded } from '../commands/facts.js';
import type { VersionEvent } from './move-version.js';
import { systemItemStep, systemVersionStep } from './system-steps.js';
import type { VersionQueries } from './version.queries.js';

/** The part of a leak response that lies beside the version's own step. */
export interface Barring {
  /** Items named that this version does not show: the event is refused for them, once everything else has been looked at. */
  readonly notShown: readonly string[];
  readonly lock: string[];
  readonly expect: Expectation[];
  readonly changes: Change[];
}

/**
 * Bars the texts that the version shows for the items named, and sends an open version that holds or keeps one of them
 * back to draft (product.md, "Leak response"). A bar is never lifted.
 */
export async function barring(loaded: Loaded, event: VersionEvent, queries: VersionQueries): Promise<Barring> {
  const shown = await queries.shownTexts(loaded.version.id);
  const named = event.type === 'suspendItem' ? [event.itemId ?? ''] : itemsNamed(event.texts, shown);
  const notShown = named.filter((itemId) => !shown.has(itemId));
  if (notShown.length > 0) return { notShown, lock: [], expect: [], changes: [] };

  const bars = named.map((item): Change => ({ op: 'bar', version: loaded.version.id, item, hash: shown.get(item)! }));
  const open = named.length > 0 ? await queries.openVersion(loaded.version.catalogueId) : null;
  if (!open) return { notShown, lock: [], expect: [], changes: bars };

  const kept = await queries.keptTexts(open.version.id);
  const hit = open.items.filter((item) => {
    const hash = shown.get(item.itemId);
    return named.includes(item.itemId) && (item.contentHash === hash || kept.get(item.itemId) === hash);
  });
  if (hit.length === 0) return { notShown, lock: [], expect: [], changes: bars };
  const steps = systemVersionStep(open, { type: 'textBarred' });
  const backInDraft: Loaded = { ...open, version: { ...open.version, state: 'draft' } };
  const itemSteps = hit.flatMap((item) => systemItemStep(backInDraft, item, { type: 'textBarred' }));
  return {
    notShown,
    lock: [open.version.id],
    expect: [{ version: open.version.id, state: open.version.state, seq: open.version.seq }],
    changes: [...bars, ...steps, ...itemSteps],
  };
}

function itemsNamed(texts: VersionEvent['texts'], shown: ReadonlyMap<string, string>): readonly string[] {
  if (texts === 'all') return [...shown.keys()];
  return texts === 'none' || texts === undefined ? [] : [...new Set(texts)];
}
