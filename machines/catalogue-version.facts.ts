import type { ItemStanding, VersionState } from './item-review.facts.js';
import type { Actor, Hand } from './people.facts.js';

/** What a guard of the catalogue version machine may read. */
export interface CatalogueVersionFacts {
  readonly actor: Actor;
  readonly version: {
    readonly state: VersionState;
    /** Everybody who ever submitted this version, principals included. */
    readonly submitters: readonly string[];
    readonly smallBody: boolean;
    /** The latest version of its catalogue that was not discarded: only that one may be revised. */
    readonly latest: boolean;
    /** Another version of the catalogue is open. */
    readonly anotherOpen: boolean;
    /** Some version of the catalogue was published once: from then on the next draft is opened by `revise` alone. */
    readonly everPublished: boolean;
    /** `publishAt` of a scheduled version has come. */
    readonly due: boolean;
    /** Who signed the approval that a scheduled version waits on; empty otherwise. */
    readonly approvers: readonly string[];
  };
  readonly items: readonly ItemStanding[];
  /** Everybody who holds a role at the body now. */
  readonly hands: readonly Hand[];
}
