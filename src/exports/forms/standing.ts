import type { ItemState } from '../../../machines/item-review.facts.js';
import type { ReadableItem } from '../reads/version-texts.reads.js';
import type { Signature } from '../reads/signatures.reads.js';
import { ITEM_STATE_NAMES } from '../messages.js';
import { decisionName } from './words.js';

/** Which decisions lead to a state: an older one that stands no longer speaks for the item. */
const LEADING_TO: Readonly<Record<ItemState, readonly string[]>> = {
  drafting: [],
  awaitingReview: [],
  returned: ['return', 'requireRedaction', 'requireMitigation'],
  referred: ['refer'],
  deferred: ['defer'],
  cleared: ['clear', 'determine'],
  awaitingEndorsement: ['clear', 'determine'],
  releasable: ['clear', 'determine'],
  withheld: ['withhold', 'determine', 'rejectRisk'],
  onApplication: ['discloseOnApplication'],
  setAside: ['setAside'],
};

/** The signatures of an item, sorted by whether they still say something of its text. */
export interface Standing {
  /** On the text as it is, and not voided. */
  readonly standing: readonly Signature[];
  /** Voided, or given on another wording. */
  readonly past: readonly Signature[];
  /** The decision that the item's state rests on; null while there is none. */
  readonly conclusion: Signature | null;
  readonly acceptance: Signature | null;
  readonly endorsement: Signature | null;
  /** The conclusion in the words of the forms. */
  readonly verdict: string;
}

export function standingOf(item: ReadableItem, signatures: readonly Signature[]): Standing {
  const stands = (one: Signature): boolean => one.standing && one.contentHash === item.contentHash;
  const standing = signatures.filter((one) => stands(one) && one.step !== 'carryOver');
  const conclusion = signatures.findLast((one) => leads(one, item) && (item.state === 'returned' || stands(one))) ?? null;
  return {
    standing,
    past: signatures.filter((one) => !stands(one)),
    conclusion,
    acceptance: standing.findLast(({ type }) => type === 'acceptRisk') ?? null,
    endorsement: standing.findLast(({ type }) => type === 'endorse') ?? null,
    verdict: verdictOf(item, conclusion, signatures),
  };
}

function leads(signature: Signature, item: ReadableItem): boolean {
  return LEADING_TO[item.state].includes(signature.type) && signature.step !== 'carryOver';
}

function verdictOf(item: ReadableItem, conclusion: Signature | null, signatures: readonly Signature[]): string {
  if (!conclusion) return ITEM_STATE_NAMES[item.state];
  if (item.text?.removal && conclusion.type === 'clear') return '同意移出目录';
  const before = signatures.filter(({ version, seq }) => version === conclusion.version && seq < conclusion.seq);
  const redacted = conclusion.type === 'clear' && before.some(({ type }) => type === 'requireRedaction');
  return redacted ? '脱敏后公开（已脱敏并复审）' : decisionName(conclusion);
}
