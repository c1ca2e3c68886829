import { Offer, PersonReference } from '../catalogues/index.js';
import type { PurgeGround, PurgeState } from '../../machines/purge.facts.js';

/** In which version the text was named. */
export class PurgeVersion {
  id: string;
  number: number;
  state: string;
  catalogueId: string;
  title: string;
  organization: string;
}

export class PurgeRow {
  id: string;
  state: PurgeState;
  /** A text of an item, or words that somebody wrote down with an act. */
  kind: 'text' | 'words';
  contentHash: string;
  ground: PurgeGround;
  legalBasis: string;
  reason: string;
  version: PurgeVersion;
  proposedBy: PersonReference;
  proposedFor: PersonReference | null;
  proposedAt: string;
  /** Who confirmed or withdrew it. */
  closedBy: PersonReference | null;
  closedAt: string | null;
  /** Why it was withdrawn, or what was remarked with the confirmation. */
  closingReason: string | null;
  /** Place of its last event in the system chain. */
  seq: number;
}

export class PurgePage {
  items: PurgeRow[];
  nextCursor: string | null;
}

/** A version and an item of it that stands on the text. */
export class PurgePlace {
  versionId: string;
  version: number;
  versionState: string;
  title: string;
  organization: string;
  itemId: string;
  number: string;
  itemState: string;
}

export class PurgeView extends PurgeRow {
  events: Offer[];
  /** Everywhere that the text stands; empty of somebody's words, which stand in the log only. */
  places: PurgePlace[];
}

/** A text that the version's log names, without what it says. */
export class PurgeableText {
  seq: number;
  at: string;
  type: string;
  itemId: string | null;
  number: string;
  kind: 'text' | 'words';
  /** The how manieth text of the item; null of words. */
  revision: number | null;
  contentHash: string;
  /** Bytes; null once purged. */
  size: number | null;
  purged: boolean;
  /** The proposal that waits for it. */
  purgeId: string | null;
}

export class PurgeableTexts {
  version: PurgeVersion;
  items: PurgeableText[];
  nextCursor: string | null;
}

export class PurgeStepAnswer {
  id: string;
  state: PurgeState;
  contentHash: string;
  seq: number;
}
