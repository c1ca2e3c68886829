import type { CatalogueVersionFacts } from '../../machines/catalogue-version.facts.js';
import type { ItemReviewFacts, ItemStanding, VersionState } from '../../machines/item-review.facts.js';
import type { Actor, Hand } from '../../machines/people.facts.js';

/** One item as `command_facts` answers it: what the machines may read, and what only the corridor needs. */
export interface StoredItem extends ItemStanding {
  /** Log position that set the state: the row's version. */
  readonly seq: number;
  readonly revisionId: string;
  readonly clearanceId: number | null;
  /** The text that "keep" would show. */
  readonly keep: { readonly revisionId: string; readonly contentHash: string; readonly decisionId: number } | null;
}

export interface StoredVersion {
  readonly id: string;
  readonly catalogueId: string;
  readonly organizationId: string;
  readonly regionCode: string;
  readonly title: string;
  readonly number: number;
  readonly state: VersionState;
  readonly stateSeq: number;
  readonly predecessorId: string | null;
  readonly publishAt: string | null;
  readonly profileId: string;
  readonly profileVersion: number;
  /** Log position: the version's ETag. */
  readonly seq: number;
  readonly submitters: readonly string[];
  readonly approvers: readonly string[];
  readonly smallBody: boolean;
  readonly latest: boolean;
  readonly anotherOpen: boolean;
  readonly everPublished: boolean;
  readonly due: boolean;
}

export interface PriorAnswer {
  readonly requestHash: string;
  readonly answer: Record<string, unknown>;
}

/** The whole answer of `command_facts`. `person` is null when nobody is signed in; `version` when there is none. */
export interface CommandFacts {
  readonly person: string | null;
  readonly prior: PriorAnswer | null;
  readonly version: StoredVersion | null;
  readonly hands: readonly Hand[] | null;
  readonly items: readonly StoredItem[] | null;
  readonly everybody: readonly Hand[] | null;
}

/** Facts after the first gate: there is a version, and whoever asks may read it (or is the system). */
export interface Loaded {
  readonly person: string | null;
  readonly version: StoredVersion;
  readonly hands: readonly Hand[];
  readonly items: readonly StoredItem[];
  readonly everybody: readonly Hand[];
}

export function actorOf(loaded: Pick<Loaded, 'person' | 'hands'>): Actor {
  return loaded.person === null ? { kind: 'system' } : { kind: 'person', id: loaded.person, hands: loaded.hands };
}

export function versionFacts(loaded: Loaded): CatalogueVersionFacts {
  const { state, submitters, approvers, smallBody, latest, anotherOpen, everPublished, due } = loaded.version;
  return {
    actor: actorOf(loaded),
    version: { state, submitters, approvers, smallBody, latest, anotherOpen, everPublished, due },
    items: loaded.items,
    hands: loaded.everybody,
  };
}

/** What the item machine reads. `incoming` and `whole` are filled by those commands that change a text. */
export function itemFacts(
  loaded: Loaded,
  item: ItemStanding,
  hazardQuestions: readonly string[],
  change: Pick<ItemReviewFacts, 'incoming' | 'whole'> = { incoming: null, whole: null },
): ItemReviewFacts {
  const { state, submitters, smallBody } = loaded.version;
  return { actor: actorOf(loaded), version: { state, submitters, smallBody, hazardQuestions }, item, ...change };
}
