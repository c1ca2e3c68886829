import { ProblemError } from '../../platform/problems/index.js';
import type { AuditedLog } from '../jurisdiction.reads.js';
import '../messages.js';

/** A package is made in memory, and read in one piece by whoever verifies it. */
const MOST_EVENTS = 20_000;
const MOST_BYTES = 64 * 2 ** 20;

/** How much the logs are together, and whether one package holds them. */
export function sizeOf(logs: readonly AuditedLog[]) {
  const events = logs.reduce((sum, log) => sum + log.events, 0);
  const bytes = logs.reduce((sum, log) => sum + log.bytes, 0);
  return {
    logs: logs.length,
    events,
    bytes,
    mostEvents: MOST_EVENTS,
    mostBytes: MOST_BYTES,
    fits: events <= MOST_EVENTS && bytes <= MOST_BYTES,
  };
}

/** @throws ProblemError 413 with how much it would be */
export function demandHandy(logs: readonly AuditedLog[]): void {
  const { events, fits } = sizeOf(logs);
  if (fits) return;
  throw new ProblemError({
    status: 413,
    code: 'package.tooLarge',
    detail: {
      zh: `所选期间涉及 ${logs.length} 个日志、${events} 条事件，一个核验包最多 ${MOST_EVENTS} 条；请缩短期间，或者逐个下载`,
      en: `${logs.length} logs with ${events} events were touched, a package holds ${MOST_EVENTS}: take a shorter period, or one log at a time`,
    },
    extensions: { logs: logs.length, events, mostEvents: MOST_EVENTS },
  });
}
