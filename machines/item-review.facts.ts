import type { Actor, Hand } from './people.facts.js';

export const ITEM_STATES = [
  'drafting',
  'awaitingReview',
  'returned',
  'referred',
  'deferred',
  'cleared',
  'awaitingEndorsement',
  'releasable',
  'withheld',
  'onApplication',
  'setAside',
] as const;
export type ItemState = (typeof ITEM_STATES)[number];

export const VERSION_STATES = [
  'draft',
  'confidentialityReview',
  'riskAssessment',
  'departmentApproval',
  'scheduled',
  'published',
  'revised',
  'takenDown',
  'discarded',
] as const;
export type VersionState = (typeof VERSION_STATES)[number];

export type RiskLevel = 'LOW' | 'MEDIUM' | 'HIGH';

/** A signature that stands (not voided, not older than a bar) on the item's current text in this version. */
export interface Signature {
  readonly step: 'review' | 'assessment' | 'endorsement';
  /** The item event that made it; a carry-over names the event of the decision it rests on. */
  readonly event: string;
  readonly persons: readonly string[];
}

/**
 * Everything a rule may know of one item of one version, as plain data, gathered by the corridor.
 * People are account ids; a deputy's signature lists both persons.
 */
export interface ItemStanding {
  readonly itemId: string;
  readonly state: ItemState;
  readonly contentHash: string;
  readonly category: 'STATUTORY' | 'OTHER' | null;
  /** The current revision says that the item is removed. */
  readonly removal: boolean;
  /** The item was shown by some published version, ever. */
  readonly wasPublic: boolean;
  /** The text changed since the last decision that sent it back. */
  readonly changedSinceReturned: boolean;
  /** Authors, importers, amenders since the revision last released, author of the current text (product.md, rule 3), without submitters. */
  readonly contributors: readonly string[];
  readonly signatures: readonly Signature[];
  /** A standing clear, open determination or carry-over of one, younger than any bar on the text. */
  readonly clearStands: boolean;
  /** An officer asked for an assessment of this very text, or one was refused on it. */
  readonly assessmentDemanded: boolean;
  /** The standing acceptance, here or in the version a carry-over rests on. */
  readonly acceptance: { readonly level: RiskLevel; readonly measures: boolean; readonly endorsed: boolean } | null;
  /** Of (item, text): never referred · referred and undetermined · determined. */
  readonly referral: 'none' | 'open' | 'determinedOpen' | 'determinedWithhold';
  readonly barred: boolean;
  /** After `setAside` with "keep": the predecessor's text that this version shows instead. */
  readonly kept: boolean;
  /** The direct predecessor shows a text for this item that is not barred and has no later adverse decision or referral. */
  readonly keepable: boolean;
  /** Elements of the profile that are still missing (codes such as `bases`, `disclosingBodies`). */
  readonly missing: readonly string[];
  readonly timeLimitUnread: boolean;
  readonly openRepairs: number;
  /** Personal-data hits nobody acknowledged on the compiling side, and on the officers' side. */
  readonly openHits: { readonly compiler: number; readonly officer: number };
}

/** What a guard of the item review machine may read. */
export interface ItemReviewFacts {
  readonly actor: Actor;
  readonly version: {
    readonly state: VersionState;
    readonly submitters: readonly string[];
    /** A small body's officer may also do the risk step, HIGH excepted (product.md, rule 3). */
    readonly smallBody: boolean;
    /** Codes of the profile's hazard questions; all must be answered in `clear`. */
    readonly hazardQuestions: readonly string[];
  };
  readonly item: ItemStanding;
  /** For `edit`, `remove`, `amend`: the text that would stand afterwards. */
  readonly incoming: { readonly contentHash: string; readonly referral: ItemStanding['referral']; readonly removal: boolean } | null;
  /** For `edit`, `remove`, `amend`: all items as they would stand afterwards, and everybody who holds a role at the body. */
  readonly whole: { readonly items: readonly ItemStanding[]; readonly hands: readonly Hand[] } | null;
}
