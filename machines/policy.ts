import type { Capacity, RoleCode } from './people.facts.js';

/** What a person reads: Chinese first, English second. */
export interface Message {
  readonly zh: string;
  readonly en: string;
}

/**
 * Why something is refused, worst first: not your role (403), not in this state (409), a requirement
 * that is not met (422). product.md, "The HTTP contract".
 */
export const REFUSALS = ['forbidden', 'conflict', 'unmet'] as const;
export type Refusal = (typeof REFUSALS)[number];

export type ActingRole = RoleCode | Capacity | 'system';

/**
 * The guard of a transition, as data: who may take it and on which branch of the event it lies.
 * That every requirement of the event is satisfied goes without saying: `permitted` checks it.
 */
export interface Permission<Condition extends string = string> {
  readonly by: readonly ActingRole[];
  /** Who else may where the body's profile is that of a small body (product.md, rule 3). */
  readonly smallBody?: readonly RoleCode[];
  readonly when?: readonly Condition[];
  readonly unless?: readonly Condition[];
}

/** One transition as the machines' literals write it. `leaves`: the item goes, no state follows. */
export interface Transition<State extends string = string, Condition extends string = string> {
  readonly target: State;
  readonly description: string;
  readonly guard: { readonly type: 'permitted'; readonly params: Permission<Condition> };
  readonly meta?: { readonly leaves: true };
}

/** Whether a requirement holds, and which items stand in its way. */
export interface Verdict {
  readonly satisfied: boolean;
  readonly itemIds: readonly string[];
}

/** A statement about facts that an event needs; pure. */
export interface Requirement<Facts, Event, Id extends string = string> {
  readonly id: Id;
  readonly message: Message;
  readonly refusal: Refusal;
  /** It speaks of what the event brings along, so that it cannot be judged before the event is written. */
  readonly parameter: boolean;
  readonly check: (facts: Facts, event: Event, permission: Permission) => Verdict;
}

export const satisfied: Verdict = { satisfied: true, itemIds: [] };

/** Satisfied when no item is in the way. */
export function noneOf(items: readonly { readonly itemId: string }[]): Verdict {
  return { satisfied: items.length === 0, itemIds: items.map((item) => item.itemId) };
}

/** A verdict that concerns no item. */
export function verdict(holds: boolean): Verdict {
  return { satisfied: holds, itemIds: [] };
}

/** The machines' context is the facts themselves, given as input. */
export function factsAsGiven<Facts>({ input }: { input: Facts }): Facts {
  return input;
}

/** A text that says something. */
export function isWritten(text: unknown): boolean {
  return typeof text === 'string' && text.trim() !== '';
}
