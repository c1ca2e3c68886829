/** What happens to tasks, obligations, rectifications and reports. Each lifecycle knows some of them. */
export const MATTER_EVENT_TYPES = [
  'issue', 'open', 'withdraw', 'cancel', 'close', 'fulfil', 'lapse', 'recordOutside', 'exempt', 'reinstate', 'extend', 'recompute', 'remind', 'fallOverdue',
  'escalate', 'answer', 'accept', 'return', 'compose', 'edit', 'submit', 'recall', 'receive',
] as const; // prettier-ignore
export type MatterEventType = (typeof MATTER_EVENT_TYPES)[number];

/** Every parameter that some event may carry; all optional, because a requirement names what lacks. */
export interface MatterParameters {
  readonly type: MatterEventType;
  readonly reason?: string;
  readonly opinion?: string;
  /** The new deadline. */
  readonly dueOn?: string;
  /** The day on which something was done outside, the public address where it can be seen, and what proves it. */
  readonly doneOn?: string;
  readonly address?: string;
  readonly evidence?: string;
  /** An answer, or what is demanded. */
  readonly text?: string;
}

export type MatterEvent = MatterParameters;
