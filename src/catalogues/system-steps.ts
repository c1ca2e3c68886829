import type { CatalogueVersionEvent } from '../../machines/catalogue-version.events.js';
import type { ItemReviewEvent } from '../../machines/item-review.events.js';
import { judge } from '../../machines/judge.js';
import { currentVersion } from '../../machines/registry.js';
import type { Change } from '../commands/changes.js';
import { itemFacts, versionFacts, type Loaded, type StoredItem } from '../commands/facts.js';
import { logBody } from '../commands/log-body.js';
import { machineOf } from '../commands/machines.js';

/**
 * What the system does along with somebody's command, in the same transaction: each step asks its machine and leaves its own event.
 * @throws Error when the machine refuses: then the command that led here should have been refused, and nothing is written
 */
export function systemItemStep(loaded: Loaded, item: StoredItem, event: ItemReviewEvent, facts: Record<string, unknown> = {}): Change[] {
  const judgement = judge('itemReview', currentVersion('itemReview'), item.state, event, itemFacts(asSystem(loaded), item, []));
  if (!judgement.allowed) throw new Error(`${event.type} is refused to the system for item ${item.itemId} in ${item.state}`);
  return [
    {
      op: 'event',
      stream: loaded.version.id,
      body: logBody({
        type: event.type,
        actor: null,
        machine: machineOf('itemReview'),
        from: item.state,
        to: judgement.to,
        itemId: item.itemId,
        revisionId: item.revisionId,
        contentHash: item.contentHash,
        verdicts: judgement.verdicts,
        facts,
      }),
    },
    { op: 'item', version: loaded.version.id, item: item.itemId, state: judgement.to! },
  ];
}

/** As `systemItemStep`, for a version. `loaded` may hold no items where the event does not look at them. */
export function systemVersionStep(loaded: Loaded, event: CatalogueVersionEvent): Change[] {
  const judgement = judge(
    'catalogueVersion',
    currentVersion('catalogueVersion'),
    loaded.version.state,
    event,
    versionFacts(asSystem(loaded)),
  );
  if (!judgement.allowed) throw new Error(`${event.type} is refused to the system for version ${loaded.version.id}`);
  return [
    {
      op: 'event',
      stream: loaded.version.id,
      body: logBody({
        type: event.type,
        actor: null,
        machine: machineOf('catalogueVersion'),
        from: loaded.version.state,
        to: judgement.to,
        verdicts: judgement.verdicts,
      }),
    },
    { op: 'version', version: loaded.version.id, state: judgement.to! },
  ];
}

function asSystem(loaded: Loaded): Loaded {
  return { ...loaded, person: null, hands: [] };
}
