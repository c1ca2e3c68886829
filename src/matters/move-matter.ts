import { judge } from '../../machines/judge.js';
import type { MatterParameters } from '../../machines/matter.events.js';
import { currentVersion } from '../../machines/registry.js';
import type { Calendar } from '../calendar/index.js';
import type { LoadedMatter, MatterChange, MatterCommand, StoredMatter } from '../commands/index.js';
import { matterFacts, type FactsOfMatter } from './facts.js';
import { stepBelow } from './step-below.js';
import { move, type Taker } from './steps.js';

/** A matter below another one, as far as a step on the one above takes it along. */
export interface Child {
  readonly id: string;
  readonly machineId: 'obligation' | 'rectification';
  readonly state: string;
  readonly seq: number;
}

/** What a step needs beside the matter itself. */
export interface Surroundings {
  calendar(): Promise<Calendar>;
  /** What lies below the matter and is not ended. */
  children(matterId: string): Promise<readonly Child[]>;
}

interface Gathered {
  readonly calendar: Calendar;
  readonly children: readonly Child[];
}

/** One step of a task, an obligation, a rectification or a report: a person's or the clock's. `text`: what is reported from now on. */
export function moveMatter(
  request: { readonly key: string | null; readonly requestId?: string },
  event: MatterParameters,
  around: Surroundings,
  text?: (loaded: LoadedMatter) => Promise<object>,
): MatterCommand<Gathered & { text?: object }> {
  return {
    gather: async (loaded) => ({
      calendar: await around.calendar(),
      children: event.type === 'withdraw' && loaded.matter?.machineId === 'compilationTask' ? await around.children(loaded.matter.id) : [],
      ...(text && { text: await text(loaded) }),
    }),
    judge: (loaded, { calendar }) => {
      const matter = loaded.matter!;
      const version = currentVersion(matter.machineId);
      return judge(matter.machineId, version, matter.state as never, event, matterFacts(loaded, calendar));
    },
    plan: (loaded, { calendar, children, text: content }, judgement) => {
      const matter = loaded.matter!;
      const taker: Taker = { person: loaded.person, hand: judgement.hand, ...request };
      const { type, reason, opinion, address, evidence, text: answer } = event;
      const step = {
        machine: matter.machineId,
        type,
        from: matter.state,
        to: judgement.to!,
        verdicts: judgement.verdicts,
        facts: factsOf(event, matter, matterFacts(loaded, calendar)),
        words: { reason, opinion, address, evidence, text: answer },
        text: content,
      };
      return {
        expect: { [matter.id]: matter.seq, ...Object.fromEntries(children.map(({ id, seq }) => [id, seq])) },
        changes: [
          ...move(matter.id, step, taker),
          ...children.flatMap((child) => takeAlong(child, taker, reason, { today: loaded.today, calendar })),
        ],
        answer: { id: matter.id, state: judgement.to },
      };
    },
  };
}

const REOPENING: ReadonlySet<string> = new Set(['lapse', 'reinstate', 'return', 'recall']);

/** What the event says beside its name: the deadline and the day that the matter has from now on. */
function factsOf(
  { type, dueOn, doneOn }: MatterParameters,
  { dueOn: present }: StoredMatter,
  facts: FactsOfMatter,
): Record<string, unknown> {
  if (type === 'extend') return { dueOn, dueRule: { kind: 'FIXED', dueOn }, dueProvisional: false, before: present };
  if (type === 'recompute') return { ...recomputedFacts(facts), before: present };
  if (type === 'fulfil') return { doneOn: facts.published };
  if (type === 'recordOutside') return { doneOn };
  if (type === 'answer' || type === 'submit') return { doneOn: facts.today };
  return REOPENING.has(type) ? { doneOn: null } : {};
}

function recomputedFacts({ recomputed }: Pick<FactsOfMatter, 'recomputed'>): Record<string, unknown> {
  const { dueOn, dueRule, provisional } = recomputed!;
  return { dueOn, dueRule, dueProvisional: provisional };
}

/** A task that is withdrawn takes along what was asked under it: an obligation by the system, a question by the same hand. */
function takeAlong(
  { id, machineId, state }: Child,
  { person, hand }: Taker,
  reason: string | undefined,
  at: { readonly today: string; readonly calendar: Calendar },
): MatterChange[] {
  const question = machineId === 'rectification';
  const by: Taker = question ? { person, hand, key: null } : { person: null, hand: null, key: null };
  const type = question ? 'withdraw' : 'cancel';
  const { to, verdicts } = stepBelow(machineId, state, { type, reason }, by, at);
  const step = { machine: machineId, type, from: state, to: to!, verdicts, facts: {}, ...(question && { words: { reason } }) };
  return move(id, step, by);
}
