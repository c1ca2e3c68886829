import type { ItemStanding, RiskLevel, Signature } from '../../../machines/item-review.facts.js';
import type { Findings } from '../text.js';
import type { PastRow } from './past-rows.js';

/** A decision on an item in whatever version, that had been taken by the moment. `fallen`: voided by then, or its text barred after it. */
export interface KnownDecision {
  readonly id: number;
  readonly item: string;
  readonly version: string;
  readonly revision: string;
  readonly hash: string;
  readonly kind: string;
  readonly step: Signature['step'] | 'carryOver';
  readonly persons: readonly string[];
  readonly outcome: 'open' | 'withhold' | null;
  readonly level: RiskLevel | null;
  readonly measures: boolean;
  readonly assess: boolean;
  readonly predecessor: 'keep' | 'drop' | null;
  readonly restsOn: number | null;
  readonly fallen: boolean;
}

/** What is known of one row beside its place in the log, as of the moment. */
export interface KnownOfRow {
  readonly row: PastRow;
  /** In the order in which they were taken. */
  readonly decisions: readonly KnownDecision[];
  readonly text: { readonly category: ItemStanding['category']; readonly removal: boolean; readonly findings: Findings };
  readonly contributors: readonly string[];
  readonly barredHashes: readonly string[];
  readonly dismissals: readonly { readonly hash: string; readonly hint: string; readonly side: string }[];
  readonly wasPublic: boolean;
  /** What the predecessor shows for the item, while it may be shown; null where it shows nothing. */
  readonly predecessor: { readonly hash: string; readonly decision: number } | null;
}

const AGAINST = ['withhold', 'discloseOnApplication', 'requireRedaction', 'return', 'refer', 'requireMitigation', 'rejectRisk'];
const SENDING_BACK = ['return', 'requireRedaction', 'requireMitigation'];

const clears = ({ kind, outcome }: KnownDecision): boolean => kind === 'clear' || (kind === 'determine' && outcome === 'open');
const signs = ({ step, kind }: KnownDecision): boolean => step !== 'carryOver' && kind !== 'requireMitigation';

/** Whether somebody spoke against a text after a decision on it, in whatever version. */
function spokenAgainst({ decisions }: KnownOfRow, hash: string, after: number): boolean {
  return decisions.some(
    ({ id, hash: of, kind, outcome }) =>
      of === hash && id > after && (AGAINST.includes(kind) || (kind === 'determine' && outcome === 'withhold')),
  );
}

/** How an item stood in a version: what the machines may know of it, by the rules of `item_standings` (migrations/0004). */
export function standingThen(known: KnownOfRow, versionId: string): ItemStanding {
  const { row, decisions, text, dismissals } = known;
  const { contentHash: hash } = row;
  const stand = decisions.filter((decision) => !decision.fallen);
  const here = stand.filter(({ version }) => version === versionId);
  const cleared = clearanceOf(known, here, stand);
  const onText = decisions.filter((decision) => decision.hash === hash);
  const sentBack = decisions.findLast(({ version, kind }) => version === versionId && SENDING_BACK.includes(kind));
  const { findings } = text;
  const open = (side: string) =>
    findings.hits.filter((hit) => !dismissals.some((one) => one.hash === hash && one.hint === hit && one.side === side)).length;
  return {
    itemId: row.itemId,
    state: row.state,
    contentHash: hash,
    category: text.category,
    removal: text.removal,
    wasPublic: known.wasPublic,
    changedSinceReturned: sentBack?.hash !== hash,
    contributors: known.contributors,
    signatures: signaturesOf(
      here.filter(({ revision }) => revision === row.revisionId),
      decisions,
      stand,
    ),
    clearStands: cleared !== null,
    assessmentDemanded: onText.some(
      ({ kind, assess }) => (kind === 'clear' && assess) || kind === 'requireMitigation' || kind === 'rejectRisk',
    ),
    acceptance: acceptanceOf(stand.filter((one) => one.hash === hash && one.version === (cleared?.version ?? versionId))),
    referral: referralOf(onText),
    barred: cleared === null && known.barredHashes.includes(hash),
    kept: row.state === 'setAside' && here.findLast(({ kind }) => kind === 'setAside')?.predecessor === 'keep',
    keepable: known.predecessor !== null && isKeepable(known, known.predecessor),
    missing: findings.missing,
    timeLimitUnread: findings.timeLimitUnread,
    openRepairs: findings.openRepairs.filter(({ id }) => !dismissals.some(({ hint }) => hint === id)).length,
    openHits: { compiler: open('compiler'), officer: open('officer') },
  };
}

function clearanceOf(known: KnownOfRow, here: readonly KnownDecision[], stand: readonly KnownDecision[]): KnownDecision | null {
  const { contentHash } = known.row;
  const last = here.findLast((decision) => decision.hash === contentHash && (clears(decision) || decision.step === 'carryOver'));
  if (last?.step !== 'carryOver') return last ?? null;
  const original = stand.find(({ id }) => id === last.restsOn);
  return original?.hash === contentHash && clears(original) && !spokenAgainst(known, contentHash, original.id) ? original : null;
}

/** Signatures on this text here, and those that a decision of another version stands for. */
function signaturesOf(onText: readonly KnownDecision[], all: readonly KnownDecision[], stand: readonly KnownDecision[]): Signature[] {
  const rested = onText.flatMap(({ restsOn }) => {
    const original = restsOn === null ? undefined : all.find(({ id }) => id === restsOn);
    return original ? stand.filter(({ version, hash }) => version === original.version && hash === original.hash) : [];
  });
  return [...onText, ...rested].filter(signs).map(({ step, kind, persons }) => ({ step: step as Signature['step'], event: kind, persons }));
}

function acceptanceOf(onText: readonly KnownDecision[]): ItemStanding['acceptance'] {
  const accepted = onText.findLast(({ kind }) => kind === 'acceptRisk');
  if (!accepted) return null;
  const endorsed = onText.some(({ kind, id }) => kind === 'endorse' && id > accepted.id);
  return { level: accepted.level!, measures: accepted.measures, endorsed };
}

function referralOf(onText: readonly KnownDecision[]): ItemStanding['referral'] {
  const last = onText.findLast(({ kind }) => kind === 'refer' || kind === 'determine');
  if (!last) return 'none';
  if (last.kind === 'refer') return 'open';
  return last.outcome === 'open' ? 'determinedOpen' : 'determinedWithhold';
}

function isKeepable(known: KnownOfRow, { hash, decision }: { hash: string; decision: number }): boolean {
  return !known.barredHashes.includes(hash) && !spokenAgainst(known, hash, decision);
}
