import type { Hand, RoleCode } from '../../machines/people.facts.js';
import type { CommandFacts, Loaded } from '../commands/facts.js';
import * as refuse from '../commands/refusals.js';

/** Roles that read every text of their body or territory, sealed ones excepted. */
const READERS: ReadonlySet<RoleCode> = new Set(['compiler', 'confidentialityOfficer', 'riskAssessor', 'departmentLeader', 'auditor']);

const PUBLISHED: ReadonlySet<string> = new Set(['published', 'revised']);

/**
 * The first gate of every read: 401 without a session, 404 for what is absent or outside what the person may read.
 * @throws ProblemError
 */
export function admitted(facts: CommandFacts): Loaded {
  if (facts.person === null) throw refuse.notSignedIn();
  if (facts.version === null || !facts.hands?.length) throw refuse.absent();
  return {
    person: facts.person,
    version: facts.version,
    hands: facts.hands,
    items: facts.items ?? [],
    everybody: facts.everybody ?? [],
  };
}

/** Whether somebody reads the texts of the body as such, and not only where they are asked. */
export function readsTexts(hands: readonly Hand[]): boolean {
  return hands.some((hand) => READERS.has(hand.role));
}

/** Who looks at a text. `sealKeepers`: the persons who referred it and may go on reading it. */
export interface Look {
  readonly hands: readonly Hand[];
  readonly person: string;
  readonly versionState: string;
  readonly itemState: string;
  readonly sealed: boolean;
  readonly sealKeepers: readonly string[];
}

/**
 * Whether a text may be shown (product.md, "Who may do what"): a sealed one to the referring officer only; an office sees
 * unpublished text only where its endorsement is asked.
 */
export function mayRead({ hands, person, versionState, itemState, sealed, sealKeepers }: Look): boolean {
  if (sealed) {
    return hands.some((hand) => hand.role === 'confidentialityOfficer') && sealKeepers.includes(person);
  }
  if (readsTexts(hands)) return true;
  if (!hands.some((hand) => hand.role === 'leadingGroupOffice')) return false;
  return itemState === 'awaitingEndorsement' || (PUBLISHED.has(versionState) && itemState === 'releasable');
}
