import type { Actor, Capacity, RoleCode } from './people.facts.js';

/** A day of Asia/Shanghai, `2026-11-20`: comparable as text. */
export type Day = string;

export const TASK_STATES = ['issued', 'closed', 'withdrawn'] as const;
export type TaskState = (typeof TASK_STATES)[number];

export const OBLIGATION_STATES = ['open', 'overdue', 'fulfilled', 'doneOutside', 'exempted', 'withdrawn'] as const;
export type ObligationState = (typeof OBLIGATION_STATES)[number];

export const RECTIFICATION_STATES = ['issued', 'overdue', 'answered', 'accepted', 'withdrawn'] as const;
export type RectificationState = (typeof RECTIFICATION_STATES)[number];

export const REPORT_STATES = ['drafting', 'overdue', 'submitted', 'received'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** What the steps of a task, an obligation, a rectification or a report may rest on. */
export interface MatterFacts {
  readonly actor: Actor<RoleCode | Capacity>;
  readonly today: Day;
  readonly matter: {
    readonly dueOn: Day | null;
    /** The deadlines for which somebody was reminded, and for which the superior was told. */
    readonly remindedFor: Day | null;
    readonly escalatedFor: Day | null;
    /** What is demanded or reported has been written down. */
    readonly written: boolean;
  };
  /** From when the reminder of this deadline is due, and from when the superior is told: counted in working days. Null without a deadline. */
  readonly remindFrom: Day | null;
  readonly escalateFrom: Day | null;
  /** The day on which the body did what an obligation asks, while it is in force. */
  readonly published: Day | null;
  /** The deadline counted anew by the calendar in force; null where it is a day that was set. */
  readonly recomputed: { readonly dueOn: Day; readonly changed: boolean } | null;
}
