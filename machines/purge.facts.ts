import type { Actor } from './people.facts.js';

export const PURGE_STATES = ['proposed', 'done', 'withdrawn'] as const;
export type PurgeState = (typeof PURGE_STATES)[number];

/** What must go, by law: a state secret, a work secret, a business secret, or personal data. */
export const PURGE_GROUNDS = ['STATE_SECRET', 'WORK_SECRET', 'BUSINESS_SECRET', 'PERSONAL_DATA'] as const;
export type PurgeGround = (typeof PURGE_GROUNDS)[number];

/** What the steps of a purge may rest on. */
export interface PurgeFacts {
  readonly actor: Actor;
  readonly purge: {
    /** Who proposed it, deputy and principal; nobody while it is to be proposed. */
    readonly proposers: readonly string[];
  };
  readonly text: {
    /** Its bytes are still kept. */
    readonly held: boolean;
    /** Items of published or revised versions under which the public can read it. */
    readonly shownBy: readonly string[];
    /** Items of open versions that stand on it and are neither sealed nor concluded against publication. */
    readonly usedBy: readonly string[];
  };
}
