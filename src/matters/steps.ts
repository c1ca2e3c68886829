import { randomUUID } from 'node:crypto';
import type { Judgement } from '../../machines/judge.js';
import type { MatterHand } from '../../machines/people.facts.js';
import type { MatterMachineId } from '../../machines/registry.js';
import { canonicalJson, sha256Hex } from '../content/index.js';
import { detailOf, logBody, machineOf, type DueRule, type MatterChange } from '../commands/index.js';

export type Allowed = Extract<Judgement<string, MatterHand>, { allowed: true }>;

/** Who takes a step and under which request; null is the system. */
export interface Taker {
  readonly person: string | null;
  readonly hand: MatterHand | null;
  readonly requestId?: string;
  readonly key: string | null;
}

interface Step {
  readonly machine: MatterMachineId;
  readonly type: string;
  readonly from: string | null;
  readonly to: string;
  readonly verdicts: Readonly<Record<string, boolean>>;
  readonly facts?: Readonly<Record<string, unknown>>;
  /** Words that go with the step: a reason, an answer, an address. */
  readonly words?: Readonly<Record<string, unknown>>;
  /** What is demanded or reported from now on. */
  readonly text?: object;
}

function change(op: 'begin' | 'move', matter: string, step: Step, taker: Taker): MatterChange[] {
  const detail = step.words ? detailOf(step.words) : null;
  const text = step.text && canonicalJson(step.text);
  const body = logBody({
    type: step.type,
    actor: taker.person === null || taker.hand === null ? null : { id: taker.person, hand: taker.hand },
    machine: machineOf(step.machine),
    from: step.from,
    to: step.to,
    ...(text && { contentHash: sha256Hex(text) }),
    reasonHash: detail?.hash,
    verdicts: step.verdicts,
    facts: step.facts,
    requestId: taker.requestId,
    idempotencyKey: taker.key ?? undefined,
  });
  const stores: MatterChange[] = [...(detail ? [detail.store as MatterChange] : []), ...(text ? [{ op: 'store', text } as const] : [])];
  return [...stores, { op, matter, body }];
}

/** What a matter is when it begins. */
export interface Beginning {
  readonly machine: MatterMachineId;
  readonly purpose: string;
  readonly organizationId: string | null;
  readonly regionCode: string;
  readonly officeRegion: string;
  readonly parentId: string | null;
  readonly period?: string;
  readonly since?: string;
  readonly dueOn?: string;
  readonly dueRule?: DueRule;
  readonly dueProvisional?: boolean;
}

/** The change that makes a matter: its first event says all that its row holds. Answers the new id, too. */
export function begin(
  { machine, ...facts }: Beginning,
  step: Omit<Step, 'machine' | 'from' | 'facts'>,
  taker: Taker,
): { id: string; changes: MatterChange[] } {
  const id = randomUUID();
  const said = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  return { id, changes: change('begin', id, { ...step, machine, from: null, facts: said }, taker) };
}

/** The change that takes a matter to another state. */
export const move = (matter: string, step: Step, taker: Taker): MatterChange[] => change('move', matter, step, taker);
