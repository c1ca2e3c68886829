import { AUDIENCE_KINDS, CHANNEL_CODES, EFFECT_LEVEL_CODES, EFFECT_LEVEL_NAMES } from './codes.js';
import type { InputReader } from './input-reader.js';
import type { Audience, Basis, Channel, Clause, DisclosingBody, EffectLevel } from './item-content.js';
import { LIMITS } from './limits.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A title may still be empty: a file can give clauses whose basis it forgot. */
export function readBasis(reader: InputReader, value: unknown, field: string): Basis | undefined {
  const members = reader.object(value, field, ['title', 'documentNumber', 'effectLevel', 'clauses']);
  if (!members) return undefined;
  const title = reader.optionalText(members.get('title'), `${field}.title`, { max: LIMITS.title }) ?? '';
  const documentNumber = reader.optionalText(members.get('documentNumber'), `${field}.documentNumber`, { max: LIMITS.line });
  const effectLevel = isSet(members.get('effectLevel'))
    ? readEffectLevel(reader, members.get('effectLevel'), `${field}.effectLevel`)
    : undefined;
  const clauses =
    reader.list(members.get('clauses') ?? [], `${field}.clauses`, { max: LIMITS.clauses }, (clause, at) =>
      readClause(reader, clause, at),
    ) ?? [];
  return { title, ...(documentNumber && { documentNumber }), ...(effectLevel && { effectLevel }), clauses };
}

function readEffectLevel(reader: InputReader, value: unknown, field: string): EffectLevel | undefined {
  const members = reader.object(value, field, ['code', 'raw']);
  if (!members) return undefined;
  const code = reader.code(members.get('code'), `${field}.code`, EFFECT_LEVEL_CODES);
  const raw = reader.optionalText(members.get('raw'), `${field}.raw`, { max: LIMITS.line });
  return code && { code, raw: raw ?? EFFECT_LEVEL_NAMES[code].zh };
}

function readClause(reader: InputReader, value: unknown, field: string): Clause | undefined {
  const members = reader.object(value, field, ['article', 'text']);
  if (!members) return undefined;
  const article = reader.optionalText(members.get('article'), `${field}.article`, { max: LIMITS.line });
  const given = members.get('text');
  const before = reader.problems.length;
  const text = reader.optionalText(given, `${field}.text`, { max: LIMITS.clauseText, multiline: true }) ?? '';
  if (!article && text === '' && reader.problems.length === before) return reader.refuse(field, 'clause.empty');
  return { ...(article && { article }), text };
}

export function readBody(reader: InputReader, value: unknown, field: string): DisclosingBody | undefined {
  const members = reader.object(value, field, ['text', 'organizationId', 'lead']);
  if (!members) return undefined;
  const text = reader.text(members.get('text'), `${field}.text`, { max: LIMITS.line });
  const organizationId = members.get('organizationId') ?? undefined;
  if (organizationId !== undefined && (typeof organizationId !== 'string' || !UUID.test(organizationId)))
    return reader.refuse(`${field}.organizationId`, 'type.uuid');
  const lead = isSet(members.get('lead')) ? reader.boolean(members.get('lead'), `${field}.lead`) : undefined;
  // `false` says no more than nothing.
  return text === undefined ? undefined : { text, ...(organizationId && { organizationId }), ...(lead && { lead }) };
}

/** OTHER without its note is incomplete, not malformed. */
export function readChannels(reader: InputReader, value: unknown, field: string): Channel[] | undefined {
  const channels = reader.list(value, field, { max: CHANNEL_CODES.length * 2 }, (entry, at): Channel | undefined => {
    const members = reader.object(entry, at, ['code', 'note']);
    if (!members) return undefined;
    const code = reader.code(members.get('code'), `${at}.code`, CHANNEL_CODES);
    const note = reader.optionalText(members.get('note'), `${at}.note`, { max: LIMITS.line });
    return code && { code, ...(note && { note }) };
  });
  if (channels && new Set(channels.map((channel) => channel.code)).size !== channels.length) return reader.refuse(field, 'list.duplicate');
  return channels;
}

/** `groups` may be one text or a list; SPECIFIC without groups is incomplete, not malformed. */
export function readAudience(reader: InputReader, value: unknown, field: string): Audience | undefined {
  const members = reader.object(value, field, ['kind', 'groups']);
  if (!members) return undefined;
  const kind = reader.code(members.get('kind'), `${field}.kind`, AUDIENCE_KINDS);
  const given = members.get('groups') ?? [];
  const groups = reader.list(typeof given === 'string' ? [given] : given, `${field}.groups`, { max: LIMITS.groups }, (group, at) =>
    reader.optionalText(group, at, { max: LIMITS.line }),
  );
  return kind && { kind, ...(groups && groups.length > 0 && { groups }) };
}

export function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}
