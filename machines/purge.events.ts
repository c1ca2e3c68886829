/** The log's own words, because a purge is told in the system chain among past events. */
export const PURGE_EVENT_TYPES = ['purge.proposed', 'purge.withdrawn', 'purge.done'] as const;
export type PurgeEventType = (typeof PURGE_EVENT_TYPES)[number];

/** Every parameter that some event may carry; all optional, because a requirement names what lacks. */
export interface PurgeParameters {
  readonly type: PurgeEventType;
  readonly reason?: string;
  readonly ground?: string;
  /** The provision that demands it, as a department cites it. */
  readonly legalBasis?: string;
}
