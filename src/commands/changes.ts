import { canonicalJson, sha256Hex } from '../content/canonical.js';

/** One change of a command, as the server function `apply_change` understands it. Events come before what they explain. */
export type Change =
  | { op: 'event'; stream: string; body: string }
  | { op: 'store'; text: string }
  | { op: 'item'; version: string; item: string; state: string; revision?: string; hash?: string }
  | ({ op: 'decide'; version: string; item: string } & DecisionRow)
  | { op: 'identify'; version: string; item: string }
  | {
      op: 'revision';
      version: string;
      item: string;
      id: string;
      text: string;
      findings: object;
    }
  | {
      op: 'place';
      version: string;
      item: string;
      state: string;
      revision: string;
      hash: string;
      /** The item behind which it comes to stand, null for the first place; without it the last place. */
      after?: string | null;
      label?: string;
      source?: object | null;
    }
  | { op: 'arrange'; version: string; item: string; after?: string | null; label?: string }
  | { op: 'drop'; version: string; item: string }
  | { op: 'version'; version: string; state: string }
  | { op: 'bar'; version: string; item: string; hash: string }
  | {
      op: 'dismiss';
      version: string;
      item: string;
      hash: string;
      hint: string;
      side: 'compiler' | 'officer';
      reasonHash: string;
    }
  | { op: 'confirmImport'; version: string; import: string }
  | {
      op: 'open';
      version: string;
      catalogue: string;
      profileId: string;
      profileVersion: number;
      predecessor: string | null;
    };

export interface DecisionRow {
  revision: string;
  hash: string;
  kind: string;
  step: 'review' | 'assessment' | 'endorsement' | 'carryOver';
  assess?: boolean;
  ground?: string;
  documentNumber?: string;
  outcome?: 'open' | 'withhold';
  level?: 'LOW' | 'MEDIUM' | 'HIGH';
  measures?: boolean;
  predecessor?: 'keep' | 'drop';
  reviewOn?: string;
  keptRevision?: string;
  keptHash?: string;
  restsOn?: number;
  detail?: string;
}

/** What must still be so when the versions are locked. `seq` is given when the whole version was looked at. */
export interface Expectation {
  version: string;
  state: string;
  seq?: number;
  items?: Record<string, number>;
}

/** All that a command will do, decided before anything is written. The first event is the one that was asked for. */
export interface Plan {
  readonly lock: string[];
  readonly expect: Expectation[];
  readonly changes: Change[];
  /** What the answer says beside the log's position. */
  readonly answer: Record<string, unknown>;
}

/** Words that somebody wrote down with an act (a reason, an opinion, measures): stored like content, by hash. */
export interface Detail {
  readonly hash: string;
  readonly store: Change;
}

/** The detail of what is given, or null when nothing is. */
export function detailOf(words: Record<string, unknown>): Detail | null {
  const given = Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined && value !== null));
  if (Object.keys(given).length === 0) return null;
  const text = canonicalJson(given);
  return { hash: sha256Hex(text), store: { op: 'store', text } };
}
