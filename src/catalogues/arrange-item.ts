import { detailOf, type Change } from '../commands/changes.js';
import { itemOf, type Command, type CommandRequest } from '../commands/corridor.js';
import type { Loaded } from '../commands/facts.js';
import { logBody } from '../commands/log-body.js';
import * as refuse from '../commands/refusals.js';
import type { ItemQueries, Place } from './item.queries.js';

/** Where a row goes and which 序号 it bears; what is not said stays as it is. `after` null is the first place. */
export interface Arrangement {
  readonly after?: string | null;
  readonly number?: string;
}

/**
 * Moves a row of a draft behind another one, or gives it another number. Neither is text: nothing is voided, nobody becomes a contributor.
 * It rests on the two rows only, so that people who move different rows are not in each other's way; of two who move the same row the later one
 * has it. The place itself is found by the database, under the version's lock.
 * @throws ProblemError 422 when the draft has no such row to stand behind
 */
export function arrangeItem(request: CommandRequest, { after, number }: Arrangement, queries: ItemQueries): Command<Place> {
  return {
    reads: 'item',
    gather: (loaded) => queries.place(loaded.version.id, request.itemId!, after ?? null),
    judge: (loaded) => {
      const hand = compilingHand(loaded);
      if (!hand) return refuse.verdict('forbidden', 'rolePermits');
      if (loaded.version.state !== 'draft') return refuse.verdict('conflict', 'stateAllows');
      return { allowed: true, to: null, verdicts: {}, hand };
    },
    plan: (loaded, place, { hand }) => {
      if (after && (place.afterSeq === null || after === request.itemId)) throw refuse.noSuchPlace();
      const item = itemOf(loaded, request.itemId!);
      const stays = after === undefined || after === place.after;
      const answer = {
        itemId: item.itemId,
        state: item.state,
        contentHash: item.contentHash,
        after: stays ? place.after : after,
        number: number ?? place.number,
      };
      if (stays && answer.number === place.number) return { unchanged: answer };
      const detail = number === undefined ? null : detailOf({ number });
      const changes: Change[] = detail ? [detail.store] : [];
      changes.push(
        {
          op: 'event',
          stream: loaded.version.id,
          body: logBody({
            type: 'items.arranged',
            actor: { id: loaded.person!, hand: hand! },
            itemId: item.itemId,
            reasonHash: detail?.hash,
            facts: { ...(!stays && { after }) },
            requestId: request.requestId,
            idempotencyKey: request.key ?? undefined,
          }),
        },
        {
          op: 'arrange',
          version: loaded.version.id,
          item: item.itemId,
          ...(!stays && { after }),
          ...(number !== undefined && { label: number }),
        },
      );
      const items = { [item.itemId]: item.seq, ...(!stays && after && { [after]: place.afterSeq! }) };
      return { lock: [loaded.version.id], expect: [{ version: loaded.version.id, state: 'draft', items }], changes, answer };
    },
  };
}

function compilingHand(loaded: Loaded) {
  return loaded.hands.find((hand) => hand.role === 'compiler') ?? null;
}
