/** What starts the clock of a time limit (公开时限). */
export const TIME_LIMIT_EVENTS = ['FORMED', 'FORMED_OR_CHANGED', 'RESULT_MADE', 'DECISION_MADE'] as const;
export type TimeLimitEvent = (typeof TIME_LIMIT_EVENTS)[number];

/** So many working days after the event; the day of the event is not counted. */
export interface WorkdaysAfter {
  readonly kind: 'WORKDAYS_AFTER';
  readonly days: number;
  readonly event: TimeLimitEvent;
}

/** One limit, without exceptions. */
export type SimpleRule =
  | WorkdaysAfter
  /** 实时更新: no date; what counts is the age of the last update. */
  | { readonly kind: 'REALTIME' }
  /** 及时公开. */
  | { readonly kind: 'PROMPT' }
  /** 每年1月31日前, that day included. */
  | { readonly kind: 'ANNUAL'; readonly month: number; readonly day: number }
  /** 与政策文件同步发布; `withinDays` working days at most, null where the text names no span. */
  | { readonly kind: 'WITH_POLICY'; readonly withinDays: number | null };

/** 其中行政许可、行政处罚…7个工作日内公示. */
export interface TimeLimitException {
  readonly subject: string;
  readonly rule: WorkdaysAfter;
}

/** What a time limit means, as the grammar or a person read it. */
export type TimeLimitRule =
  | SimpleRule
  | { readonly kind: 'COMPOUND'; readonly main: SimpleRule; readonly exceptions: readonly TimeLimitException[] }
  /** 同上: means something only next to the row above. An importer carries that one down. */
  | { readonly kind: 'DITTO' }
  /** A person read the text and confirms that it fits no rule. */
  | { readonly kind: 'FREE_TEXT' }
  /** The grammar did not understand the text, and nobody has said what it means. */
  | { readonly kind: 'UNPARSED' };
