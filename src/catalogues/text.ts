import { contentBytes, contentHash, hintsFor, missingElements, timeLimitUnread, type ItemContent, type Removal } from '../content/index.js';
import type { Profile } from '../profiles/index.js';

/** A repair of an import that nobody confirmed: it blocks `submit` until its fields are edited or it is dismissed. */
export interface OpenRepair {
  readonly id: string;
  readonly fields: readonly string[];
  readonly code: string;
  readonly message: { readonly zh: string; readonly en: string };
  readonly row?: number;
  readonly column?: number;
}

/** What the reading of one text found; stored with the revision, as immutable as the text. */
export interface Findings {
  readonly missing: readonly string[];
  readonly timeLimitUnread: boolean;
  /** Ids of the personal-data hints. */
  readonly hits: readonly string[];
  readonly openRepairs: readonly OpenRepair[];
}

/** A text as it stands in the database: what it says, whether it says "removed", and what was found in it. */
export interface ItemText {
  readonly content: ItemContent;
  readonly removal: Removal | null;
  readonly findings: Findings;
}

/** A text about to become a revision: its canonical bytes, their hash, and what the reading found. */
export interface NewText {
  readonly bytes: string;
  readonly hash: string;
  readonly category: ItemContent['category'];
  readonly removal: boolean;
  readonly findings: Findings;
}

/** Reads a text by the rules of its profile. A removal needs no completeness: nothing of it will be shown. */
export function newText(content: ItemContent, removal: Removal | null, profile: Profile, openRepairs: readonly OpenRepair[] = []): NewText {
  const revision = { content, removal };
  const findings: Findings = removal
    ? { missing: [], timeLimitUnread: false, hits: [], openRepairs: [] }
    : {
        missing: missingElements(content, profile),
        timeLimitUnread: timeLimitUnread(content),
        hits: hintsFor(content, profile)
          .filter((hint) => hint.kind === 'personalData')
          .map((hint) => hint.id),
        openRepairs,
      };
  return {
    bytes: contentBytes(revision).toString('utf8'),
    hash: contentHash(revision),
    category: content.category,
    removal: removal !== null,
    findings,
  };
}
