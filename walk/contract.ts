/** The shapes of the HTTP contract, as far as the story reads them. */

export interface Reference {
  readonly id: string;
}

export interface List<Row> {
  readonly items: readonly Row[];
  readonly nextCursor: string | null;
}

export interface Basis {
  readonly title: string;
  readonly documentNumber?: string;
  readonly effectLevel?: { readonly code: string; readonly raw: string };
  readonly clauses: readonly { readonly article?: string; readonly text: string }[];
}

export interface ItemContent {
  readonly path: readonly string[];
  readonly elements: readonly string[];
  readonly bases: readonly Basis[];
  readonly timeLimit: { readonly text: string; readonly rule: { readonly kind: string } | null } | null;
  readonly disclosingBodies: readonly { readonly text: string }[];
  readonly category: 'STATUTORY' | 'OTHER' | null;
  readonly channels: readonly { readonly code: string; readonly note?: string }[];
  readonly audience: { readonly kind: string; readonly groups?: readonly string[] } | null;
  readonly method: string | null;
  readonly responsibleOffice?: string;
  readonly duty?: string;
}

export interface Requirement {
  readonly id: string;
  readonly message: string;
  readonly itemIds: readonly string[];
}

export interface Problem {
  readonly code: string;
  readonly title: string;
  readonly requirements?: readonly Requirement[];
}

export interface Reading extends Reference {
  readonly items: number;
  readonly findings: readonly { readonly severity: string; readonly row: number; readonly message: string; readonly repair?: object }[];
}

export interface Hint {
  readonly id: string;
  readonly kind: string;
  readonly message: string;
}

export interface Decision {
  readonly type: string;
  readonly voided: boolean;
}

/** One row of a version's list of items; `content` is null where the reader may not see it. */
export interface ItemRow extends Reference {
  readonly state: string;
  readonly content: ItemContent | null;
}

export interface Item extends ItemRow {
  readonly contentHash: string;
  readonly hints: readonly Hint[];
  readonly decisions: readonly Decision[];
  /** The text last published for the item in another version, as far as it is still shown anywhere. */
  readonly previous: { readonly published: object | null };
}

export interface Version extends Reference {
  readonly number: number;
  readonly state: string;
  readonly progress: { readonly states: Readonly<Record<string, number>> };
  readonly disappearances: readonly { readonly itemId: string }[];
}

/** What every event answers with; `id` is the next version's after `revise`. */
export interface Outcome extends Partial<Reference> {
  readonly state: string;
  readonly seq: number;
  readonly etag: string;
  readonly contentHash?: string;
}

export interface Audit {
  readonly valid: boolean;
  readonly events: number;
  readonly replayMatches: boolean;
  readonly problems: readonly unknown[];
}

export interface PublicCatalogue extends Reference {
  readonly title: string;
  readonly version: number;
  readonly publishedAt: string;
  readonly items: readonly ({ readonly id: string; readonly path: readonly string[] } & Readonly<Record<string, unknown>>)[];
}
