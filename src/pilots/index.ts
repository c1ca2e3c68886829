import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../platform/project.js';
import { labelOn, PilotFields, readFields, type FieldLabel, type PilotField } from './fields.js';
import { readUnits } from './units.js';

export { labelOn, PilotFields, readFields, spellingOf, type FieldLabel, type PilotField } from './fields.js';
export { readUnits, type PilotUnit } from './units.js';

const textOf = (name: string): string => readFileSync(join(PROJECT_ROOT, 'profiles/pilots', name), 'utf8');

/** The 26 pilot fields. Read when the program begins: a faulty list stops it before it serves. */
export const PILOT_FIELDS = new PilotFields(readFields(textOf('fields.json'), 'fields.json'));

/** What the field is called today, in the offices' zone (Asia/Shanghai has no summer time). */
export function labelNow(field: PilotField, now = Date.now()): FieldLabel {
  return labelOn(field, new Date(now + 8 * 3_600_000).toISOString().slice(0, 10));
}

/** The seven national pilots of Inner Mongolia. */
export const PILOT_UNITS = readUnits(textOf('units.json'), 'units.json');
