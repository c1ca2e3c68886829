import type { CatalogueVersionEventType, CatalogueVersionParameters } from '../catalogue-version.events.js';
import type { CatalogueVersionFacts } from '../catalogue-version.facts.js';
import type { ItemReviewEventType, ItemReviewParameters } from '../item-review.events.js';
import type { ItemReviewFacts, ItemState, VersionState } from '../item-review.facts.js';
import type { Actor, RoleCode } from '../people.facts.js';
import type { ActingRole } from '../policy.js';
import type { VersionRow } from './catalogue-version.table.js';
import { anItem, itemFacts, person, theSystem, versionFacts } from './factories.js';
import type { ItemRow } from './item-review.table.js';

/** Somebody who holds the role and has touched nothing yet. */
export const newcomer = (role: ActingRole): Actor => (role === 'system' ? theSystem : person('newcomer', role as RoleCode));

const ITEM_PARAMETERS: Partial<Record<ItemReviewEventType, Partial<ItemReviewParameters>>> = {
  remove: { reason: '职责移交' },
  amend: { reply: '依据第十条，无须修改' },
  requireRedaction: { reason: '含个人信息', fields: ['disclosingBodies'] },
  return: { reason: '要素不明' },
  withhold: { ground: 'ART14_STATE_SECRET', reason: '涉密' },
  discloseOnApplication: { ground: 'ART15_PRIVACY', reason: '涉及个人' },
  refer: { reason: '密级不明' },
  defer: { reason: '待上级答复' },
  determine: { documentNumber: '内保函〔2024〕1号', outcome: 'open' },
  setAside: { reason: '久拖', reviewOn: '2030-01-01' },
  acceptRisk: { level: 'LOW', measures: '公开前隐去住址' },
  requireMitigation: { reason: '须先整改' },
  rejectRisk: { ground: 'ART14_SECURITY_STABILITY', reason: '风险过高' },
  reopen: { reason: '依据变更' },
};

/** An item event with everything it needs, in a state of facts that the row describes. */
export interface ItemScene {
  readonly event: ItemReviewParameters;
  readonly facts: ItemReviewFacts;
}

export function itemScene(state: ItemState, type: ItemReviewEventType, row: Partial<ItemRow>, actor: Actor): ItemScene {
  const incoming = row.incoming === undefined ? null : { contentHash: 'other text', referral: row.incoming, removal: false };
  return {
    event: { type, ...ITEM_PARAMETERS[type], ...row.event },
    facts: itemFacts(actor, anItem(state, row.item), { state: row.version ?? 'confidentialityReview' }, { incoming }),
  };
}

const VERSION_PARAMETERS: Partial<Record<CatalogueVersionEventType, Partial<CatalogueVersionParameters>>> = {
  discard: { reason: '重复' },
  recall: { reason: '补充内容' },
  return: { reason: '渠道不全' },
  suspendItem: { itemId: 'item0', reason: '泄密' },
  takeDown: { reason: '泄密', texts: 'all' },
};

export interface VersionScene {
  readonly event: CatalogueVersionParameters;
  readonly facts: CatalogueVersionFacts;
}

/** A version event with everything it needs; the items are `item0`, `item1`, … in the row's states. */
export function versionScene(state: VersionState, type: CatalogueVersionEventType, row: Partial<VersionRow>, actor: Actor): VersionScene {
  const items = (row.items ?? ['releasable']).map((itemState, index) => anItem(itemState, { itemId: `item${index}` }));
  return { event: { type, ...VERSION_PARAMETERS[type], ...row.event }, facts: versionFacts(actor, items, { state }) };
}
