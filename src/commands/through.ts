import type { Judgement } from '../../machines/judge.js';
import type { Hand, MatterHand } from '../../machines/people.facts.js';
import type { PriorAnswer } from './facts.js';
import * as refuse from './refusals.js';

type Allowed<Kind extends MatterHand> = Extract<Judgement<string, Kind>, { allowed: true }>;

/** Nothing to write: what was asked for is so already. */
export interface Unchanged {
  readonly unchanged: Record<string, unknown>;
}

/** The answer to a command: the new state and the log's position, as `seq` and as ETag. */
export interface Outcome {
  readonly answer: Record<string, unknown>;
}

/** What became of a plan: written, found stale, or found to have been done before under the same key. */
export type Committed = { kind: 'written'; answer: Record<string, unknown> } | { kind: 'conflict' } | { kind: 'prior'; prior: PriorAnswer };

/** One request's way through the corridor: what each step is where this kind of thing is kept. `Loaded` is what may be decided upon. */
export interface Passage<Loaded, Gathered, Plan extends object, Kind extends MatterHand = Hand> {
  /** Reads without a lock, and authorises: 401, 404. */
  load(): Promise<{ loaded: Loaded; prior: PriorAnswer | null }>;
  gather(loaded: Loaded): Promise<Gathered>;
  /** Asks the machine. */
  judge(loaded: Loaded, gathered: Gathered): Judgement<string, Kind>;
  /** What is refused and in which order: throws unless the judgement and the request's conditions allow it. */
  refuse(judgement: Judgement<string, Kind>, loaded: Loaded): asserts judgement is Allowed<Kind>;
  plan(loaded: Loaded, gathered: Gathered, judgement: Allowed<Kind>): Plan | Unchanged;
  /** Locks, compares what was read with what is, writes state, log and effects in one transaction, or nothing. */
  commit(plan: Plan): Promise<Committed>;
  /** The log's position that an answer without a change names. */
  positionOf(loaded: Loaded): number;
}

const ATTEMPTS = 6;

/**
 * The corridor itself: load → authorise → gather facts → ask the machine → save, log and effects in one transaction that checks again what
 * was read. When something has changed meanwhile it is decided again with fresh facts, a few times.
 */
export async function through<Loaded, Gathered, Plan extends object, Kind extends MatterHand>(
  passage: Passage<Loaded, Gathered, Plan, Kind>,
  requestHash: string,
): Promise<Outcome> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const { loaded, prior } = await passage.load();
    if (prior) return answerAgain(prior, requestHash);
    const gathered = await passage.gather(loaded);
    const judgement = passage.judge(loaded, gathered);
    passage.refuse(judgement, loaded);
    const plan = passage.plan(loaded, gathered, judgement);
    if ('unchanged' in plan) return answerUnchanged(passage, plan as Unchanged, loaded, requestHash);
    const committed = await passage.commit(plan as Plan);
    if (committed.kind === 'written') return { answer: committed.answer };
    if (committed.kind === 'prior') return answerAgain(committed.prior, requestHash);
  }
  throw refuse.tooContended();
}

/** The clock's way: the same steps, but what is refused is not to be done any more, and null is answered. */
export async function throughByClock<Loaded, Gathered, Plan extends object, Kind extends MatterHand = Hand>(
  passage: Omit<Passage<Loaded, Gathered, Plan, Kind>, 'load' | 'refuse' | 'positionOf'> & { load(): Promise<Loaded | null> },
): Promise<Outcome | null> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const loaded = await passage.load();
    if (loaded === null) return null;
    const gathered = await passage.gather(loaded);
    const judgement = passage.judge(loaded, gathered);
    if (!judgement.allowed) return null;
    const plan = passage.plan(loaded, gathered, judgement);
    if ('unchanged' in plan) return null;
    const committed = await passage.commit(plan as Plan);
    if (committed.kind === 'written') return { answer: committed.answer };
  }
  return null;
}

/** What was gathered may already show what the same request did a moment ago: then it has its answer. */
async function answerUnchanged<Loaded, Gathered, Plan extends object, Kind extends MatterHand>(
  passage: Passage<Loaded, Gathered, Plan, Kind>,
  { unchanged }: Unchanged,
  loaded: Loaded,
  requestHash: string,
): Promise<Outcome> {
  const { prior } = await passage.load();
  const seq = passage.positionOf(loaded);
  return prior ? answerAgain(prior, requestHash) : { answer: { ...unchanged, seq, etag: seq } };
}

function answerAgain(prior: PriorAnswer, requestHash: string): Outcome {
  if (prior.requestHash !== requestHash) throw refuse.keyReused();
  return { answer: prior.answer };
}
