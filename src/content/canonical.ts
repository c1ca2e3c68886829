import { createHash } from 'node:crypto';
import canonicalizeModule from 'canonicalize';
import type { ItemContent, Removal } from './item-content.js';

/** The package exports the function itself, its types say that it is a default export. */
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined;

/** A value that has no canonical form. `path` points at it, as in `$.items[3].title`; the message never holds the value. */
export class NotCanonicalError extends TypeError {
  constructor(
    readonly path: string,
    readonly reason: string,
  ) {
    super(`${path}: ${reason}`);
    this.name = 'NotCanonicalError';
  }
}

/** Half of a surrogate pair. */
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Deeper than any document of ours; a cycle ends here too. */
const MAX_DEPTH = 64;

/**
 * The canonical form of a JSON value (RFC 8785), so that equal meaning has equal bytes.
 * Rejects, and never repairs, what could be read in two ways: lone surrogates, text that is not NFC, numbers that are
 * no safe integers, undefined, and everything JSON does not know.
 * @throws NotCanonicalError
 */
export function canonicalJson(value: unknown): string {
  refuseAmbiguous(value, '$', 0);
  return canonicalize(value) as string;
}

/** SHA-256 in lower-case hex; a string is hashed as UTF-8. */
export function sha256Hex(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/**
 * The bytes of a revision: canonical JSON of `{"content": …}`, or `{"content": …, "removal": …}` for an item that leaves.
 * These are the bytes a signer signs, the database stores and the log names by hash.
 * @throws NotCanonicalError
 */
export function contentBytes(revision: { readonly content: ItemContent; readonly removal?: Removal | null }): Buffer {
  const { content, removal } = revision;
  return Buffer.from(canonicalJson(removal ? { content, removal } : { content }), 'utf8');
}

/** SHA-256 of `contentBytes`, in lower-case hex: the `contentHash` of the API. */
export function contentHash(revision: { readonly content: ItemContent; readonly removal?: Removal | null }): string {
  return sha256Hex(contentBytes(revision));
}

function refuseAmbiguous(value: unknown, path: string, depth: number): void {
  if (depth > MAX_DEPTH) throw new NotCanonicalError(path, 'nested too deeply');
  switch (typeof value) {
    case 'boolean':
      return;
    case 'string':
      return refuseText(value, path);
    case 'number':
      if (!Number.isSafeInteger(value)) throw new NotCanonicalError(path, 'not a safe integer');
      return;
    case 'object':
      return refuseStructure(value, path, depth);
    default:
      throw new NotCanonicalError(path, `${typeof value} is not JSON`);
  }
}

function refuseStructure(value: object | null, path: string, depth: number): void {
  if (value === null) return;
  if (Array.isArray(value)) {
    // By index: a hole must be seen as the undefined it is.
    for (let i = 0; i < value.length; i += 1) refuseAmbiguous(value[i], `${path}[${i}]`, depth + 1);
    return;
  }
  if (!isPlain(value)) throw new NotCanonicalError(path, 'not a plain object');
  if (Object.getOwnPropertySymbols(value).length > 0) throw new NotCanonicalError(path, 'a symbol is no key');
  for (const [key, member] of Object.entries(value)) {
    refuseText(key, `${path} (key)`);
    if (typeof member === 'function') throw new NotCanonicalError(`${path}.${key}`, 'function is not JSON');
    refuseAmbiguous(member, `${path}.${key}`, depth + 1);
  }
}

/** A literal or parsed object, of this realm or another one's; nothing with methods of its own. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || (Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype as object, 'hasOwnProperty'));
}

function refuseText(text: string, path: string): void {
  if (LONE_SURROGATE.test(text)) throw new NotCanonicalError(path, 'a lone surrogate');
  if (text.normalize('NFC') !== text) throw new NotCanonicalError(path, 'text that is not NFC');
}
