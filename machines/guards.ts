import type { Permission, Requirement } from './policy.js';

/** Whether a branch of an event is the one that the facts call for. */
export function branchApplies(permission: Permission, holds: (condition: string) => boolean): boolean {
  return (permission.when ?? []).every(holds) && !(permission.unless ?? []).some(holds);
}

/** The guard of every transition: the branch applies and every requirement of its event is satisfied. */
export function guardOf<Facts, Event extends { type: string }>(
  conditions: Readonly<Record<string, (facts: Facts, event: Event) => boolean>>,
  requirements: Readonly<Record<string, readonly Requirement<Facts, Event>[]>>,
) {
  return ({ context, event }: { context: Facts; event: Event }, permission: Permission): boolean =>
    branchApplies(permission, (condition) => conditions[condition]!(context, event)) &&
    requirements[event.type]!.every(({ check }) => check(context, event, permission).satisfied);
}
