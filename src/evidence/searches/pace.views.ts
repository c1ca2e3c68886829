import { PersonReference } from '../../catalogues/index.js';
import { CountedView, DecisionRowView } from './decisions.views.js';

/** Seconds of some decisions: a tenth took no longer than `p10`, half no longer than `median`, nine tenths no longer than `p90`. */
export class SpreadView {
  p10: number;
  median: number;
  p90: number;
}

/** The decisions of somebody in a role. Facts: nobody is scored, ranked or marked by them. */
export class PaceView {
  person: PersonReference;
  role: string;
  decisions: CountedView;
  /** From when the text was ready for them to decide. */
  waited: SpreadView;
  /** From then, or from their decision before where that was later: they cannot have looked at it alone for longer. */
  atMost: SpreadView;
  /** Of the latter, how many took no longer than `within`. */
  brief: CountedView;
}

export class PaceReportView {
  /** Seconds. */
  within: number;
  /** By name and role. */
  people: PaceView[];
}

export class PacedRowView extends DecisionRowView {
  /** When the text was ready for them to decide. */
  readyAt: string;
  /** Seconds from then. */
  waited: number;
  /** Seconds from then, or from their decision before where that was later. */
  atMost: number;
}

export class PacedRowPage {
  items: PacedRowView[];
  nextCursor: string | null;
}
