import type { ItemState, RiskLevel, VersionState } from '../item-review.facts.js';
import type { Actor, Hand, RoleCode } from '../people.facts.js';

/** A small world: one catalogue, a few versions, two items with two texts each, and the people who work on it. */
export const ITEM_IDS = ['A', 'B'] as const;
export type ItemId = (typeof ITEM_IDS)[number];

/** A is statutory, B prudential; the third text of each is its removal. */
export const CATEGORY = { A: 'STATUTORY', B: 'OTHER' } as const;
export const TEXTS = { A: ['A1', 'A2'], B: ['B1', 'B2'] } as const;
export const removalOf = (id: ItemId): string => `${id}-`;

/** A decision that stands; what is voided is gone, for nothing revives it. */
export interface Decision {
  readonly step: 'review' | 'assessment' | 'endorsement';
  readonly event: string;
  readonly persons: readonly string[];
  readonly text: string;
  /** It lets the text be shown: a clear or an open determination. */
  readonly opens: boolean;
  readonly level: RiskLevel | null;
  /** The version in which it was taken; another one when it was carried over. */
  readonly origin: number;
  /** The text was barred when it was taken. */
  readonly afterBar: boolean;
}

export interface WorldItem {
  readonly state: ItemState;
  readonly text: string;
  /** Author of the current text. */
  readonly author: readonly string[];
  /** Who wrote or amended any revision since the one last released. */
  readonly revisers: readonly string[];
  readonly decisions: readonly Decision[];
  readonly changed: boolean;
  /** Set aside with "keep", and the text that is kept; null once that text was barred. */
  readonly kept: boolean;
  readonly keptText: string | null;
}

export interface WorldVersion {
  readonly state: VersionState;
  readonly submitters: readonly string[];
  readonly approvers: readonly string[];
  /** Index of the direct predecessor, which is never a discarded version. */
  readonly predecessor: number | null;
  readonly items: Readonly<Partial<Record<ItemId, WorldItem>>>;
}

export interface World {
  readonly cast: CastId;
  readonly versions: readonly WorldVersion[];
  readonly barred: readonly string[];
  readonly referrals: Readonly<Record<string, 'open' | 'determinedOpen' | 'determinedWithhold'>>;
  /** Texts for which an assessment was asked or on which one was refused. */
  readonly demanded: readonly string[];
  /** The latest decision on each text in any version, discarded ones included. */
  readonly latest: Readonly<Record<string, { readonly event: string; readonly opens: boolean; readonly version: number }>>;
  readonly wasPublic: readonly ItemId[];
}

const one = (id: string, ...roles: readonly RoleCode[]): Actor => ({
  kind: 'person',
  id,
  hands: roles.map((role) => ({ role, persons: [id] })),
});

/**
 * The people: one of each role, seconds for compiler and officer and one who is both; and a tight staff where the only
 * officer and the only leader are compilers too, so that an edit by either could leave nobody to decide or approve.
 */
export const CASTS = {
  ample: [
    one('compiler', 'compiler'),
    one('compiler2', 'compiler'),
    one('officer', 'confidentialityOfficer'),
    one('officer2', 'confidentialityOfficer'),
    one('assessor', 'riskAssessor'),
    one('leader', 'departmentLeader'),
    one('both', 'compiler', 'confidentialityOfficer'),
  ],
  tight: [
    one('compiler', 'compiler'),
    one('officer', 'compiler', 'confidentialityOfficer'),
    one('assessor', 'riskAssessor', 'departmentLeader'),
    one('leader', 'compiler', 'departmentLeader'),
  ],
} as const satisfies Record<string, readonly Actor[]>;
export type CastId = keyof typeof CASTS;
export const handsOf = (cast: CastId): readonly Hand[] => CASTS[cast].flatMap((actor) => (actor.kind === 'person' ? [...actor.hands] : []));
export const SYSTEM: Actor = { kind: 'system' };

export const newItem = (text: string, author: readonly string[]): WorldItem => ({
  state: 'drafting',
  text,
  author,
  revisers: author,
  decisions: [],
  changed: true,
  kept: false,
  keptText: null,
});

/** The first draft, with both items written by the compiler. */
export function firstDraft(cast: CastId): World {
  const item = (id: ItemId): WorldItem => newItem(TEXTS[id][0], ['compiler']);
  const version: WorldVersion = { state: 'draft', submitters: [], approvers: [], predecessor: null, items: { A: item('A'), B: item('B') } };
  return { cast, versions: [version], barred: [], referrals: {}, demanded: [], latest: {}, wasPublic: [] };
}

export const isOpen = ({ state }: WorldVersion): boolean =>
  ['draft', 'confidentialityReview', 'riskAssessment', 'departmentApproval', 'scheduled'].includes(state);

export const setVersion = (world: World, index: number, change: Partial<WorldVersion>): World => ({
  ...world,
  versions: world.versions.map((version, at) => (at === index ? { ...version, ...change } : version)),
});

export function setItem(world: World, index: number, id: ItemId, change: Partial<WorldItem>): World {
  const version = world.versions[index]!;
  return setVersion(world, index, { items: { ...version.items, [id]: { ...version.items[id]!, ...change } } });
}
