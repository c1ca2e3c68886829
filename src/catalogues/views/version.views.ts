import type { ItemState } from '../../../machines/item-review.facts.js';
import type { VersionState } from '../../../machines/item-review.facts.js';
import { Offer } from './offer.views.js';

export class ProfileReference {
  id: string;
  version: number;
}

export class Progress {
  items: number;
  decided: number;
  /** State → number of items. */
  states: Record<ItemState, number>;
}

/** Something the predecessor showed and this version would not. */
export class Disappearance {
  itemId: string;
  /** Null where one may not read texts. */
  path: string[] | null;
  /** Null where the item is not in this version at all. */
  state: ItemState | null;
  removal: boolean;
}

export class VersionView {
  id: string;
  catalogueId: string;
  organizationId: string;
  title: string;
  number: number;
  state: VersionState;
  profile: ProfileReference;
  predecessorId: string | null;
  publishAt: string | null;
  /** The log's position, as in the `ETag`. */
  seq: number;
  events: Offer[];
  progress: Progress;
  disappearances: Disappearance[];
}
