import type { ItemState, VersionState } from '../../../machines/item-review.facts.js';
import { RequirementView } from '../views/offer.views.js';
import { LogEndView } from './replay.views.js';

/** An event that was possible from the state, and what it wanted. */
export class EventThenView {
  type: string;
  /** Everything but the question who may do it was satisfied. */
  met: boolean;
  requirements: RequirementView[];
}

export class RequirementsThenView {
  at: LogEndView;
  /** Of the version; of the item where one was asked for. */
  state: VersionState | ItemState;
  events: EventThenView[];
}
