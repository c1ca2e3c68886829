import { PartialType } from '@nestjs/swagger';
import { ItemContentView } from '../views/content.views.js';
import { LogEndView } from './replay.views.js';

/** The public columns of an item: those that the version's profile lists, and no other. */
export class PublicContentView extends PartialType(ItemContentView) {}

export class PublicItemView {
  id: string;
  contentHash: string;
  /** Null where the text is not shown any more; `withheld` says why. */
  content: PublicContentView | null;
  withheld: 'purged' | 'sealed' | 'notForReader' | null;
}

export class PublicThenView {
  at: LogEndView;
  title: string;
  number: number;
  /** `replaced`: the next version was in force. `takenDown`: the public page held a notice and no item. */
  status: 'notYetPublished' | 'published' | 'replaced' | 'takenDown';
  /** The event that published it. */
  publishedSeq: number | null;
  /** Ids of items that a bar had hidden by then. */
  hidden: string[];
  /** In the order of the public page. */
  items: PublicItemView[];
}
