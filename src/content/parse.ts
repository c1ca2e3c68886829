import { CATEGORIES, METHODS, PHASES, PUBLICITY_LEVELS } from './codes.js';
import { InputReader } from './input-reader.js';
import { emptyContent, type ContentPatch, type ItemContent, type Removal } from './item-content.js';
import { LIMITS } from './limits.js';
import { applyPatch } from './patch.js';
import type { ContentProblem } from './problems.js';
import { isSet, readAudience, readBasis, readBody, readChannels } from './read-parts.js';
import { readTimeLimit } from './read-time-limit.js';
import { CONTENT_FIELDS, type ContentField } from './rules.js';

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly ContentProblem[] };

type FieldReader = (reader: InputReader, value: unknown, field: string) => unknown;

const texts =
  (limits: { min?: number; max: number }, length: number, multiline: boolean): FieldReader =>
  (reader, value, field) =>
    reader.list(value, field, limits, (entry, at) => reader.text(entry, at, { max: length, multiline }));

const FIELD_READERS: Readonly<Record<ContentField, FieldReader>> = {
  path: texts({ min: 1, max: LIMITS.levels }, LIMITS.level, false),
  elements: texts({ max: LIMITS.elements }, LIMITS.element, true),
  bases: (reader, value, field) => reader.list(value, field, { max: LIMITS.bases }, (entry, at) => readBasis(reader, entry, at)),
  timeLimit: readTimeLimit,
  disclosingBodies: (reader, value, field) => reader.list(value, field, { max: LIMITS.bodies }, (entry, at) => readBody(reader, entry, at)),
  category: (reader, value, field) => reader.code(value, field, CATEGORIES),
  channels: readChannels,
  audience: readAudience,
  method: (reader, value, field) => reader.code(value, field, METHODS),
  publicityLevels: (reader, value, field) => reader.codes(value, field, PUBLICITY_LEVELS),
  phases: (reader, value, field) => reader.codes(value, field, PHASES),
  field: (reader, value, field) => reader.text(value, field, { max: LIMITS.line, emptyAllowed: true }),
  responsibleOffice: (reader, value, field) => reader.text(value, field, { max: LIMITS.line, emptyAllowed: true }),
  duty: (reader, value, field) => reader.text(value, field, { max: LIMITS.duty, multiline: true, emptyAllowed: true }),
};

/**
 * Reads the content of a `PATCH` from an untrusted client: only what changes. Null empties a field, except the path.
 * Missing elements are legal in a draft; unknown fields, wrong types and codes, and characters that cannot be seen are not.
 * Answers every problem at once; text comes back in NFC without blanks at its ends.
 */
export function parseContentPatch(input: unknown): Parsed<ContentPatch> {
  const reader = new InputReader();
  const members = reader.object(input, '', CONTENT_FIELDS);
  const patch: Partial<Record<ContentField, unknown>> = {};
  for (const field of CONTENT_FIELDS) {
    if (!members?.has(field)) continue;
    const value = members.get(field);
    patch[field] = isSet(value) || field === 'path' ? FIELD_READERS[field](reader, value, field) : null;
  }
  if (reader.length > LIMITS.total) reader.refuse('', 'content.tooLong', { max: LIMITS.total });
  return reader.problems.length > 0 ? { ok: false, problems: reader.problems } : { ok: true, value: patch as ContentPatch };
}

/** Reads the content of a new item: a patch of nothing that names at least the first level of its path. */
export function parseNewContent(input: unknown): Parsed<ItemContent> {
  const parsed = parseContentPatch(input);
  if (!parsed.ok) return parsed;
  if (parsed.value.path === undefined) {
    const reader = new InputReader();
    reader.refuse('path', 'field.missing');
    return { ok: false, problems: reader.problems };
  }
  return { ok: true, value: applyPatch(emptyContent(), parsed.value) };
}

/** Reads why an item that was public leaves: the reason, and the receiving body or the legal citation. */
export function parseRemoval(input: unknown): Parsed<Removal> {
  const reader = new InputReader();
  const members = reader.object(input, '', ['reason', 'receivingBody', 'legalCitation']);
  const reason = members && reader.text(members.get('reason'), 'reason', { max: LIMITS.reason, multiline: true });
  const receivingBody = members && reader.optionalText(members.get('receivingBody'), 'receivingBody', { max: LIMITS.line });
  const legalCitation =
    members && reader.optionalText(members.get('legalCitation'), 'legalCitation', { max: LIMITS.reason, multiline: true });
  if (reader.problems.length > 0 || reason === undefined) return { ok: false, problems: reader.problems };
  return { ok: true, value: { reason, ...(receivingBody && { receivingBody }), ...(legalCitation && { legalCitation }) } };
}
