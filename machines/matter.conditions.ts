import type { MatterFacts } from './matter.facts.js';

/** What a branch of one event may depend on. */
export const MATTER_CONDITIONS = {
  /** Also the deadline counted anew has passed. */
  newDeadlinePassed: ({ recomputed, today }: MatterFacts) => recomputed !== null && recomputed.dueOn < today,
} as const;

export type MatterCondition = keyof typeof MATTER_CONDITIONS;
