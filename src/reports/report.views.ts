import { ApiProperty } from '@nestjs/swagger';
import { Offer } from '../catalogues/index.js';
import { BodyReference, DeadlineStandView, RegionReference } from '../matters/index.js';
import { PURPOSES, type Purpose } from './period.js';
import { GROUPS, type Group } from './report.dto.js';

/** A number of a report, with the one of the period before beside it. */
export class FigureView {
  key: string;
  label: string;
  value: number;
  unit: string;
  before?: number;
  /** The list that it counts, as it was at that moment; null where there is none to look at. */
  href: string | null;
}

export class SectionView {
  key: string;
  heading: string;
  text: string;
  /** Somebody changed what the numbers said by themselves. */
  written: boolean;
  figures: FigureView[];
}

export class BeforeView {
  period: string;
  asOf: string;
  /** What was reported then, or what the log tells of that moment. */
  from: 'report' | 'log';
}

export class ReportContentView {
  /** The moment of its numbers: when it was composed, or the end of its period. */
  asOf: string;
  before: BeforeView;
  sections: SectionView[];
}

export class ReportReference {
  id: string;
  period: string;
  state: string;
}

export class ReportView {
  id: string;
  @ApiProperty({ enum: PURPOSES })
  purpose: Purpose;
  period: string;
  /** 2026年第三季度 */
  periodName: string;
  state: string;
  title: string;
  region: RegionReference;
  organization: BodyReference | null;
  /** The territory to whose office it goes. */
  office: RegionReference;
  /** Who signs it, and to whom it is addressed. */
  author: string;
  addressee: string;
  deadline: DeadlineStandView;
  openedAt: string;
  /** My roles and capacities over it. */
  roles: string[];
  events: Offer[];
  /** Null until it is composed. */
  content: ReportContentView | null;
  /** The report of the period before, when there is one. */
  previous: ReportReference | null;
  /** The log's position, as in the `ETag`. */
  seq: number;
}

export class ReportRow {
  id: string;
  @ApiProperty({ enum: PURPOSES })
  purpose: Purpose;
  period: string;
  periodName: string;
  state: string;
  title: string;
  region: RegionReference;
  organization: BodyReference | null;
  office: RegionReference;
  deadline: DeadlineStandView;
  openedAt: string;
  /** It has content. */
  written: boolean;
  /** Mine to write, mine to take in, with others, or received. */
  @ApiProperty({ enum: GROUPS })
  group: Group;
}

/** What is mine to write, by deadline; then mine to take in; then what others are at; then what was received, the newest first. */
export class ReportPage {
  items: ReportRow[];
  nextCursor: string | null;
}

/** A number that would be another one. */
export class FigureChangeView {
  section: string;
  key: string;
  label: string;
  unit: string;
  /** Null where the report does not say it yet. */
  was: number | null;
  now: number;
}

export class TextChangeView {
  section: string;
  heading: string;
  /** The same as before; nobody's words, made anew; somebody's words, which stay unless they are asked to be replaced. */
  fate: 'same' | 'renewed' | 'kept';
  was: string;
  now: string;
}

/** What a report would say if it were composed now. */
export class CompositionView {
  asOf: string;
  before: BeforeView;
  figures: FigureChangeView[];
  texts: TextChangeView[];
}

export class ReportOpened {
  id: string;
  state: string;
  dueOn: string;
  seq: number;
  etag: string;
}
