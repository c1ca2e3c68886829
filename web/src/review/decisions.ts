/** One thing that an officer decided on one text, on its way to the server. */
export interface Decision<Event> {
  /** The same for every try: however often it is sent, it is done once. */
  readonly key: string;
  readonly itemId: string;
  readonly event: Event;
  /** The state that the item is expected to get; null where none changes. */
  readonly expected: string | null;
}

export interface Failure<Event> {
  readonly decision: Decision<Event>;
  readonly error: unknown;
}

interface Ports<Event, Answer> {
  send(decision: Decision<Event>): Promise<Answer>;
  done(decision: Decision<Event>, answer: Answer): void;
  failed(failure: Failure<Event>): void;
  /** Whenever what is under way has changed. */
  changed(): void;
}

/** Later decisions on an item rest on an earlier one: when that fails they are not sent. */
export class EarlierFailed extends Error {}

/** Requests under way at one time; more would only queue in the browser. */
const AT_ONCE = 4;

/**
 * Sends decisions in the background: those on one item one after the other, those on several items beside one another. What is expected of
 * the ones under way is known at once (`expectedOf`), and given up when one fails.
 */
export function decisionQueue<Event, Answer>(ports: Ports<Event, Answer>) {
  const waiting: Decision<Event>[] = [];
  const underWay = new Map<string, Decision<Event>>();

  function next(): Decision<Event> | undefined {
    if (underWay.size >= AT_ONCE) return undefined;
    const at = waiting.findIndex((decision) => !underWay.has(decision.itemId));
    return at < 0 ? undefined : waiting.splice(at, 1)[0];
  }

  function pump(): void {
    for (let decision = next(); decision; decision = next()) void run(decision);
  }

  async function run(decision: Decision<Event>): Promise<void> {
    underWay.set(decision.itemId, decision);
    try {
      const answer = await ports.send(decision);
      underWay.delete(decision.itemId);
      ports.done(decision, answer);
    } catch (error) {
      underWay.delete(decision.itemId);
      ports.failed({ decision, error });
      for (const later of waiting.filter((one) => one.itemId === decision.itemId)) {
        waiting.splice(waiting.indexOf(later), 1);
        ports.failed({ decision: later, error: new EarlierFailed() });
      }
    }
    ports.changed();
    pump();
  }

  return {
    add(decision: Decision<Event>): void {
      waiting.push(decision);
      ports.changed();
      pump();
    },
    /** How many have no answer yet. */
    unsent: (): number => waiting.length + underWay.size,
    /** The state that the item will have when all goes well; undefined when nothing is under way for it. */
    expectedOf(itemId: string): string | undefined {
      const all = [underWay.get(itemId), ...waiting].filter((one) => one?.itemId === itemId && one.expected !== null);
      return all[all.length - 1]?.expected ?? undefined;
    },
    /** Items about which anything is under way. */
    items: (): ReadonlySet<string> => new Set([...underWay.keys(), ...waiting.map((one) => one.itemId)]),
    /** Items that are getting another state. */
    deciding: (): ReadonlySet<string> =>
      new Set([...underWay.values(), ...waiting].filter((one) => one.expected !== null).map((one) => one.itemId)),
  };
}

const OUTCOMES: Readonly<Record<string, string>> = {
  requireRedaction: 'returned',
  return: 'returned',
  withhold: 'withheld',
  discloseOnApplication: 'onApplication',
  refer: 'referred',
  defer: 'deferred',
  resume: 'awaitingReview',
  setAside: 'setAside',
  reopen: 'awaitingReview',
};

interface Outcome {
  readonly type: string;
  readonly assess?: boolean;
  readonly outcome?: string;
}

interface Standing {
  readonly removal: unknown;
  readonly content: { readonly category: string | null } | null;
  readonly marks: { readonly needsAssessment: boolean } | null;
}

/** The state that an item gets when the server agrees. The server's answer says what it really got. */
export function expectedState(event: Outcome, item: Standing): string {
  if (event.type === 'determine' && event.outcome === 'withhold') return 'withheld';
  if (event.type !== 'clear' && event.type !== 'determine') return OUTCOMES[event.type] ?? 'awaitingReview';
  if (item.removal) return 'releasable';
  const assessed = event.assess === true || item.content?.category === 'OTHER' || item.marks?.needsAssessment === true;
  return assessed ? 'cleared' : 'releasable';
}
