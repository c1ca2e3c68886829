import type { Profile } from '../../../profiles/index.js';
import type { ReadingLimits } from '../limits.js';
import type { ImportReading } from '../read-catalogue.js';

/** What the parent writes to the child's input, as one line of JSON; the file's bytes follow it. */
export interface ReadingRequest {
  readonly fileName: string;
  readonly profile: Profile;
  readonly limits: ReadingLimits;
}

/** What the child writes to descriptor 3, as JSON. `detail` names a place in the file, never content. */
export type ReadingAnswer = { readonly reading: ImportReading } | { readonly refusal: { readonly code: string; readonly detail?: string } };

/** Descriptor of the answer: the usual output stays free for whatever a library prints. */
export const ANSWER_DESCRIPTOR = 3;
