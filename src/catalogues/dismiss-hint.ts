import { hintsFor } from '../content/index.js';
import { detailOf } from '../commands/changes.js';
import { itemOf, type Command, type CommandRequest } from '../commands/corridor.js';
import type { Loaded } from '../commands/facts.js';
import { logBody } from '../commands/log-body.js';
import * as refuse from '../commands/refusals.js';
import type { ItemQueries } from './item.queries.js';

/** A hint's dismissal is the compiler's before `submit`, and the officer's before `clear` (product.md, rule 9). */
const SIDES = { compiler: 'compiler', confidentialityOfficer: 'officer' } as const;

/** The compiler dismisses where the text may still change, the officer while it is under review. */
const WHERE: Record<(typeof SIDES)[keyof typeof SIDES], readonly string[]> = {
  compiler: ['draft', 'confidentialityReview', 'riskAssessment'],
  officer: ['confidentialityReview', 'riskAssessment'],
};

/**
 * Says, with a reason, why one hint on this very text does not matter. It is bound to the text: another text needs another.
 * @throws ProblemError 404 when the text has no such hint
 */
export function dismissHint(request: CommandRequest, hintId: string, reason: string, queries: ItemQueries): Command<null> {
  return {
    reads: 'item',
    gather: async (loaded) => {
      const hand = handFor(loaded);
      if (!hand) return null;
      const item = itemOf(loaded, request.itemId!);
      const text = await queries.text(item.revisionId);
      const hints = hintsFor(text.content, queries.profileOf(loaded.version)).map((hint) => hint.id);
      const repairs = text.findings.openRepairs.map((repair) => repair.id);
      // A sealed text is the officers' alone; they acknowledge its hits before they record that it may be disclosed.
      const sealed = item.state === 'referred' && hand.role !== 'confidentialityOfficer';
      if (sealed || ![...hints, ...repairs].includes(hintId)) throw refuse.absent();
      return null;
    },
    judge: (loaded) => {
      const hand = handFor(loaded);
      if (!hand) return refuse.verdict('forbidden', 'rolePermits');
      const open = WHERE[SIDES[hand.role as keyof typeof SIDES]].includes(loaded.version.state);
      return open ? { allowed: true, to: null, verdicts: {}, hand } : refuse.verdict('conflict', 'stateAllows');
    },
    plan: (loaded, _, { hand }) => {
      const item = itemOf(loaded, request.itemId!);
      const detail = detailOf({ reason })!;
      return {
        lock: [loaded.version.id],
        expect: [{ version: loaded.version.id, state: loaded.version.state, items: { [item.itemId]: item.seq } }],
        changes: [
          detail.store,
          {
            op: 'event',
            stream: loaded.version.id,
            body: logBody({
              type: 'hint.dismissed',
              actor: { id: loaded.person!, hand: hand! },
              itemId: item.itemId,
              revisionId: item.revisionId,
              contentHash: item.contentHash,
              reasonHash: detail.hash,
              facts: { hintId },
              requestId: request.requestId,
              idempotencyKey: request.key ?? undefined,
            }),
          },
          {
            op: 'dismiss',
            version: loaded.version.id,
            item: item.itemId,
            hash: item.contentHash,
            hint: hintId,
            side: SIDES[hand!.role as keyof typeof SIDES],
            reasonHash: detail.hash,
          },
        ],
        answer: { itemId: item.itemId, hintId, state: item.state, contentHash: item.contentHash },
      };
    },
  };
}

function handFor(loaded: Loaded) {
  const reviewing = WHERE.officer.includes(loaded.version.state);
  const order = reviewing ? (['confidentialityOfficer', 'compiler'] as const) : (['compiler', 'confidentialityOfficer'] as const);
  return order.map((role) => loaded.hands.find((hand) => hand.role === role)).find((hand) => hand !== undefined) ?? null;
}
