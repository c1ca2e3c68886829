import { problem, textProblem, type ContentProblem, type ProblemCode } from './problems.js';
import { findTextFault, normaliseText } from './text-policy.js';

export interface TextLimits {
  readonly max: number;
  /** Line breaks and tabs may stand. */
  readonly multiline?: boolean;
  /** Nothing at all may stand. */
  readonly emptyAllowed?: boolean;
}

const FORBIDDEN_KEYS: readonly string[] = ['__proto__', 'constructor', 'prototype'];
const SHOWN_KEY_LENGTH = 60;
const LONE_SURROGATES = /\p{Surrogate}/gu;

/**
 * Reads untrusted JSON strictly and collects every problem; each method answers a fresh value, or undefined after a problem,
 * so that nothing of the input itself is ever kept.
 */
export class InputReader {
  readonly problems: ContentProblem[] = [];
  /** Characters read in all. */
  length = 0;

  refuse(field: string, code: ProblemCode, parameters?: Readonly<Record<string, string | number>>): undefined {
    this.problems.push(problem(field, code, parameters));
    return undefined;
  }

  /** The known members of a plain object, by name; members that are undefined count as absent. */
  object(value: unknown, field: string, known: readonly string[]): ReadonlyMap<string, unknown> | undefined {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return this.refuse(field, 'type.object');
    const members = new Map<string, unknown>();
    for (const key of Object.keys(value)) {
      // The key itself is untrusted text that goes into an answer: short, and whole characters only.
      const at = join(field, key.slice(0, SHOWN_KEY_LENGTH).replace(LONE_SURROGATES, '\ufffd'));
      if (FORBIDDEN_KEYS.includes(key)) this.refuse(at, 'field.forbidden');
      else if (!known.includes(key)) this.refuse(at, 'field.unknown');
      else if ((value as Record<string, unknown>)[key] !== undefined) members.set(key, (value as Record<string, unknown>)[key]);
    }
    return members;
  }

  list<T>(
    value: unknown,
    field: string,
    limits: { min?: number; max: number },
    read: (entry: unknown, field: string) => T | undefined,
  ): T[] | undefined {
    if (!Array.isArray(value)) return this.refuse(field, 'type.list');
    if (value.length < (limits.min ?? 0)) return this.refuse(field, 'list.tooShort', { min: limits.min ?? 0 });
    if (value.length > limits.max) return this.refuse(field, 'list.tooLong', { max: limits.max });
    const entries: T[] = [];
    for (let i = 0; i < value.length; i += 1) {
      const entry = read(value[i], `${field}[${i}]`);
      if (entry !== undefined) entries.push(entry);
    }
    return entries;
  }

  text(value: unknown, field: string, limits: TextLimits): string | undefined {
    if (typeof value !== 'string') return this.refuse(field, 'type.text');
    // Before any work on the text: a first bound that no normalisation can undercut.
    if (value.length > limits.max * 4) return this.refuse(field, 'text.tooLong', { max: limits.max });
    const text = normaliseText(value);
    const fault = findTextFault(text);
    if (fault) {
      this.problems.push(textProblem(field, fault));
      return undefined;
    }
    if (text === '' && !limits.emptyAllowed) return this.refuse(field, 'text.empty');
    if (text.length > limits.max) return this.refuse(field, 'text.tooLong', { max: limits.max });
    if (!limits.multiline && /[\n\t]/.test(text)) return this.refuse(field, 'text.multiline');
    this.length += text.length;
    return text;
  }

  /** Undefined also for null and for empty text: an optional field that says nothing is left out. */
  optionalText(value: unknown, field: string, limits: TextLimits): string | undefined {
    if (value === undefined || value === null) return undefined;
    const text = this.text(value, field, { ...limits, emptyAllowed: true });
    return text === '' ? undefined : text;
  }

  code<C extends string>(value: unknown, field: string, codes: readonly C[]): C | undefined {
    if (typeof value === 'string' && (codes as readonly string[]).includes(value)) return value as C;
    return this.refuse(field, 'code.unknown', { codes: codes.join(', ') });
  }

  /** A list of codes, none of them twice. */
  codes<C extends string>(value: unknown, field: string, codes: readonly C[]): C[] | undefined {
    const list = this.list(value, field, { max: codes.length * 2 }, (entry, at) => this.code(entry, at, codes));
    if (list && new Set(list).size !== list.length) return this.refuse(field, 'list.duplicate');
    return list;
  }

  integer(value: unknown, field: string, min: number, max: number): number | undefined {
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max) return value;
    return this.refuse(field, 'type.integer', { min, max });
  }

  boolean(value: unknown, field: string): boolean | undefined {
    return typeof value === 'boolean' ? value : this.refuse(field, 'type.boolean');
  }
}

export function join(field: string, member: string): string {
  return field === '' ? member : `${field}.${member}`;
}
