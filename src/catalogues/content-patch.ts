import { parseContentPatch, parseNewContent, type ContentPatch, type ItemContent, type Parsed } from '../content/index.js';
import { ProblemError } from '../platform/problems/index.js';

/** The changed fields of an item, as sent in the body's member `at`. @throws ProblemError 400 naming every malformed field */
export function patchOf(input: unknown, at = 'content'): ContentPatch {
  return valueOf(parseContentPatch(input), at);
}

/** The content of a new row. @throws ProblemError 400 naming every malformed field */
export function newContentOf(input: unknown): ItemContent {
  return valueOf(parseNewContent(input), 'content');
}

function valueOf<T>(parsed: Parsed<T>, at: string): T {
  if (parsed.ok) return parsed.value;
  const errors = parsed.problems.map(({ field, code, message }) => ({
    field: field ? `${at}.${field}` : at,
    rule: code,
    message,
  }));
  throw new ProblemError({ status: 400, code: 'request.invalid', errors });
}
