export class CalendarDayView {
  day: string;
  kind: 'off' | 'work';
  name: string;
}

export class CalendarEditorView {
  id: string;
  displayName: string;
}

/** A year as it was entered once. */
export class CalendarEditionView {
  /** Numbered from 1 within the year; the highest is in force. */
  edition: number;
  source: string;
  enteredAt: string;
  /** Null for what came with the system. */
  enteredBy: CalendarEditorView | null;
}

export class CalendarYearView {
  year: number;
  /** Today in Asia/Shanghai. */
  today: string;
  /** Whether anybody entered the year; otherwise its deadlines are provisional. */
  covered: boolean;
  /** The edition whose days are shown; null when the year has none. */
  shown: CalendarEditionView | null;
  /** Ordered by day. */
  days: CalendarDayView[];
  /** Every edition of the year, the newest first. */
  editions: CalendarEditionView[];
  /** Every year that was entered. */
  years: number[];
  /** Whether I may enter a year. */
  mayEnter: boolean;
}

export class DeadlineStepView {
  day: string;
  counts: boolean;
  why: 'weekend' | 'holiday' | 'moved' | 'working';
  name?: string;
  ordinal?: number;
  /** Its year was not entered: only weekends are known. */
  assumed?: boolean;
}

export class FixedDateWarningView {
  why: 'weekend' | 'holiday';
  name?: string;
  lastWorkingDay: string;
}

export class DeadlineSourceView {
  year: number;
  /** Null when the year was not entered. */
  source: string | null;
}

/** A deadline with its computation. */
export class DeadlineView {
  dueOn: string;
  provisional: boolean;
  today: string;
  /** Working days after today up to and with the deadline; below zero once it has passed. */
  workingDaysLeft: number;
  /** Every day from the one after the first to the deadline; none for a fixed date. */
  steps: DeadlineStepView[];
  /** A fixed date that is no working day: it does not move. */
  warning: FixedDateWarningView | null;
  /** What was known of the years that were counted over. */
  sources: DeadlineSourceView[];
}

export class CalendarEditionAnswer {
  year: number;
  edition: number;
}
