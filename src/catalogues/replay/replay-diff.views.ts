import type { ItemState, VersionState } from '../../../machines/item-review.facts.js';
import { FieldDifferenceView } from '../views/content.views.js';
import { RemovalView } from '../views/item.views.js';
import { LogEndView } from './replay.views.js';

/** A row as it stood at one of the two moments. */
export class SideView {
  number: string;
  state: ItemState;
  /** The event that led to the state. */
  since: number;
  contentHash: string;
  /** Null where the text is not shown; `withheld` says why. */
  path: string[] | null;
  removal: RemovalView | null;
  withheld: 'purged' | 'sealed' | 'notForReader' | null;
}

export class ChangedItemView {
  id: string;
  /** `changed`: it says something else. `moved`: it stands elsewhere among the others. `renumbered`: it bears another number. */
  kinds: ('added' | 'removed' | 'changed' | 'state' | 'moved' | 'renumbered')[];
  before: SideView | null;
  after: SideView | null;
  /** Of a text that changed; null where it did not, or where one of the two is not shown. */
  differences: FieldDifferenceView[] | null;
}

export class VersionStatesView {
  from: VersionState;
  to: VersionState;
}

export class ReplayDiffView {
  from: LogEndView;
  to: LogEndView;
  version: VersionStatesView;
  /** In the order of the later moment; what is gone comes last. */
  items: ChangedItemView[];
  next: string | null;
}
