import { Injectable } from '@nestjs/common';
import type { Judgement } from '../../machines/judge.js';
import type { MatterHand } from '../../machines/people.facts.js';
import { MatterStore, type MatterAnswer, type MatterPlan, type Place, type StoredMatter } from './matter-store.js';
import * as refuse from './refusals.js';
import { through, throughByClock, type Outcome, type Passage, type Unchanged } from './through.js';

/** Who asks, for what, and under which conditions. */
export interface MatterRequest {
  readonly token: string | null;
  /** The matter, or where the one would lie that is to be made. */
  readonly at: string | Place;
  readonly key: string | null;
  readonly requestHash: string;
  readonly requestId?: string;
  /** The log position that the person saw; undefined where the command needs none, null where it was not given. */
  readonly ifMatch?: number | null;
}

/** Facts after the first gate: whoever asks may look at the matter, or has a hand where it would lie. */
export interface LoadedMatter {
  readonly person: string | null;
  readonly today: string;
  /** Null while it is to be made. */
  readonly matter: StoredMatter | null;
  readonly publishedSince: string | null;
  readonly hands: readonly MatterHand[];
}

/** What a feature tells the corridor about one step of a matter. `gather` may read; `judge` and `plan` are pure. */
export interface MatterCommand<Gathered> {
  gather(loaded: LoadedMatter): Promise<Gathered>;
  judge(loaded: LoadedMatter, gathered: Gathered): Judgement<string, MatterHand>;
  plan(
    loaded: LoadedMatter,
    gathered: Gathered,
    judgement: Extract<Judgement<string, MatterHand>, { allowed: true }>,
  ): MatterPlan | Unchanged;
}

/** The one way in for every change of a task, an obligation, a rectification or a report: the corridor's steps, where matters are kept. */
@Injectable()
export class MatterCorridor {
  constructor(private readonly store: MatterStore) {}

  run<Gathered>(request: MatterRequest, command: MatterCommand<Gathered>): Promise<Outcome> {
    const passage: Passage<LoadedMatter, Gathered, MatterPlan, MatterHand> = {
      load: async () => {
        const facts = await this.store.facts(request.token, request.at, request.key);
        return { loaded: authorise(facts, request), prior: facts.prior };
      },
      gather: (loaded) => command.gather(loaded),
      judge: (loaded, gathered) => command.judge(loaded, gathered),
      refuse: (judgement, loaded) => refuseUnlessAllowed(judgement, loaded, request),
      plan: (loaded, gathered, judgement) => command.plan(loaded, gathered, judgement),
      commit: (plan) => this.store.commit(request.token!, plan, request.key!, request.requestHash),
      positionOf: ({ matter }) => matter?.seq ?? 0,
    };
    return through(passage, request.requestHash);
  }

  /** The clock's way in: the system as the actor. Answers null when there is nothing to do any more. */
  runDue<Gathered>(at: string | Place, command: MatterCommand<Gathered>): Promise<Outcome | null> {
    return throughByClock<LoadedMatter, Gathered, MatterPlan, MatterHand>({
      load: async () => {
        const facts = await this.store.facts(null, at, null);
        return facts.matter === null && typeof at === 'string' ? null : complete(facts);
      },
      gather: (loaded) => command.gather(loaded),
      judge: (loaded, gathered) => command.judge(loaded, gathered),
      plan: (loaded, gathered, judgement) => command.plan(loaded, gathered, judgement),
      commit: (plan) => this.store.commitDue(plan),
    });
  }
}

/** 401 without a session; 404 for what is absent or lies outside what the person may look at. */
function authorise(facts: MatterAnswer, request: MatterRequest): LoadedMatter {
  if (facts.person === null) throw refuse.notSignedIn();
  if (facts.matter === null && typeof request.at === 'string') throw refuse.absent();
  if (!facts.hands?.length) throw refuse.absent();
  return complete(facts);
}

function complete({ person, today, matter, publishedSince, hands }: MatterAnswer): LoadedMatter {
  return { person, today, matter, publishedSince, hands: hands ?? [] };
}

/** In the contract's order: 403 · 428 · 412 · 409 · 422. */
function refuseUnlessAllowed(
  judgement: Judgement<string, MatterHand>,
  { matter }: LoadedMatter,
  request: MatterRequest,
): asserts judgement is Extract<Judgement<string, MatterHand>, { allowed: true }> {
  if (!judgement.allowed && judgement.refusal === 'forbidden') throw refuse.byMachine(judgement);
  if (request.key === null) throw refuse.preconditionMissing('idempotencyKey');
  if (request.ifMatch === null) throw refuse.preconditionMissing('ifMatch');
  if (request.ifMatch !== undefined && matter && request.ifMatch !== matter.seq) throw refuse.staleVersion(matter.seq);
  if (!judgement.allowed) throw refuse.byMachine(judgement);
}
