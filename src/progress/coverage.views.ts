import { BodyReference, RegionReference } from '../matters/index.js';
import { CountView, RegionLevelView } from './progress.views.js';

/** A column of the matrix. */
export class FieldHeadView {
  /** The code of a pilot field; `other`: a field that is none of the 26, `none`: no field. */
  code: string;
  /** What it is called today, in the reader's language. */
  name: string;
}

/** How many items in force name a field. */
export class FieldCountView extends CountView {
  field: string;
}

export class CoverageRow {
  organization: BodyReference;
  region: RegionReference;
  /** One of the national pilots, or a body in one. */
  pilot: boolean;
  items: CountView;
  /** How many of the 26 fields it covers. */
  covered: number;
  /** One for each column, in their order. */
  counts: FieldCountView[];
}

/** All the bodies together. */
export class CoverageTotalView {
  items: CountView;
  covered: number;
  counts: FieldCountView[];
}

/** Body × field: the published items, in force and not barred, that name each field. */
export class CoverageView {
  region: RegionLevelView;
  territories: RegionReference[];
  fields: FieldHeadView[];
  bodies: number;
  /** With the first page only. */
  total: CoverageTotalView | null;
  items: CoverageRow[];
  nextCursor: string | null;
}

export class CatalogueReference {
  id: string;
  title: string;
}

/** A published item that a number of the matrix counts, as the public reads it. */
export class CoveredItemView {
  id: string;
  path: string[];
  /** As the catalogue writes it. */
  field: string | null;
  catalogue: CatalogueReference;
  organization: BodyReference;
  region: RegionReference;
}

export class CoveredItemPage {
  /** How many there are on all pages; with the first page only. */
  total: number | null;
  items: CoveredItemView[];
  nextCursor: string | null;
}
