import type { Timing } from './connections.js';

/** Operations in the order in which a round does them: what is published was signed just before. */
export const OPERATIONS = ['signAlone', 'signApart', 'signTogether', 'publish', 'read'] as const;
export type Operation = (typeof OPERATIONS)[number];

/** What one operation of one round did. `operations` is how many acts `elapsed` milliseconds were for. */
export interface Measured extends Timing {
  readonly operations: number;
}

/** One of those compared. Each keeps its own data and checks every answer; `verify` looks at what is stored afterwards. */
export interface Contender {
  readonly name: string;
  /** Null where it does not do this operation. */
  run(operation: Operation, round: number): Promise<Measured | null>;
  /** Of all that was acknowledged since the last call: exactly once there, and every chain unbroken. @throws Error otherwise */
  verify(): Promise<void>;
  stop(): Promise<void>;
}
