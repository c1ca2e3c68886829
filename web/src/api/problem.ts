/** One requirement that does not hold, with the items that are in the way. */
export interface UnmetRequirement {
  readonly id: string;
  readonly message: string;
  readonly itemIds?: readonly string[];
}

/** What the server says when it refuses (RFC 9457). */
export interface ProblemDocument {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail?: string;
  readonly requirements?: readonly UnmetRequirement[];
  readonly errors?: readonly { readonly field: string; readonly rule: string; readonly message: string }[];
}

/** The server refused; `document` says why, in words for people. */
export class Problem extends Error {
  constructor(readonly document: ProblemDocument) {
    super(document.title);
  }

  get status(): number {
    return this.document.status;
  }

  get code(): string {
    return this.document.code;
  }
}

/** No answer came: the network is away, or the server is. Nothing is known about what was asked. */
export class Unreachable extends Error {}
