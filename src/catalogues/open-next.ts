import { randomUUID } from 'node:crypto';
import { judge } from '../../machines/judge.js';
import type { CarriedState } from '../../machines/item-review.events.js';
import type { ItemStanding } from '../../machines/item-review.facts.js';
import type { Hand } from '../../machines/people.facts.js';
import { currentVersion } from '../../machines/registry.js';
import { detailOf, type Change } from '../commands/changes.js';
import { itemFacts, versionFacts, type Loaded, type StoredItem } from '../commands/facts.js';
import { logBody } from '../commands/log-body.js';
import { machineOf } from '../commands/machines.js';

/** What the next version takes along: the decision that each item may rest on, and the profile it will be bound to. */
export interface Succession {
  readonly profileVersion: number;
  /** Item → the decision that carries over; an item without one starts as drafting. */
  readonly carried: ReadonlyMap<string, number>;
  /** Item → 序号. The order is that of the items: each comes to stand behind those before it. */
  readonly labels: ReadonlyMap<string, string>;
}

const CARRIED: ReadonlySet<string> = new Set(['releasable', 'withheld', 'onApplication']);

/**
 * Opens the next draft of a catalogue: each item gets a logged start and, where its decision holds, a logged carry-over
 * naming it (product.md, "Carrying over"). A removal that was released is gone; a sealed text stays sealed.
 */
export function openingOfNext(loaded: Loaded, succession: Succession): { versionId: string; changes: Change[] } {
  const versionId = randomUUID();
  const { version } = loaded;
  const next: Loaded = {
    ...loaded,
    // The machine lets a first draft be opened only; this one is opened by `revise`, which has looked already.
    version: { ...version, id: versionId, state: 'draft', submitters: [], approvers: [], anotherOpen: false, everPublished: false },
  };
  const creation = judge(
    'catalogueVersion',
    currentVersion('catalogueVersion'),
    null,
    { type: 'create' },
    {
      ...versionFacts(next),
      items: [],
    },
  );
  if (!creation.allowed) throw new Error('the next draft may not be opened where revise is allowed');
  const changes: Change[] = [
    {
      op: 'open',
      version: versionId,
      catalogue: version.catalogueId,
      profileId: version.profileId,
      profileVersion: succession.profileVersion,
      predecessor: version.id,
    },
    {
      op: 'event',
      stream: versionId,
      body: logBody({
        type: 'create',
        actor: { id: loaded.person!, hand: creation.hand! },
        machine: machineOf('catalogueVersion'),
        from: null,
        to: 'draft',
        verdicts: creation.verdicts,
        facts: { catalogueId: version.catalogueId, revises: version.id },
      }),
    },
  ];
  const staying = loaded.items.filter((item) => !(item.removal && item.state === 'releasable'));
  for (const item of staying) changes.push(...startOf(next, item, succession));
  return { versionId, changes };
}

function startOf(next: Loaded, item: StoredItem, succession: Succession): Change[] {
  const sealed = item.referral === 'open';
  const restsOn = succession.carried.get(item.itemId);
  const carries = !sealed && CARRIED.has(item.state) && restsOn !== undefined;
  const born: ItemStanding = { ...item, state: 'drafting' };
  const creation = judge(
    'itemReview',
    currentVersion('itemReview'),
    null,
    { type: 'create' },
    itemFacts(next, born, [], startingFrom(item, carries)),
  );
  if (!creation.allowed) throw new Error(`create is refused for item ${item.itemId}`);
  const label = succession.labels.get(item.itemId);
  const number = label ? detailOf({ number: label }) : null;
  const changes: Change[] = [
    ...(number ? [number.store] : []),
    stepEvent(next, item, 'create', null, creation.to!, creation, {}, number?.hash),
    {
      op: 'place',
      version: next.version.id,
      item: item.itemId,
      state: creation.to!,
      revision: item.revisionId,
      hash: item.contentHash,
      label,
    },
  ];
  if (!carries) return changes;
  const to = item.state as CarriedState;
  const carryOver = judge(
    'itemReview',
    currentVersion('itemReview'),
    'drafting',
    { type: 'carryOver', to },
    itemFacts({ ...next, person: null, hands: [] }, born, []),
  );
  if (!carryOver.allowed) throw new Error(`carryOver is refused for item ${item.itemId}`);
  return [
    ...changes,
    stepEvent(next, item, 'carryOver', 'drafting', carryOver.to!, carryOver, { restsOn }),
    { op: 'item', version: next.version.id, item: item.itemId, state: carryOver.to! },
    {
      op: 'decide',
      version: next.version.id,
      item: item.itemId,
      revision: item.revisionId,
      hash: item.contentHash,
      kind: 'carryOver',
      step: 'carryOver',
      restsOn,
    },
  ];
}

/** A text that is carried over starts as any other; otherwise a referred text is referred again. */
function startingFrom(item: StoredItem, carries: boolean) {
  const referral = carries ? ('none' as const) : item.referral;
  return { incoming: { contentHash: item.contentHash, referral, removal: item.removal }, whole: null };
}

function stepEvent(
  next: Loaded,
  item: StoredItem,
  type: string,
  from: string | null,
  to: string,
  judgement: { verdicts: Readonly<Record<string, boolean>>; hand: Hand | null },
  facts: Record<string, unknown> = {},
  reasonHash?: string,
): Change {
  return {
    op: 'event',
    stream: next.version.id,
    body: logBody({
      type,
      actor: judgement.hand && { id: next.person!, hand: judgement.hand },
      machine: machineOf('itemReview'),
      from,
      to,
      itemId: item.itemId,
      revisionId: item.revisionId,
      contentHash: item.contentHash,
      reasonHash,
      verdicts: judgement.verdicts,
      facts,
    }),
  };
}
