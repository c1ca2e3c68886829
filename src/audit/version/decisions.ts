import type { NamedRow } from '../differences.js';
import type { SaidEvent } from '../said.js';
import { textOf, type Texts } from '../texts.js';

const REVIEW = ['clear', 'requireRedaction', 'return', 'withhold', 'discloseOnApplication', 'refer', 'determine', 'defer', 'setAside'];
/** The step that each deciding event of an item signs. */
const STEPS: ReadonlyMap<string, string> = new Map([
  ...REVIEW.map((kind) => [kind, 'review'] as const),
  ...['acceptRisk', 'requireMitigation', 'rejectRisk'].map((kind) => [kind, 'assessment'] as const),
  ['endorse', 'endorsement'],
  ['carryOver', 'carryOver'],
]);
/** After these no decision on the item stands any more. */
const VOIDING: ReadonlySet<string> = new Set(['edit', 'remove', 'reopen', 'requireMitigation', 'rejectRisk', 'enterReview', 'textBarred']);

export const decides = ({ machine, type, itemId }: SaidEvent): boolean => machine === 'itemReview' && itemId !== null && STEPS.has(type);

/** The decisions of a version as its events say them. */
export function decisionsSaid(events: readonly SaidEvent[], texts: Texts): NamedRow[] {
  const voiding = events.filter(({ machine, type }) => machine === 'itemReview' && VOIDING.has(type));
  return events.filter(decides).map((event) => {
    const { seq, type, itemId, facts } = event;
    const kept = (facts.kept ?? {}) as { revisionId?: string; contentHash?: string; decisionId?: number };
    return {
      name: `decision ${seq}`,
      seq,
      row: {
        itemId,
        revisionId: event.revisionId,
        contentHash: event.contentHash,
        kind: type,
        step: STEPS.get(type),
        by: event.actor,
        onBehalfOf: event.onBehalfOf,
        at: event.at,
        assess: facts.assess ?? false,
        ground: facts.ground ?? null,
        documentNumber: facts.documentNumber ?? null,
        outcome: facts.outcome ?? null,
        level: facts.level ?? null,
        measures: measured(event, texts),
        predecessor: type === 'setAside' ? (facts.predecessor ?? 'drop') : null,
        reviewOn: facts.reviewOn ?? null,
        keptRevision: kept.revisionId ?? null,
        keptHash: kept.contentHash ?? null,
        restsOn: kept.decisionId ?? facts.restsOn ?? null,
        detail: event.reasonHash,
        voidedSeq: voiding.find((later) => later.itemId === itemId && later.seq > seq)?.seq ?? null,
      },
    };
  });
}

/** Whether an acceptance names measures: its words say so, where they are still there. */
function measured({ type, reasonHash }: SaidEvent, texts: Texts): boolean | undefined {
  if (type !== 'acceptRisk') return false;
  if (reasonHash === null) return false;
  const measures = textOf<{ measures?: unknown }>(texts, reasonHash)?.measures;
  if (texts.get(reasonHash) === null) return undefined;
  return Array.isArray(measures) ? measures.length > 0 : typeof measures === 'string' && measures.trim() !== '';
}
