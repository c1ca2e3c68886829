import { bodyOf, readHeader, type ChainedEvent } from './chain.js';

/** An event with what its bytes say: the columns beside them are not asked. */
export interface SaidEvent {
  readonly seq: number;
  readonly at: string;
  readonly type: string;
  readonly actor: string | null;
  readonly onBehalfOf: string | null;
  readonly roles: readonly string[];
  readonly machine: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly itemId: string | null;
  readonly revisionId: string | null;
  readonly contentHash: string | null;
  readonly reasonHash: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
  /** Whether it is what somebody asked for, and not what came along. */
  readonly asked: boolean;
}

type Body = Partial<Omit<SaidEvent, 'seq' | 'at' | 'machine' | 'asked'>> & {
  readonly machine?: { readonly id: string };
  readonly idempotencyKey?: string;
};

/** What the bytes say, first to last; an event whose bytes cannot be read is left out, which `verifyChain` reports. */
export function saidBy(events: readonly ChainedEvent[]): SaidEvent[] {
  return events.flatMap((event) => {
    const body = bodyOf<Body>(event);
    const at = readHeader(event.header)?.at;
    return body === null || at === undefined ? [] : [asSaid(event.seq, at, body)];
  });
}

function asSaid(seq: number, at: string, body: Body): SaidEvent {
  const { type = '', actor = null, onBehalfOf = null, roles = [], from = null, to = null } = body;
  const { itemId = null, revisionId = null, contentHash = null, reasonHash = null, facts, machine } = body;
  return {
    ...{ seq, at, type, actor, onBehalfOf, roles, from, to, itemId, revisionId, contentHash, reasonHash },
    machine: machine?.id ?? null,
    asked: body.idempotencyKey !== undefined,
    // The database's own words about the system lie beside the actor, the application's under `facts`.
    facts: facts ?? (body as Readonly<Record<string, unknown>>),
  };
}
