import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { judge, type Judgement } from '../../machines/judge.js';
import { currentVersion } from '../../machines/registry.js';
import type { PurgeParameters } from '../../machines/purge.events.js';
import type { PurgeFacts } from '../../machines/purge.facts.js';
import { detailOf } from './changes.js';
import { logBody } from './log-body.js';
import { machineOf } from './machines.js';
import { PurgeStore, type PurgeAnswer, type PurgePlan, type PurgeTarget } from './purge-store.js';
import * as refuse from './refusals.js';
import { through, type Outcome, type Passage } from './through.js';

export interface PurgeRequest {
  readonly token: string | null;
  /** The purge, or the text that is to be proposed. */
  readonly at: string | PurgeTarget;
  readonly key: string | null;
  readonly requestHash: string;
  readonly requestId?: string;
  /** The hash that the person confirmed; undefined where the step needs none. */
  readonly contentHash?: string | null;
}

/** What the machine may know. */
export function factsOfPurge({ person, hands, purge, text }: PurgeAnswer): PurgeFacts {
  return { actor: { kind: 'person', id: person!, hands: [...hands] }, purge: { proposers: purge?.proposers ?? [] }, text };
}

/** The one way in for every step of a purge: the corridor's steps, where purges are kept. */
@Injectable()
export class PurgeCorridor {
  constructor(private readonly store: PurgeStore) {}

  run(request: PurgeRequest, event: PurgeParameters): Promise<Outcome> {
    const passage: Passage<PurgeAnswer, null, PurgePlan> = {
      load: async () => {
        const facts = await this.store.facts(request.token, request.at, request.key);
        return { loaded: authorise(facts, request), prior: facts.prior };
      },
      gather: async () => null,
      judge: (loaded) => judge('purge', currentVersion('purge'), loaded.purge?.state ?? null, event, factsOfPurge(loaded)),
      refuse: (judgement, loaded) => refuseUnlessAllowed(judgement, loaded, request),
      plan: (loaded, _, judgement) => planOf(loaded, judgement, event, request),
      commit: (plan) => this.store.commit(request.token!, plan, request.key!, request.requestHash),
      positionOf: ({ purge }) => purge?.seq ?? 0,
    };
    return through(passage, request.requestHash);
  }
}

/** 401 without a session; 403 for who is neither of the two administrators, whatever they ask for; 404 for what no log names. */
function authorise(facts: PurgeAnswer, { at }: PurgeRequest): PurgeAnswer {
  if (facts.person === null) throw refuse.notSignedIn();
  if (facts.hands.length === 0) throw refuse.byMachine(refuse.verdict('forbidden', 'rolePermits'));
  if (typeof at === 'string' ? facts.purge === null : facts.kind === null) throw refuse.absent();
  return facts;
}

/** In the contract's order: 403 · 428 · 409 · 422. */
function refuseUnlessAllowed(
  judgement: Judgement<string>,
  { purge, open }: PurgeAnswer,
  { key, contentHash }: PurgeRequest,
): asserts judgement is Extract<Judgement<string>, { allowed: true }> {
  if (!judgement.allowed && judgement.refusal === 'forbidden') throw refuse.byMachine(judgement);
  if (key === null) throw refuse.preconditionMissing('idempotencyKey');
  if (contentHash === null) throw refuse.preconditionMissing('contentHash');
  if (purge && contentHash !== undefined && contentHash !== purge.contentHash) throw refuse.staleText(purge.contentHash);
  if (!purge && open) throw refuse.proposedAlready(open);
  if (!judgement.allowed) throw refuse.byMachine(judgement);
}

function planOf(
  { person, purge }: PurgeAnswer,
  { to, hand, verdicts }: Extract<Judgement<string>, { allowed: true }>,
  { type, reason, ground, legalBasis }: PurgeParameters,
  { at, key, requestId }: PurgeRequest,
): PurgePlan {
  const id = purge?.id ?? randomUUID();
  const target = (purge ?? at) as PurgeTarget;
  const detail = detailOf({ reason, ...(purge === null && { legalBasis }) });
  const body = logBody({
    type,
    actor: { id: person!, hand: hand! },
    machine: machineOf('purge'),
    from: purge?.state ?? null,
    to,
    contentHash: target.contentHash,
    reasonHash: detail?.hash,
    verdicts,
    facts: { purgeId: id, versionId: target.versionId, ground: purge?.ground ?? ground },
    requestId,
    idempotencyKey: key ?? undefined,
  });
  return {
    ...(purge ? { op: 'move', expect: purge.seq } : { op: 'propose', version: target.versionId, hash: target.contentHash }),
    purge: id,
    body,
    ...(detail && { words: (detail.store as { text: string }).text }),
    answer: { id, state: to, contentHash: target.contentHash },
  };
}
