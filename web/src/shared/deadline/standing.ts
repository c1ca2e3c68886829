/** How a deadline stands: which words, with which number, and how it looks. */
export interface Standing {
  readonly key: 'left' | 'today' | 'noDayLeft' | 'late' | 'justLate' | 'doneInTime' | 'doneLate';
  readonly days: number;
  readonly tone: 'quiet' | 'warn' | 'bad' | 'good';
}

/** Fewer working days than this are near. */
const NEAR = 5;

export interface Deadline {
  /** `2026-11-27` */
  readonly dueOn: string;
  /** Working days after today up to and with the deadline; below zero once it has passed. */
  readonly workingDaysLeft: number;
  /** The day on which it was done. */
  readonly done?: string | null | undefined;
  readonly today: string;
}

export function standingOf({ dueOn, workingDaysLeft, done, today }: Deadline): Standing {
  if (done) return done > dueOn ? { key: 'doneLate', days: 0, tone: 'quiet' } : { key: 'doneInTime', days: 0, tone: 'good' };
  if (today > dueOn) {
    const days = -workingDaysLeft;
    return days > 0 ? { key: 'late', days, tone: 'bad' } : { key: 'justLate', days: 0, tone: 'bad' };
  }
  if (today === dueOn) return { key: 'today', days: 0, tone: 'warn' };
  if (workingDaysLeft <= 0) return { key: 'noDayLeft', days: 0, tone: 'warn' };
  return { key: 'left', days: workingDaysLeft, tone: workingDaysLeft < NEAR ? 'warn' : 'quiet' };
}
