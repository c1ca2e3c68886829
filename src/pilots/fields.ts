import { Faults, type NoticeSource } from '../profiles/faults.js';

/** What a field was called from a day on; `from` null: from the beginning. */
export interface FieldLabel {
  readonly from: string | null;
  readonly zh: string;
  readonly en: string;
  /** Where the name comes from. */
  readonly source: string;
}

/** One of the 26 pilot fields (试点领域, domain.md §8). Its code stays, its name drifts: 扶贫 is called 乡村振兴 now. */
export interface PilotField {
  readonly code: string;
  /** The earliest first. */
  readonly labels: readonly FieldLabel[];
  /** Other spellings that live catalogues use. */
  readonly aliases: readonly string[];
}

export interface FieldsFile {
  readonly source: NoticeSource;
  readonly fields: readonly PilotField[];
}

/**
 * Reads the list of fields of unknown origin completely.
 * @throws Error naming the origin and every fault at once
 */
export function readFields(text: string, origin: string): FieldsFile {
  return Faults.read(text, `fields ${origin}`, (value, faults) => {
    const file = faults.object(value, 'file', ['source', 'fields']);
    faults.source(file?.['source'], 'source');
    const codes = new Set<unknown>();
    const spellings = new Map<string, string>();
    faults.array(file?.['fields'], 'fields').forEach((entry, i) => {
      const path = `fields[${i}]`;
      const field = faults.object(entry, path, ['code', 'labels', 'aliases']);
      if (!field) return;
      if (typeof field['code'] !== 'string' || !/^[A-Z][A-Z0-9_]{1,39}$/.test(field['code']))
        faults.add(`${path}.code`, 'must be capital letters, digits and underscores');
      if (codes.has(field['code'])) faults.add(`${path}.code`, 'stands twice');
      codes.add(field['code']);
      const names = [...checkLabels(field['labels'], `${path}.labels`, faults), ...faults.array(field['aliases'], `${path}.aliases`)];
      names.forEach((name, j) => faults.text(name, `${path}.names[${j}]`));
      for (const name of names.map((one) => spellingOf(String(one)))) {
        if (spellings.has(name) && spellings.get(name) !== String(field['code']))
          faults.add(path, `${name} is already the name of ${spellings.get(name)}`);
        spellings.set(name, String(field['code']));
      }
    });
  });
}

function checkLabels(value: unknown, path: string, faults: Faults): unknown[] {
  const labels = faults.array(value, path);
  if (labels.length === 0) faults.add(path, 'must name the field');
  let last: string | null = null;
  return labels.flatMap((entry, i) => {
    const label = faults.object(entry, `${path}[${i}]`, ['from', 'zh', 'en', 'source']);
    if (!label) return [];
    for (const key of ['zh', 'en', 'source']) faults.text(label[key], `${path}[${i}].${key}`);
    const from = label['from'];
    if (i === 0 ? from !== null : !isDay(from) || (last !== null && from <= last))
      faults.add(`${path}[${i}].from`, i === 0 ? 'must be null: the first name is the one from the beginning' : 'must be a later day');
    last = isDay(from) ? from : last;
    return [label['zh']];
  });
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && new Date(`${value}T00:00:00Z`).toJSON()?.slice(0, 10) === value;
}

/** A name as names are compared: without spaces and the word 领域, brackets of one kind. The database compares alike (mulu.field_spelling). */
export function spellingOf(text: string): string {
  return text.normalize('NFC').replace(/（/gu, '(').replace(/）/gu, ')').replace(/\s/gu, '').replace(/领域$/u, '');
}

/** The fields, found by what a catalogue writes. */
export class PilotFields {
  private readonly bySpelling = new Map<string, PilotField>();

  constructor(readonly file: FieldsFile) {
    for (const field of file.fields)
      for (const name of [...field.labels.map(({ zh }) => zh), ...field.aliases]) this.bySpelling.set(spellingOf(name), field);
  }

  get all(): readonly PilotField[] {
    return this.file.fields;
  }

  /** The field that a text names, by any of its names of any time; undefined where it names none. */
  find(text: string): PilotField | undefined {
    return this.bySpelling.get(spellingOf(text));
  }

  /** Every spelling with the code that it means. */
  spellings(): ReadonlyMap<string, string> {
    return new Map([...this.bySpelling].map(([spelling, { code }]) => [spelling, code]));
  }
}

/** What the field is called on a day, `2026-11-20`. */
export function labelOn(field: PilotField, day: string): FieldLabel {
  const [first, ...later] = field.labels as [FieldLabel, ...FieldLabel[]];
  return later.reduce((last, label) => (label.from! <= day ? label : last), first);
}
