import { refuse } from '../commands/index.js';
import type { VersionEvent } from './move-version.js';

/** The event with its time of publication in UTC. @throws ProblemError 400 for a time that no calendar has */
export function inUtc(event: VersionEvent): VersionEvent {
  if (event.publishAt === undefined) return event;
  const at = new Date(event.publishAt);
  if (Number.isNaN(at.getTime())) throw refuse.malformed('publishAt');
  return { ...event, publishAt: at.toISOString() };
}

/** @throws ProblemError 422 when a publication is scheduled for a time that has passed */
export function demandFuture(publishAt: string | undefined): void {
  if (publishAt !== undefined && Date.parse(publishAt) <= Date.now()) throw refuse.past('publishAt.past');
}
