import type { ItemStanding, ItemState, VersionState } from '../../machines/item-review.facts.js';
import type { Hand } from '../../machines/people.facts.js';

/** The items of a version that are in the same state. */
export interface ItemGroup {
  readonly state: ItemState;
  readonly count: number;
  /** When the first of them was handed over in this state, and when the last came into it. */
  readonly since: string;
  readonly settled: string;
  /** Log position of the last hand-over. */
  readonly seq: number;
  /** The first five by their place, marked ones aside. */
  readonly first: readonly string[];
}

export interface Person {
  readonly id: string;
  readonly displayName: string;
}

/**
 * Items alike in which somebody who may be asked now had a hand: who of them contributed, and what they signed. In all others nobody of
 * them had.
 */
export interface Mark extends Pick<ItemStanding, 'contributors' | 'signatures'> {
  readonly state: ItemState;
  readonly count: number;
  readonly first: readonly string[];
}

/** One version as `mulu.worklist_facts` tells it. */
export interface VersionAtWork {
  readonly id: string;
  readonly catalogueId: string;
  readonly title: string;
  readonly number: number;
  readonly state: VersionState;
  readonly stateSeq: number;
  readonly publishAt: string | null;
  /** It follows another version. */
  readonly revises: boolean;
  readonly organization: { readonly id: string; readonly name: string };
  readonly smallBody: boolean;
  readonly submitters: readonly string[];
  /** The person who asks did something in it. */
  readonly tookPart: boolean;
  /** What led to the present state. */
  readonly event: { readonly type: string; readonly at: string; readonly by: Person | null; readonly reason: string | null };
  /** The earliest review date of items set aside that are to be taken up in it or after it. */
  readonly reviewOn: string | null;
  readonly draft: {
    readonly items: number;
    readonly incomplete: number;
    readonly repairs: number;
    readonly hits: number;
    readonly returned: number;
    readonly first: readonly string[];
  } | null;
  readonly marks: readonly Mark[];
  readonly groups: readonly ItemGroup[];
}

/** The whole answer: the versions, and by body everybody's hands that do any of the work. */
export interface WorklistFacts {
  readonly person: string;
  readonly hands: Readonly<Record<string, readonly Hand[]>>;
  /** Account id → display name, of everybody in `hands`. */
  readonly people: Readonly<Record<string, string>>;
  readonly versions: readonly VersionAtWork[];
}
