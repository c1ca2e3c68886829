import { VERSION_CONDITIONS } from './catalogue-version.conditions.js';
import type { CatalogueVersionEvent } from './catalogue-version.events.js';
import type { CatalogueVersionFacts } from './catalogue-version.facts.js';
import { VERSION_REQUIREMENTS } from './catalogue-version.requirements.js';
import { ITEM_CONDITIONS } from './item-review.conditions.js';
import type { ItemReviewEvent } from './item-review.events.js';
import type { ItemReviewFacts } from './item-review.facts.js';
import { ITEM_REQUIREMENTS } from './item-review.requirements.js';
import { MATTER_CONDITIONS } from './matter.conditions.js';
import type { MatterEvent } from './matter.events.js';
import type { MatterFacts } from './matter.facts.js';
import { OBLIGATION_REQUIREMENTS, RECTIFICATION_REQUIREMENTS, REPORT_REQUIREMENTS, TASK_REQUIREMENTS } from './matter.requirements.js';
import type { Permission, Requirement } from './policy.js';

/** Whether a branch of an event is the one that the facts call for. */
export function branchApplies(permission: Permission, holds: (condition: string) => boolean): boolean {
  return (permission.when ?? []).every(holds) && !(permission.unless ?? []).some(holds);
}

/** The guard of every transition: the branch applies and every requirement of its event is satisfied. */
function guardOf<Facts, Event extends { type: string }>(
  conditions: Readonly<Record<string, (facts: Facts, event: Event) => boolean>>,
  requirements: Readonly<Record<string, readonly Requirement<Facts, Event>[]>>,
) {
  return ({ context, event }: { context: Facts; event: Event }, permission: Permission): boolean =>
    branchApplies(permission, (condition) => conditions[condition]!(context, event)) &&
    requirements[event.type]!.every(({ check }) => check(context, event, permission).satisfied);
}

export const versionEventPermitted = guardOf<CatalogueVersionFacts, CatalogueVersionEvent>(VERSION_CONDITIONS, VERSION_REQUIREMENTS);
export const itemEventPermitted = guardOf<ItemReviewFacts, ItemReviewEvent>(ITEM_CONDITIONS, ITEM_REQUIREMENTS);

export const taskEventPermitted = guardOf<MatterFacts, MatterEvent>(MATTER_CONDITIONS, TASK_REQUIREMENTS);
export const obligationEventPermitted = guardOf<MatterFacts, MatterEvent>(MATTER_CONDITIONS, OBLIGATION_REQUIREMENTS);
export const rectificationEventPermitted = guardOf<MatterFacts, MatterEvent>(MATTER_CONDITIONS, RECTIFICATION_REQUIREMENTS);
export const reportEventPermitted = guardOf<MatterFacts, MatterEvent>(MATTER_CONDITIONS, REPORT_REQUIREMENTS);
