import { ApiProperty } from '@nestjs/swagger';
import { BodyReference } from '../../matters/index.js';
import { CountedView, DecidedItemView, DecidedVersionView } from './decisions.views.js';

/** Numerator and denominator, each with its list. The ratio is `nonPublic` of `concluded`. */
export class ConclusionsView {
  /** Concluded in the versions in force: to be published, withheld, on application. What was set aside or removed is not. */
  concluded: CountedView;
  public: CountedView;
  nonPublic: CountedView;
  withheld: CountedView;
  onApplication: CountedView;
}

export class YearRatioView extends ConclusionsView {
  year: number;
}

export class RatioView {
  /** From the first one in which anything was published, in their order. */
  years: YearRatioView[];
}

export class BodyRatioView extends ConclusionsView {
  organization: BodyReference;
  /** The same body at the end of the year before; null where it had nothing in force. */
  before: ConclusionsView | null;
}

export class BodyRatioPage {
  items: BodyRatioView[];
  nextCursor: string | null;
}

export class ConcludedItemView {
  item: DecidedItemView;
  organization: BodyReference;
  version: DecidedVersionView;
  @ApiProperty({ enum: ['public', 'withheld', 'onApplication'] })
  conclusion: 'public' | 'withheld' | 'onApplication';
  publishedAt: string;
  /** The API's address of the version as it was when it became public. */
  href: string;
}

export class ConcludedItemPage {
  items: ConcludedItemView[];
  nextCursor: string | null;
}
