import type { CatalogueVersionFacts } from '../catalogue-version.facts.js';
import type { ItemReviewFacts, ItemStanding, ItemState, Signature } from '../item-review.facts.js';
import type { Actor, Hand, RoleCode } from '../people.facts.js';

/** A person with one hand in each of the roles. */
export function person(id: string, ...roles: readonly RoleCode[]): Actor {
  return { kind: 'person', id, hands: roles.map((role) => ({ role, persons: [id] })) };
}

/** A person who acts for a principal in a role, with nothing in hand of their own. */
export function deputy(id: string, role: RoleCode, principal: string): Actor {
  return { kind: 'person', id, hands: [{ role, persons: [id, principal] }] };
}

export const theSystem: Actor = { kind: 'system' };

/** One person per role, named after it, and a second compiler and officer. */
export const staff: readonly Hand[] = [
  { role: 'compiler', persons: ['compiler'] },
  { role: 'compiler', persons: ['compiler2'] },
  { role: 'confidentialityOfficer', persons: ['officer'] },
  { role: 'confidentialityOfficer', persons: ['officer2'] },
  { role: 'riskAssessor', persons: ['assessor'] },
  { role: 'departmentLeader', persons: ['leader'] },
  { role: 'leadingGroupOffice', persons: ['office'] },
];

export const signed = (step: Signature['step'], event: string, ...persons: readonly string[]): Signature => ({ step, event, persons });

const SIGNATURES: Partial<Record<ItemState, readonly Signature[]>> = {
  cleared: [signed('review', 'clear', 'officer')],
  awaitingEndorsement: [signed('review', 'clear', 'officer'), signed('assessment', 'acceptRisk', 'assessor')],
  releasable: [signed('review', 'clear', 'officer')],
  withheld: [signed('review', 'withhold', 'officer')],
  onApplication: [signed('review', 'discloseOnApplication', 'officer')],
};

/** A complete statutory item, written by `compiler`, signed as its state says by `officer` and `assessor`. */
export function anItem(state: ItemState, traits: Partial<ItemStanding> = {}): ItemStanding {
  return {
    itemId: 'item',
    state,
    contentHash: 'text',
    category: state === 'cleared' || state === 'awaitingEndorsement' ? 'OTHER' : 'STATUTORY',
    removal: false,
    wasPublic: false,
    changedSinceReturned: state === 'returned',
    contributors: ['compiler'],
    signatures: SIGNATURES[state] ?? [],
    clearStands: ['cleared', 'awaitingEndorsement', 'releasable'].includes(state),
    assessmentDemanded: false,
    acceptance: state === 'awaitingEndorsement' ? { level: 'HIGH', measures: true, endorsed: false } : null,
    referral: state === 'referred' ? 'open' : 'none',
    barred: false,
    kept: false,
    keepable: false,
    missing: [],
    timeLimitUnread: false,
    openRepairs: 0,
    openHits: { compiler: 0, officer: 0 },
    ...traits,
  };
}

export function itemFacts(
  actor: Actor,
  item: ItemStanding,
  version: Partial<ItemReviewFacts['version']> = {},
  rest: Partial<Pick<ItemReviewFacts, 'incoming' | 'whole'>> = {},
): ItemReviewFacts {
  return {
    actor,
    item,
    version: { state: 'confidentialityReview', submitters: ['compiler'], smallBody: false, hazardQuestions: [], ...version },
    incoming: null,
    whole: null,
    ...rest,
  };
}

export function versionFacts(
  actor: Actor,
  items: readonly ItemStanding[],
  version: Partial<CatalogueVersionFacts['version']> = {},
  hands: readonly Hand[] = staff,
): CatalogueVersionFacts {
  return {
    actor,
    items,
    hands,
    version: {
      state: 'draft',
      submitters: ['compiler'],
      smallBody: false,
      latest: true,
      anotherOpen: false,
      everPublished: false,
      due: true,
      approvers: ['leader'],
      ...version,
    },
  };
}
