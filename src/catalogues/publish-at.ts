import { refuse } from '../commands/index.js';
import type { VersionEvent } from './move-version.js';

/** @throws ProblemError 422 when a publication is scheduled for a time that has passed */
export function publishAtInFuture(event: VersionEvent): VersionEvent {
  if (event.publishAt === undefined) return event;
  const at = new Date(event.publishAt);
  if (at.getTime() <= Date.now()) throw refuse.past('publishAt.past');
  return { ...event, publishAt: at.toISOString() };
}
