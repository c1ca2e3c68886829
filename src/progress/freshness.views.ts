import { ApiProperty } from '@nestjs/swagger';
import { BodyReference, RegionReference } from '../matters/index.js';
import { CatalogueReference } from './coverage.views.js';
import { AGES, type Age } from './freshness.dto.js';
import { CountView, RegionLevelView } from './progress.views.js';

export class AgeCountView extends CountView {
  @ApiProperty({ enum: AGES })
  age: Age;
}

export class ChildFreshnessView {
  region: RegionLevelView;
  /** One for each age, in their order. */
  counts: AgeCountView[];
}

/** How long ago the catalogues of a region were confirmed or revised. */
export class FreshnessView {
  region: RegionLevelView;
  territories: RegionReference[];
  /** The day that ages are counted from, in Asia/Shanghai. */
  today: string;
  total: AgeCountView[];
  /** The bodies of the region itself. */
  own: AgeCountView[];
  children: ChildFreshnessView[];
}

const BUCKETS = ['within6Months', 'within12Months', 'older', 'never', 'takenDown'] as const;

/** A catalogue and how it stands. */
export class FreshCatalogueView {
  catalogue: CatalogueReference;
  organization: BodyReference;
  region: RegionReference;
  @ApiProperty({ enum: BUCKETS })
  age: (typeof BUCKETS)[number];
  /** The version that was published last; null: none ever was. */
  number: number | null;
  publishedAt: string | null;
  /** When the last version was published in which somebody confirmed or revised a text; null where nothing is in force. */
  refreshedAt: string | null;
  /** Nobody did since it first appeared. */
  unrevised: boolean;
  /** The last signature that a shown text rests on. */
  confirmedAt: string | null;
  /** How many items it shows. */
  items: number;
  /** How many of them were signed for in this version; the others were kept. */
  confirmed: number;
  /** Its public page; null where nothing is public. */
  publicPage: string | null;
}

export class FreshCataloguePage {
  /** How many there are on all pages; with the first page only, and not for a search that fills more than one. */
  total: number | null;
  items: FreshCatalogueView[];
  nextCursor: string | null;
}
