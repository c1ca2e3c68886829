import { Injectable } from '@nestjs/common';
import type { Judgement } from '../../machines/judge.js';
import type { Plan } from './changes.js';
import { CommandStore } from './command-store.js';
import type { CommandFacts, Loaded, StoredItem } from './facts.js';
import * as refuse from './refusals.js';
import { through, throughByClock, type Outcome, type Passage, type Unchanged } from './through.js';

/** Who asks, for what, and under which conditions; the same for every command. */
export interface CommandRequest {
  readonly token: string | null;
  readonly versionId: string;
  readonly itemId?: string;
  readonly key: string | null;
  /** Over method, path and body: the same key with another request is refused. */
  readonly requestHash: string;
  readonly requestId?: string;
  /** The log position that the person saw; undefined where the command needs none, null where it was not given. */
  readonly ifMatch?: number | null;
  /** The text that the person saw; undefined where the command needs none, null where it was not given. */
  readonly contentHash?: string | null;
}

/**
 * What a feature tells the corridor about one command. `gather` may read; `judge` and `plan` are pure.
 * The corridor calls them again with fresh facts when what they rested on has changed meanwhile.
 */
export interface Command<Gathered> {
  /** `all`: the command looks at every item and at everybody at the body, so it rests on the whole version. */
  readonly reads: 'item' | 'all';
  gather(loaded: Loaded): Promise<Gathered>;
  judge(loaded: Loaded, gathered: Gathered): Judgement<string>;
  plan(loaded: Loaded, gathered: Gathered, judgement: Extract<Judgement<string>, { allowed: true }>): Plan | Unchanged;
}

/**
 * The one way in for every change under a catalogue version:
 * load → authorise → gather facts → ask the machine → save, log and effects in one transaction that checks again what was read.
 */
@Injectable()
export class Corridor {
  constructor(private readonly store: CommandStore) {}

  run<Gathered>(request: CommandRequest, command: Command<Gathered>): Promise<Outcome> {
    const passage: Passage<Loaded, Gathered, Plan> = {
      load: async () => {
        const facts = await this.store.facts(request.token, request.versionId, request.itemId ?? null, command.reads, request.key);
        return { loaded: authorise(facts, request), prior: facts.prior };
      },
      gather: (loaded) => command.gather(loaded),
      judge: (loaded, gathered) => command.judge(loaded, gathered),
      refuse: (judgement, loaded) => refuseUnlessAllowed(judgement, loaded, request),
      plan: (loaded, gathered, judgement) => command.plan(loaded, gathered, judgement),
      commit: (plan) => this.store.commit(request.token!, plan, request.key!, request.requestHash),
      positionOf: ({ version }) => version.seq,
    };
    return through(passage, request.requestHash);
  }

  /** The clock's way in: the same steps, the system as the actor. Answers null when there is nothing to do any more. */
  runDue<Gathered>(versionId: string, command: Command<Gathered>): Promise<Outcome | null> {
    return throughByClock<Loaded, Gathered, Plan>({
      load: async () => {
        const facts = await this.store.facts(null, versionId, null, command.reads, null);
        return facts.version && complete(facts);
      },
      gather: (loaded) => command.gather(loaded),
      judge: (loaded, gathered) => command.judge(loaded, gathered),
      plan: (loaded, gathered, judgement) => command.plan(loaded, gathered, judgement),
      commit: (plan) => this.store.commitDue(versionId, plan),
    });
  }
}

/** 401 without a session; 404 for what is absent or lies outside what the person may read. */
function authorise(facts: CommandFacts, request: CommandRequest): Loaded {
  if (facts.person === null) throw refuse.notSignedIn();
  if (facts.version === null || !facts.hands?.length) throw refuse.absent();
  if (request.itemId !== undefined && !facts.items?.some((item) => item.itemId === request.itemId)) throw refuse.absent();
  return complete(facts);
}

function complete(facts: CommandFacts): Loaded {
  return {
    person: facts.person,
    version: facts.version!,
    hands: facts.hands ?? [],
    items: facts.items ?? [],
    everybody: facts.everybody ?? [],
  };
}

/** In the contract's order: 403 · 428 · 412 · 409 · 422. */
function refuseUnlessAllowed(
  judgement: Judgement<string>,
  loaded: Loaded,
  request: CommandRequest,
): asserts judgement is Extract<Judgement<string>, { allowed: true }> {
  if (!judgement.allowed && judgement.refusal === 'forbidden') throw refuse.byMachine(judgement);
  if (request.key === null) throw refuse.preconditionMissing('idempotencyKey');
  if (request.ifMatch === null) throw refuse.preconditionMissing('ifMatch');
  if (request.contentHash === null) throw refuse.preconditionMissing('contentHash');
  if (request.ifMatch !== undefined && request.ifMatch !== loaded.version.seq) throw refuse.staleVersion(loaded.version.seq);
  if (request.contentHash !== undefined && request.contentHash !== itemOf(loaded, request.itemId!).contentHash) {
    throw refuse.staleText(itemOf(loaded, request.itemId!).contentHash);
  }
  if (!judgement.allowed) throw refuse.byMachine(judgement);
}

/** The item that the command is about; the gate has seen that it is there. */
export function itemOf(loaded: Loaded, itemId: string): StoredItem {
  return loaded.items.find((item) => item.itemId === itemId)!;
}
