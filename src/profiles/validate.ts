import {
  AUDIENCE_KINDS,
  BASIS_FIELDS,
  CATEGORIES,
  CHANNEL_CODES,
  CONTENT_FIELDS,
  EFFECT_LEVEL_CODES,
  ELEMENT_CODES,
  METHODS,
} from '../content/index.js';
import { COLUMN_KEYS } from './columns.js';
import { Faults } from './faults.js';
import { GROUND_CODES } from './grounds.js';
import type { Profile } from './profile.js';

const KEYS = [
  'id',
  'version',
  'name',
  'source',
  'columns',
  'requiredElements',
  'internalFields',
  'publicFields',
  'publicBasisFields',
  'constants',
  'channelAliases',
  'audienceAliases',
  'effectLevelAliases',
  'categoryAliases',
  'methodAliases',
  'smallBody',
  'carryOverMonths',
  'reaffirm',
  'hazardQuestions',
  'deadlines',
  'withholdGrounds',
] as const;

/** Checks a profile of unknown origin completely: shapes, codes, and that nothing internal is public. */
export function validateProfile(value: unknown): { ok: true; profile: Profile } | { ok: false; faults: readonly string[] } {
  const faults = new Faults();
  const profile = faults.object(value, 'profile', KEYS);
  if (profile) {
    checkIdentity(profile, faults);
    checkColumns(profile['columns'], faults);
    checkFields(profile, faults);
    checkAliases(profile, faults);
    checkReview(profile, faults);
  }
  return faults.list.length > 0 ? { ok: false, faults: faults.list } : { ok: true, profile: value as Profile };
}

function checkIdentity(profile: Record<string, unknown>, faults: Faults): void {
  if (typeof profile['id'] !== 'string' || !/^[A-Z][A-Z0-9-]{1,31}$/.test(profile['id'])) faults.add('id', 'must be capital letters, digits and hyphens');
  faults.integer(profile['version'], 'version', 1);
  faults.message(profile['name'], 'name');
  faults.source(profile['source'], 'source');
}

function checkColumns(value: unknown, faults: Faults): void {
  const keys = new Set<unknown>();
  const headers = new Set<string>();
  faults.array(value, 'columns').forEach((entry, i) => {
    const path = `columns[${i}]`;
    const column = faults.object(entry, path, ['key', 'header', 'aliases', 'order', 'visibility'], ['group', 'optional']);
    if (!column) return;
    faults.oneOf(column['key'], `${path}.key`, COLUMN_KEYS);
    faults.text(column['header'], `${path}.header`);
    faults.text(column['group'], `${path}.group`);
    faults.oneOf(column['visibility'], `${path}.visibility`, ['P', 'I']);
    faults.boolean(column['optional'], `${path}.optional`);
    if (column['order'] !== i + 1) faults.add(`${path}.order`, `must be ${i + 1}: columns stand from the left`);
    if (keys.has(column['key'])) faults.add(`${path}.key`, 'stands twice');
    keys.add(column['key']);
    const aliases = faults.array(column['aliases'], `${path}.aliases`);
    aliases.forEach((alias, j) => faults.text(alias, `${path}.aliases[${j}]`));
    for (const header of [column['header'], ...aliases].map(String)) {
      if (headers.has(header)) faults.add(`${path}`, `header ${header} stands twice`);
      headers.add(header);
    }
  });
}

function checkFields(profile: Record<string, unknown>, faults: Faults): void {
  faults.codes(profile['requiredElements'], 'requiredElements', ELEMENT_CODES);
  faults.codes(profile['internalFields'], 'internalFields', [...CONTENT_FIELDS, 'bases.clauses', 'bases.effectLevel']);
  faults.codes(profile['publicFields'], 'publicFields', CONTENT_FIELDS);
  faults.codes(profile['publicBasisFields'], 'publicBasisFields', BASIS_FIELDS);
  const internal = faults.array(profile['internalFields'], 'internalFields');
  const shown = [
    ...faults.array(profile['publicFields'], 'publicFields'),
    ...faults.array(profile['publicBasisFields'], 'publicBasisFields').map((field) => `bases.${String(field)}`),
  ];
  for (const field of shown) if (internal.includes(field)) faults.add('publicFields', `must not hold ${String(field)}, which is internal`);
  if (!shown.includes('bases') && shown.some((field) => String(field).startsWith('bases.'))) faults.add('publicBasisFields', 'must be empty while bases are not public');
  const constants = faults.object(profile['constants'], 'constants', [], ['method']);
  faults.oneOf(constants?.['method'], 'constants.method', METHODS);
}

function checkAliases(profile: Record<string, unknown>, faults: Faults): void {
  faults.aliases(profile['channelAliases'], 'channelAliases', CHANNEL_CODES);
  faults.aliases(profile['audienceAliases'], 'audienceAliases', AUDIENCE_KINDS);
  faults.aliases(profile['effectLevelAliases'], 'effectLevelAliases', EFFECT_LEVEL_CODES);
  faults.aliases(profile['categoryAliases'], 'categoryAliases', CATEGORIES);
  faults.aliases(profile['methodAliases'], 'methodAliases', METHODS);
}

function checkReview(profile: Record<string, unknown>, faults: Faults): void {
  faults.boolean(profile['smallBody'], 'smallBody');
  faults.boolean(profile['reaffirm'], 'reaffirm');
  faults.integer(profile['carryOverMonths'], 'carryOverMonths', 0);
  const deadlines = faults.object(profile['deadlines'], 'deadlines', ['itemReviewWorkdays', 'riskAssessmentWorkdays']);
  for (const key of ['itemReviewWorkdays', 'riskAssessmentWorkdays']) faults.integer(deadlines?.[key], `deadlines.${key}`, 1, true);
  faults.codes(profile['withholdGrounds'], 'withholdGrounds', GROUND_CODES);
  const codes = new Set<unknown>();
  faults.array(profile['hazardQuestions'], 'hazardQuestions').forEach((entry, i) => {
    const path = `hazardQuestions[${i}]`;
    const question = faults.object(entry, path, ['code', 'source', 'question']);
    if (!question) return;
    if (typeof question['code'] !== 'string' || !/^[A-Z][A-Z0-9_]*$/.test(question['code'])) faults.add(`${path}.code`, 'must be capital letters, digits and underscores');
    if (codes.has(question['code'])) faults.add(`${path}.code`, 'stands twice');
    codes.add(question['code']);
    faults.text(question['source'], `${path}.source`);
    faults.message(question['question'], `${path}.question`);
  });
}
