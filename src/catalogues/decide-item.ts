import type { ItemReviewEvent, ItemReviewParameters } from '../../machines/item-review.events.js';
import { judge } from '../../machines/judge.js';
import { currentVersion } from '../../machines/registry.js';
import type { ContentPatch, ItemContent } from '../content/index.js';
import { detailOf, type Change, type DecisionRow } from '../commands/changes.js';
import { itemOf, type Command, type CommandRequest } from '../commands/corridor.js';
import { itemFacts, type Loaded, type StoredItem } from '../commands/facts.js';
import { logBody } from '../commands/log-body.js';
import { machineOf } from '../commands/machines.js';
import type { ItemQueries } from './item.queries.js';
import { demandSoundProposal } from './proposal.js';
import { systemVersionStep } from './system-steps.js';

/** The step that each deciding event signs. What is not here is no decision and leaves its trace in the log only. */
export const STEPS: Partial<Record<ItemReviewEvent['type'], DecisionRow['step']>> = {
  clear: 'review',
  requireRedaction: 'review',
  return: 'review',
  withhold: 'review',
  discloseOnApplication: 'review',
  refer: 'review',
  defer: 'review',
  determine: 'review',
  setAside: 'review',
  acceptRisk: 'assessment',
  requireMitigation: 'assessment',
  rejectRisk: 'assessment',
  endorse: 'endorsement',
};

/** The event as it comes in: the machine's parameters and the words that are kept by hash. */
export type ItemDecision = ItemReviewParameters & { opinion?: string; dimensions?: unknown; proposal?: ContentPatch };

interface Gathered {
  /** Who would stand as contributors afterwards: an amender becomes one. */
  readonly facts: ReturnType<typeof itemFacts>;
  /** The text for which a wording is proposed. */
  readonly proposedFor: ItemContent | null;
}

/**
 * One signature or one step of one item: everything of product.md's item events but editing.
 * One item, one event, for exactly the text whose hash was sent (一事一审).
 */
export function decideItem(request: CommandRequest, event: ItemDecision, queries: ItemQueries): Command<Gathered> {
  const itemId = request.itemId!;
  const amends = event.type === 'amend';
  return {
    reads: amends ? 'all' : 'item',
    gather: async (loaded) => {
      const item = itemOf(loaded, itemId);
      const hazards = queries.profileOf(loaded.version).hazardQuestions.map((question) => question.code);
      const facts = itemFacts(loaded, item, hazards, amends ? afterAmending(loaded, item) : undefined);
      return { facts, proposedFor: event.proposal ? (await queries.text(item.revisionId)).content : null };
    },
    judge: (loaded, { facts }) =>
      judge('itemReview', currentVersion('itemReview'), itemOf(loaded, itemId).state, event as ItemReviewEvent, facts),
    plan: (loaded, { proposedFor }, { to, hand, verdicts }) => {
      const item = itemOf(loaded, itemId);
      const { version } = loaded;
      const at = { version: version.id, item: itemId };
      const { reason, opinion, fields, checklist, dimensions, measures, reply, proposal } = event;
      if (proposal && proposedFor) demandSoundProposal(proposedFor, proposal, queries.profileOf(version));
      const detail = detailOf({ reason, opinion, fields, checklist, dimensions, measures, reply, proposal });
      const changes: Change[] = detail ? [detail.store] : [];
      changes.push({
        op: 'event',
        stream: version.id,
        body: logBody({
          type: event.type,
          actor: { id: loaded.person!, hand: hand! },
          machine: machineOf('itemReview'),
          from: item.state,
          to,
          itemId,
          revisionId: item.revisionId,
          contentHash: item.contentHash,
          reasonHash: detail?.hash,
          verdicts,
          facts: factsOf(event, item),
          requestId: request.requestId,
          idempotencyKey: request.key ?? undefined,
        }),
      });
      changes.push({ op: 'item', ...at, state: to! });
      const step = STEPS[event.type];
      if (step) changes.push({ op: 'decide', ...at, ...decisionRow(event, item, step, detail?.hash) });
      if (event.type === 'reopen' && version.state === 'departmentApproval')
        changes.push(...systemVersionStep(loaded, { type: 'itemReopened' }));
      return {
        lock: [version.id],
        expect: [
          {
            version: version.id,
            state: version.state,
            items: { [itemId]: item.seq },
            ...(amends && { seq: version.seq }),
          },
        ],
        changes,
        answer: { itemId, state: to, contentHash: item.contentHash },
      };
    },
  };
}

function decisionRow(event: ItemDecision, item: StoredItem, step: DecisionRow['step'], detail?: string): DecisionRow {
  const keeps = event.type === 'setAside' && event.predecessor === 'keep' ? item.keep : null;
  return {
    revision: item.revisionId,
    hash: item.contentHash,
    kind: event.type,
    step,
    detail,
    assess: event.assess,
    ground: event.ground,
    documentNumber: event.documentNumber,
    outcome: event.outcome,
    level: event.level,
    measures: event.type === 'acceptRisk' ? isGiven(event.measures) : undefined,
    predecessor: event.type === 'setAside' ? (event.predecessor ?? 'drop') : undefined,
    reviewOn: event.reviewOn,
    ...(keeps && { keptRevision: keeps.revisionId, keptHash: keeps.contentHash, restsOn: keeps.decisionId }),
  };
}

function isGiven(measures: unknown): boolean {
  return Array.isArray(measures) ? measures.length > 0 : typeof measures === 'string' && measures.trim() !== '';
}

/** What the log keeps of the event's parameters: codes and numbers, never words. */
function factsOf(event: ItemDecision, item: StoredItem): Record<string, unknown> {
  const { ground, documentNumber, outcome, level, assess, predecessor, reviewOn } = event;
  const kept = event.type === 'setAside' && predecessor === 'keep' && item.keep ? { kept: { ...item.keep } } : {};
  const given = { ground, documentNumber, outcome, level, assess, predecessor, reviewOn, ...kept };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function afterAmending(loaded: Loaded, item: StoredItem) {
  const amended = {
    ...item,
    contributors: [...new Set([...item.contributors, ...compilersOf(loaded)])],
    signatures: item.changedSinceReturned ? [] : item.signatures,
    state: 'awaitingReview' as const,
  };
  return {
    incoming: { contentHash: item.contentHash, referral: item.referral, removal: item.removal },
    whole: {
      items: loaded.items.map((other) => (other.itemId === item.itemId ? amended : other)),
      hands: loaded.everybody,
    },
  };
}

/** The persons behind the actor's compiling hand: who would become a contributor. */
export function compilersOf(loaded: Loaded): readonly string[] {
  const hand = loaded.hands.find((held) => held.role === 'compiler');
  return hand ? hand.persons : [];
}
