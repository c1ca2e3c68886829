import type { ContentField, PublicContent } from '../../content/index.js';
import { USUAL_HEADERS, type ColumnKey, type Profile, type ProfileColumn } from '../../profiles/index.js';
import { say } from '../forms/words.js';

/** Width of a column in Chinese characters: what its cells usually hold, on A4 landscape. */
export const WIDTHS: Readonly<Record<ColumnKey, number>> = {
  ordinal: 3,
  level1: 6,
  level2: 6,
  level3: 6,
  level4: 6,
  elements: 16,
  bases: 16,
  clauses: 18,
  effectLevel: 6,
  timeLimit: 8,
  disclosingBodies: 6,
  category: 6,
  channels: 10,
  audiencePublic: 3,
  audienceSpecific: 4,
  method: 4,
  publicityLevels: 4,
  phases: 4,
  field: 5,
  responsibleOffice: 5,
  duty: 10,
};

/** Short marks and names stand in the middle, sentences at the start. */
export const CENTRED: ReadonlySet<ColumnKey> = new Set<ColumnKey>([
  'ordinal',
  'level1',
  'level2',
  'level3',
  'level4',
  'effectLevel',
  'timeLimit',
  'disclosingBodies',
  'category',
  'audiencePublic',
  'audienceSpecific',
  'method',
  'publicityLevels',
  'phases',
  'field',
  'responsibleOffice',
]);

/** The form of 内政数字〔2024〕128号, annex 2, prints all thirteen channels with a box each; the others name the channels that are meant. */
export const EVERY_BOX: ReadonlySet<string> = new Set(['NM-2024']);

/**
 * Columns of a workbook to go on working with: the form's, and to their right, marked as outside the form, those for what items say and the
 * form has no place for (事项类别 in Changzhi's). A method that the profile sets for every item needs none.
 */
export function workColumns(profile: Profile, contents: readonly PublicContent[]): ProfileColumn[] {
  const held = new Set(profile.columns.map(({ key }) => key));
  if (contents.every(({ method }) => !method || method === profile.constants.method)) held.add('method');
  const more = (Object.entries(USUAL_HEADERS) as [ColumnKey, string][]).filter(([key]) => !held.has(key));
  const group = say('table.outside');
  const added = more.map(([key, header], i): ProfileColumn => ({
    key,
    header,
    group,
    aliases: [],
    order: profile.columns.length + i + 1,
    visibility: 'I',
    optional: true,
  }));
  return [...profile.columns, ...added];
}

/** Columns of the public's table: what the profile's form shows and its allow-list lets out. */
export function publicColumns(profile: Profile): ProfileColumn[] {
  return profile.columns.filter(({ key, visibility }) => visibility === 'P' && isPublic(key, profile));
}

function isPublic(key: ColumnKey, profile: Profile): boolean {
  const allowed = (field: ContentField): boolean => profile.publicFields.includes(field);
  switch (key) {
    case 'ordinal':
      return true;
    case 'level1':
    case 'level2':
    case 'level3':
    case 'level4':
      return allowed('path');
    case 'clauses':
    case 'effectLevel':
      return allowed('bases') && profile.publicBasisFields.includes(key);
    case 'audiencePublic':
    case 'audienceSpecific':
      return allowed('audience');
    default:
      return allowed(key);
  }
}
