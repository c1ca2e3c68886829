import type { Call as VersionCall } from '../worklist/index.js';
import type { MatterNoticeKind } from './kinds.js';

/** Somebody who is next, or is to know of a deadline, and why. */
export interface MatterCall {
  /** Account id. */
  readonly person: string;
  /**
   * `…Issued`, `…Opened`, `…Returned`, `…Answered`, `…Submitted`: it is their turn since that step. `…Due`: their turn, and the reminder for the
   * present deadline was given. `…Overdue`: their turn, and the deadline has passed. `…Escalated`: of the giving office, once it was told for the
   * present deadline.
   */
  readonly kind: MatterNoticeKind;
  /** A role at the body, or an office's capacity (`givingOffice`, …). */
  readonly role: string;
  /** Log position of the step by which it came to be so. A new one is a new call. */
  readonly seq: number;
}

/** Who is next in a task, a notice or a report, whoever asks: for telling them. Nobody, once it is settled. */
export interface MatterCalls {
  next(matterId: string): Promise<readonly MatterCall[]>;
}

/** Injection token of {@link MatterCalls}. While nobody provides it, only versions are written about. */
export const MATTER_CALLS = Symbol('matter calls');

/** What is taken down of a call. */
export interface Call extends Pick<VersionCall, 'person' | 'seq' | 'whole'> {
  readonly kind: VersionCall['kind'] | MatterNoticeKind;
  readonly role: string;
}

/** A matter is handed over as a whole. In two capacities at once somebody is called in the first. */
export function asCalls(calls: readonly MatterCall[]): Call[] {
  const first = new Map<string, Call>();
  for (const call of calls) {
    const key = `${call.person} ${call.kind}`;
    if (!first.has(key)) first.set(key, { ...call, whole: true });
  }
  return [...first.values()];
}
