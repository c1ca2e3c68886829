/** An answer of the HTTP contract, whoever asked and over whatever wire. */
export interface Answer<Body = unknown> {
  readonly status: number;
  readonly etag: string | undefined;
  /** The parsed body where it is JSON; null otherwise. */
  readonly json: Body;
  readonly text: string;
}

export interface Conditions {
  readonly ifMatch?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface FileToSend {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Somebody at the HTTP contract. Every mutation carries a fresh Idempotency-Key of its own. */
export interface Visitor {
  get<Body>(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer<Body>>;
  post<Body>(path: string, body: unknown, conditions?: Conditions): Promise<Answer<Body>>;
  patch<Body>(path: string, body: unknown): Promise<Answer<Body>>;
  delete<Body>(path: string, body: unknown): Promise<Answer<Body>>;
  /** Sends a file as `file` of a multipart form. */
  upload<Body>(path: string, file: FileToSend): Promise<Answer<Body>>;
}

/** A running server, as the story needs it. */
export interface House {
  /** Nobody in particular: no cookie, no session. */
  readonly citizen: Visitor;
  signIn(username: string): Promise<Visitor>;
  /** A file of test/fixtures/. */
  fixture(name: string): FileToSend;
  /** Where the story is told; a test may keep silent. */
  say(line: string): void;
}
