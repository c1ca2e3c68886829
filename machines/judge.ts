import { transition } from 'xstate';
import { branchApplies } from './guards.js';
import { chooseHand } from './hands.js';
import type { CatalogueVersionFacts } from './catalogue-version.facts.js';
import type { ItemReviewFacts } from './item-review.facts.js';
import type { MatterFacts } from './matter.facts.js';
import type { Hand, MatterHand } from './people.facts.js';
import { REFUSALS, verdict, type Message, type Permission, type Refusal, type Transition, type Verdict } from './policy.js';
import type { PurgeFacts } from './purge.facts.js';
import { choosePurgeHand } from './purge.hands.js';
import {
  currentVersion,
  eventTypesOf,
  lifecycle,
  statesOf,
  transitionsOf,
  type Lifecycle,
  type Lifecycles,
  type MachineId,
  type MatterMachineId,
} from './registry.js';
import type { AnyRequirementId } from './lifecycles.js';
import { REQUIREMENT_MESSAGES, type RequirementId } from './requirement-messages.js';

export interface UnmetRequirement {
  readonly id: AnyRequirementId;
  readonly message: Message;
  readonly itemIds: readonly string[];
}

/** What was found of each requirement and each branch condition of the event, by name: the log keeps it for replay. */
export type Verdicts = Readonly<Record<string, boolean>>;

export type Judgement<State extends string, HandKind extends MatterHand = Hand> =
  /** `to` is null when an item that was never public goes. `hand` is the one to log; null for the system. */
  | { readonly allowed: true; readonly to: State | null; readonly verdicts: Verdicts; readonly hand: HandKind | null }
  | { readonly allowed: false; readonly refusal: Refusal; readonly requirements: readonly UnmetRequirement[] }
  /** No such event in this lifecycle, in any state. */
  | { readonly allowed: false; readonly refusal: 'unknown'; readonly requirements: readonly [] };

/** With what kind of hand the steps of a lifecycle are taken. */
export type HandIn<M extends MachineId> = M extends MatterMachineId ? MatterHand : Hand;

interface Finding extends Verdict {
  readonly id: AnyRequirementId;
  readonly message: Message;
  readonly refusal: Refusal;
  readonly parameter: boolean;
}

type AnyFacts = CatalogueVersionFacts | ItemReviewFacts | MatterFacts | PurgeFacts;
type AnyLifecycle = Lifecycle<AnyFacts, { readonly type: string }>;

function find(id: RequirementId, refusal: Refusal, found: Verdict): Finding {
  return { id, message: REQUIREMENT_MESSAGES[id], refusal, parameter: false, ...found };
}

/** The roles of an event wherever it is legal: who holds none of them is refused before the state is looked at. */
function permissionAnywhere(of: AnyLifecycle, event: string): Permission {
  const permissions = [null, ...statesOf(of)].flatMap((state) => transitionsOf(of, state, event).map(({ guard }) => guard.params));
  return { by: permissions.flatMap(({ by }) => [...by]), smallBody: permissions.flatMap(({ smallBody }) => [...(smallBody ?? [])]) };
}

/** Every condition that the branches of the event name, evaluated. */
function conditionsOf(of: AnyLifecycle, branches: readonly Transition[], facts: AnyFacts, event: { type: string }): Verdicts {
  const names = branches.flatMap(({ guard }) => [...(guard.params.when ?? []), ...(guard.params.unless ?? [])]);
  return Object.fromEntries(names.map((name) => [name, of.conditions[name]!(facts, event)]));
}

function findings(of: AnyLifecycle, facts: AnyFacts, event: { type: string }, permission: Permission): Finding[] {
  return of.requirements[event.type]!.map(({ check, ...requirement }) => ({ ...requirement, ...check(facts, event, permission) }));
}

