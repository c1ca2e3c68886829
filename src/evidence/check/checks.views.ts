/** Where something was found; what it is, the audit of that log says. */
export class CheckProblemView {
  /** The version, the matter, or the system chain; null where it is about the tree over all logs. */
  stream: string | null;
  /** The first event concerned. */
  seq: number | null;
  code: string;
}

export class SystemCheckView {
  /** The night, by its day in China. */
  due: string;
  /** Everything from the beginning, or the logs that moved since the last check. */
  whole: boolean;
  /** Null while it is under way, or to be tried again. */
  verdict: 'intact' | 'tampered' | 'truncated' | 'unverifiable' | 'failed' | null;
  /** ISO 8601. */
  beganAt: string;
  endedAt: string | null;
  logs: number | null;
  events: number | null;
  /** How many events of all logs a trusted checkpoint covers. */
  covered: number | null;
  found: number | null;
  /** The first hundred. */
  problems: CheckProblemView[];
}

export class SystemChecksView {
  /** At what time of the day in China they begin; null when this program does not check. */
  at: string | null;
  /** Since when none came to an end, once that is two days. */
  overdueSince: string | null;
  /** The last thirty nights, the newest first. */
  items: SystemCheckView[];
}
