import type { ItemState, RiskLevel } from './item-review.facts.js';

/**
 * Grounds on which an item is not disclosed: 政府信息公开条例 (国令711) articles 14–16; domain.md §4.
 */
export const GROUNDS = [
  'ART14_STATE_SECRET',
  'ART14_PROHIBITED_BY_LAW',
  'ART14_SECURITY_STABILITY',
  'ART15_TRADE_SECRET',
  'ART15_PRIVACY',
  'ART16_INTERNAL',
  'ART16_PROCESS',
  'ART16_ENFORCEMENT_FILE',
  'ADMIN_QUERY',
] as const;
export type Ground = (typeof GROUNDS)[number];

export type HazardAnswer = 'yes' | 'no';

/** The states that a carry-over may restore. */
export const CARRIED_STATES = ['releasable', 'withheld', 'onApplication', 'referred'] as const;
export type CarriedState = (typeof CARRIED_STATES)[number] & ItemState;

/** What happens to one item, with the parameters of product.md's event bodies. */
export type ItemReviewEvent =
  | { type: 'create' }
  | { type: 'edit' }
  | { type: 'remove'; reason?: string }
  | { type: 'enterReview' }
  | { type: 'carryOver'; to?: CarriedState }
  | { type: 'textBarred' }
  | { type: 'amend'; reply?: string }
  | { type: 'clear'; checklist?: Readonly<Record<string, HazardAnswer>>; opinion?: string; assess?: boolean }
  | { type: 'requireRedaction'; reason?: string; fields?: readonly string[] }
  | { type: 'return'; reason?: string }
  | { type: 'withhold' | 'discloseOnApplication'; ground?: string; reason?: string }
  | { type: 'refer' | 'defer'; reason?: string }
  | { type: 'resume' }
  | { type: 'determine'; documentNumber?: string; outcome?: 'open' | 'withhold' }
  | { type: 'setAside'; reason?: string; reviewOn?: string; predecessor?: 'keep' | 'drop' }
  | { type: 'acceptRisk'; level?: RiskLevel; dimensions?: unknown; measures?: string }
  | { type: 'requireMitigation'; reason?: string }
  | { type: 'rejectRisk'; ground?: string; reason?: string }
  | { type: 'endorse'; opinion?: string }
  | { type: 'reopen'; reason?: string };

export type ItemReviewEventType = ItemReviewEvent['type'];

/** Every parameter that some item event may carry; all optional, because a requirement names what lacks. */
export interface ItemReviewParameters {
  readonly type: ItemReviewEventType;
  readonly to?: string;
  readonly reply?: string;
  readonly checklist?: Readonly<Record<string, HazardAnswer>>;
  readonly assess?: boolean;
  readonly reason?: string;
  readonly fields?: readonly string[];
  readonly ground?: string;
  readonly documentNumber?: string;
  readonly outcome?: 'open' | 'withhold';
  readonly reviewOn?: string;
  readonly predecessor?: 'keep' | 'drop';
  readonly level?: RiskLevel;
  readonly measures?: unknown;
}
