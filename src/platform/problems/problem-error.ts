import { messageFor, codeOfStatus } from './catalogue.js';
import { fill, type Language, type Message, type MessageParameters } from './message.js';

/** A requirement that is not met, with the items that stand in the way. */
export interface UnmetRequirement {
  readonly id: string;
  readonly message: string | Message;
  readonly itemIds: readonly string[];
}

/** A field of the request that has not the required form. */
export interface FieldFault {
  /** Path in the body, such as `content.path.0`. */
  field: string;
  rule: string;
  message: string | Message;
}

export interface ProblemInit {
  status: number;
  /** Stable and dotted; the title comes from the catalogue under it. */
  code: string;
  /** What is written in place of the catalogue's title. */
  title?: Message;
  detail?: string | Message;
  parameters?: MessageParameters;
  requirements?: readonly UnmetRequirement[];
  errors?: readonly FieldFault[];
  /** Further members of the document (RFC 9457 §3.2); they cannot replace the ones above. */
  extensions?: Readonly<Record<string, unknown>>;
  headers?: Readonly<Record<string, string>>;
  cause?: unknown;
}

/** RFC 9457, with `code` and, where they apply, `requirements` and `errors`. */
export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  code: string;
  detail?: string;
  requirements?: { id: string; message: string; itemIds: readonly string[] }[];
  errors?: { field: string; rule: string; message: string }[];
  [extension: string]: unknown;
}

/** A refusal as a value: thrown anywhere below a request, it becomes a problem document in the reader's language. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(private readonly init: ProblemInit) {
    super(`${init.status} ${init.code}`, { cause: init.cause });
    this.status = init.status;
    this.code = init.code;
    this.headers = init.headers ?? {};
  }

  toDocument(language: Language): ProblemDocument {
    const { status, code, title, detail, parameters, requirements, errors, extensions } = this.init;
    const say = (text: string | Message): string => fill(typeof text === 'string' ? text : text[language], parameters);
    const heading = title ?? messageFor(code) ?? messageFor(codeOfStatus(status));
    return {
      ...extensions,
      type: `urn:mulu:problem:${code}`,
      title: heading ? say(heading) : code,
      status,
      code,
      ...(detail !== undefined && { detail: say(detail) }),
      ...(requirements && { requirements: requirements.map(({ id, message, itemIds }) => ({ id, message: say(message), itemIds })) }),
      ...(errors && { errors: errors.map(({ field, rule, message }) => ({ field, rule, message: say(message) })) }),
    };
  }
}
