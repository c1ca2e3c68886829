import type { CatalogueVersionParameters } from './catalogue-version.events.js';
import type { CatalogueVersionFacts } from './catalogue-version.facts.js';
import { isWritten } from './policy.js';

/** What a branch of one event may depend on. The branches of an event exclude each other by these names. */
export const VERSION_CONDITIONS = {
  /** Some item still waits for its assessment or endorsement. */
  assessmentOutstanding: ({ items }: CatalogueVersionFacts) =>
    items.some((item) => item.state === 'cleared' || item.state === 'awaitingEndorsement'),
  publishLater: (_: CatalogueVersionFacts, event: CatalogueVersionParameters) => isWritten(event.publishAt),
} as const;

export type VersionCondition = keyof typeof VERSION_CONDITIONS;
