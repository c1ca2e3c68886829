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

/**
 * SQL: whether this text of this item is sealed, in whatever version it is looked at. A referred one is until it is determined; one
 * that was determined to be withheld is again once its item came back to `referred`.
 */
export const sealedText = (item: string, hash: string): string => `case mulu.referral_of(${item}, ${hash}) when 'open' then true
  when 'determinedWithhold' then exists (
    select from mulu.version_item s join mulu.log_event e on e.stream = s.version_id and e.seq = s.state_seq
    where s.item_id = ${item} and s.content_hash = ${hash} and s.state = 'referred'
      and e.at > (select max(d.at) from mulu.decision d where d.item_id = s.item_id and d.content_hash = s.content_hash and d.kind = 'determine'))
  else false end`;

/** SQL: no bar hides the text that the publication `p` shows for `pi`; one that was cleared anew after its bar is shown again. */
export const NOT_HIDDEN = `not exists (select from mulu.bar b where b.item_id = pi.item_id and b.content_hash = pi.content_hash and b.at >= p.published_at)`;

/** SQL: whether the version shows its own text for the item `vi` to the public; not a removal, and nothing that a bar hides. */
export const SHOWN_TEXT = `exists (select from mulu.publication_item pi join mulu.publication p on p.version_id = pi.version_id
    where pi.version_id = vi.version_id and pi.item_id = vi.item_id and pi.content_hash = vi.content_hash and ${NOT_HIDDEN})`;

/** SQL from `from` on: what versions before the given number show of an item (`pi`); the latest has the highest `pv.number`. */
export const publishedBefore = (item: string, number: string): string => `from mulu.publication_item pi
    join mulu.publication p on p.version_id = pi.version_id
    join mulu.catalogue_version pv on pv.id = pi.version_id
    where pi.item_id = ${item} and pv.number < ${number} and ${NOT_HIDDEN}`;

/** SQL: the persons who referred this text of the item `vi`, and may go on reading it. */
export const SEAL_KEEPERS = `array(select unnest(mulu.persons(d.decided_by, d.on_behalf_of)) from mulu.decision d
    where d.item_id = vi.item_id and d.content_hash = vi.content_hash and d.kind = 'refer')`;

/** Who looks at a text. `sealKeepers`: the persons who referred it and may go on reading it. `shown`: the public reads it here. */
export interface Look {
  readonly hands: readonly Hand[];
  readonly person: string;
  readonly versionState: string;
  readonly itemState: string;
  readonly sealed: boolean;
  readonly shown: boolean;
  readonly sealKeepers: readonly string[];
}

/**
 * Whether a text may be shown (product.md, "Who may do what"): a sealed one to the referring officer only; an office sees
 * unpublished text only where its endorsement is asked.
 */
export function mayRead({ hands, person, versionState, itemState, sealed, shown, sealKeepers }: Look): boolean {
  if (sealed) {
    return hands.some((hand) => hand.role === 'confidentialityOfficer') && sealKeepers.includes(person);
  }
  if (readsTexts(hands)) return true;
  if (!hands.some((hand) => hand.role === 'leadingGroupOffice')) return false;
  return itemState === 'awaitingEndorsement' || (PUBLISHED.has(versionState) && shown);
}