/** The branch that the facts call for, and what was found on the way to it. */
function weigh(of: AnyLifecycle, state: string | null, facts: AnyFacts, event: { type: string }) {
  const branches = transitionsOf(of, state, event.type);
  const conditions = conditionsOf(of, branches, facts, event);
  const branch = branches.find(({ guard }) => branchApplies(guard.params, (name) => conditions[name] === true)) ?? null;
  if (branch !== null) return { branch, conditions, found: findings(of, facts, event, branch.guard.params) };
  const role = findings(of, facts, event, permissionAnywhere(of, event.type)).filter(({ refusal }) => refusal === 'forbidden');
  return { branch, conditions, found: [...role, find('stateAllows', 'conflict', verdict(false))] };
}

function refusalOf(unmet: readonly Finding[]): Judgement<never> {
  const refusal = REFUSALS.find((kind) => unmet.some((finding) => finding.refusal === kind))!;
  return { allowed: false, refusal, requirements: unmet.map(({ id, message, itemIds }) => ({ id, message, itemIds })) };
}

/** What the machine itself says; it must agree with the branch that was weighed, or the guards are defective. */
function enact(of: AnyLifecycle, state: string, facts: AnyFacts, event: { type: string }, branch: Transition): string | null {
  const snapshot = of.machine.resolveState({ value: state, context: facts });
  if (!snapshot.can(event)) throw new Error(`${of.id}: ${event.type} was judged possible in ${state}, the machine refuses it`);
  const [next] = transition(of.machine, snapshot, event);
  if (next.value !== branch.target)
    throw new Error(`${of.id}: ${event.type} leads from ${state} to ${String(next.value)}, not to ${branch.target}`);
  return branch.meta?.leaves === true ? null : branch.target;
}

/**
 * Whether the event may happen, and where it leads: the one question the corridor asks. `state` is null for an event
 * that creates. All unmet requirements are named at once; `refusal` is the worst of them. Throws only on defects.
 */
export function judge<M extends MachineId>(
  machineId: M,
  version: string,
  state: Lifecycles[M]['state'] | null,
  event: Lifecycles[M]['event'],
  facts: Lifecycles[M]['facts'],
): Judgement<Lifecycles[M]['state'], HandIn<M>> {
  const of = lifecycle(machineId, version) as unknown as AnyLifecycle;
  if (!eventTypesOf(of).includes(event.type)) return { allowed: false, refusal: 'unknown', requirements: [] };
  const { branch, conditions, found } = weigh(of, state, facts, event);
  const unmet = found.filter((finding) => !finding.satisfied);
  if (branch === null || unmet.length > 0) return refusalOf(unmet);
  const to = state === null ? branch.target : enact(of, state, facts, event, branch);
  const verdicts = { ...conditions, ...Object.fromEntries(found.map((finding) => [finding.id, finding.satisfied])) };
  const permission = branch.guard.params;
  const hand = (
    'purge' in facts ? choosePurgeHand(facts, event.type, permission) : chooseHand(facts, event.type, permission)
  ) as HandIn<M> | null;
  return { allowed: true, to: to as Lifecycles[M]['state'] | null, verdicts, hand };
}

export interface Offer {
  readonly type: string;
  readonly allowed: boolean;
  readonly requirements: readonly (UnmetRequirement & { readonly satisfied: boolean })[];
}

/**
 * Every event of people that is possible from the state, with why or why not. What an event would bring along is not
 * known yet, so requirements on parameters are left out, and of several branches the one without parameters is weighed.
 */
export function offers<M extends MachineId>(
  machineId: M,
  state: Lifecycles[M]['state'],
  facts: Lifecycles[M]['facts'],
  version = currentVersion(machineId),
): Offer[] {
  const of = lifecycle(machineId, version) as unknown as AnyLifecycle;
  const types = eventTypesOf(of).filter((type) =>
    transitionsOf(of, state, type).some(({ guard }) => guard.params.by.some((role) => role !== 'system')),
  );
  return types.map((type) => {
    const requirements = weigh(of, state, facts, { type }).found.filter(({ parameter }) => !parameter);
    return {
      type,
      allowed: requirements.every(({ satisfied }) => satisfied),
      requirements: requirements.map(({ id, satisfied, message, itemIds }) => ({ id, satisfied, message, itemIds })),
    };
  });
}
