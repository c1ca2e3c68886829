import type { InputReader } from './input-reader.js';
import type { TimeLimitPatch } from './item-content.js';
import { LIMITS } from './limits.js';
import { TIME_LIMIT_EVENTS, type SimpleRule, type TimeLimitException, type TimeLimitRule, type WorkdaysAfter } from './time-limit-rule.js';

const SIMPLE_KINDS = ['WORKDAYS_AFTER', 'REALTIME', 'PROMPT', 'ANNUAL', 'WITH_POLICY'] as const;
const KINDS = [...SIMPLE_KINDS, 'COMPOUND', 'DITTO', 'FREE_TEXT', 'UNPARSED'] as const;
const KEYS: Readonly<Record<(typeof KINDS)[number], readonly string[]>> = {
  WORKDAYS_AFTER: ['kind', 'days', 'event'],
  REALTIME: ['kind'],
  PROMPT: ['kind'],
  ANNUAL: ['kind', 'month', 'day'],
  WITH_POLICY: ['kind', 'withinDays'],
  COMPOUND: ['kind', 'main', 'exceptions'],
  DITTO: ['kind'],
  FREE_TEXT: ['kind'],
  UNPARSED: ['kind'],
};
/** A leap year's, for a limit may name 29 February. */
const DAYS_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** What a person says about a time limit. A rule that says "not read yet" is left out: the grammar then reads the text. */
export function readTimeLimit(reader: InputReader, value: unknown, field: string): TimeLimitPatch | undefined {
  const members = reader.object(value, field, ['text', 'rule']);
  if (!members) return undefined;
  const given = members.get('text');
  const text =
    given === undefined || given === null
      ? undefined
      : reader.text(given, `${field}.text`, { max: LIMITS.timeLimit, multiline: true, emptyAllowed: true });
  const sent = members.get('rule');
  const rule = sent === undefined || sent === null ? undefined : readRule(reader, sent, `${field}.rule`);
  const said = rule && rule.kind !== 'UNPARSED' && rule.kind !== 'DITTO' ? rule : undefined;
  return { ...(text !== undefined && { text }), ...(said && { rule: said }) };
}

function readRule(reader: InputReader, value: unknown, field: string): TimeLimitRule | undefined {
  const kind = kindOf(reader, value, field, KINDS);
  if (!kind) return undefined;
  if (kind === 'COMPOUND') return readCompound(reader, value, field);
  if (kind === 'DITTO' || kind === 'FREE_TEXT' || kind === 'UNPARSED') return reader.object(value, field, KEYS[kind]) && { kind };
  return readSimple(reader, value, field);
}

function readSimple(reader: InputReader, value: unknown, field: string): SimpleRule | undefined {
  const kind = kindOf(reader, value, field, SIMPLE_KINDS);
  if (!kind) return undefined;
  if (kind === 'WORKDAYS_AFTER') return readWorkdays(reader, value, field);
  const members = reader.object(value, field, KEYS[kind]);
  if (!members) return undefined;
  if (kind === 'ANNUAL') {
    const month = reader.integer(members.get('month'), `${field}.month`, 1, 12);
    const day = reader.integer(members.get('day'), `${field}.day`, 1, 31);
    if (month === undefined || day === undefined) return undefined;
    return day > (DAYS_OF_MONTH[month - 1] ?? 0) ? reader.refuse(`${field}.day`, 'timeLimit.day') : { kind, month, day };
  }
  if (kind === 'WITH_POLICY') {
    const given = members.get('withinDays') ?? null;
    const withinDays = given === null ? null : reader.integer(given, `${field}.withinDays`, 0, 999);
    return withinDays === undefined ? undefined : { kind, withinDays };
  }
  return { kind };
}

function readWorkdays(reader: InputReader, value: unknown, field: string): WorkdaysAfter | undefined {
  const members = reader.object(value, field, KEYS.WORKDAYS_AFTER);
  const kind = members && reader.code(members.get('kind'), `${field}.kind`, ['WORKDAYS_AFTER']);
  const days = members && reader.integer(members.get('days'), `${field}.days`, 1, 999);
  const event = members && reader.code(members.get('event'), `${field}.event`, TIME_LIMIT_EVENTS);
  return kind && days !== undefined && event ? { kind, days, event } : undefined;
}

function readCompound(reader: InputReader, value: unknown, field: string): TimeLimitRule | undefined {
  const members = reader.object(value, field, KEYS.COMPOUND);
  if (!members) return undefined;
  const main = readSimple(reader, members.get('main'), `${field}.main`);
  const exceptions = reader.list(
    members.get('exceptions'),
    `${field}.exceptions`,
    { min: 1, max: 20 },
    (entry, at): TimeLimitException | undefined => {
      const parts = reader.object(entry, at, ['subject', 'rule']);
      const subject = parts && reader.text(parts.get('subject'), `${at}.subject`, { max: LIMITS.line });
      const rule = parts && readWorkdays(reader, parts.get('rule'), `${at}.rule`);
      return subject !== undefined && rule ? { subject, rule } : undefined;
    },
  );
  return main && exceptions && { kind: 'COMPOUND', main, exceptions };
}

function kindOf<K extends string>(reader: InputReader, value: unknown, field: string, kinds: readonly K[]): K | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return reader.refuse(field, 'type.object');
  return reader.code(Object.hasOwn(value, 'kind') ? (value as { kind: unknown }).kind : undefined, `${field}.kind`, kinds);
}
