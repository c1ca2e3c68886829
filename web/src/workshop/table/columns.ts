import type { ContentField, ItemContent } from '../content';
import type { FormRules } from './rules';

/** What a column of a catalogue form may hold, in the order in which a form without it gets it appended. */
export const COLUMN_KEYS = [
  'ordinal',
  'level1',
  'level2',
  'level3',
  'level4',
  'elements',
  'bases',
  'clauses',
  'effectLevel',
  'timeLimit',
  'disclosingBodies',
  'category',
  'channels',
  'audiencePublic',
  'audienceSpecific',
  'method',
  'publicityLevels',
  'phases',
  'field',
  'responsibleOffice',
  'duty',
] as const;
export type ColumnKey = (typeof COLUMN_KEYS)[number];

/** One column of the table on the screen. */
export interface TableColumn {
  readonly key: ColumnKey;
  readonly header: string;
  readonly group?: string;
  readonly internal: boolean;
  /** The official form prints it; others are needed by the rules only. */
  readonly inForm: boolean;
  /** Typed in the cell; the others are edited in the form beside. */
  readonly inline: boolean;
  /** In characters of the body text. */
  readonly width: number;
}

const LEVELS: readonly ColumnKey[] = ['level1', 'level2', 'level3', 'level4'];
const INLINE: ReadonlySet<ColumnKey> = new Set([
  'ordinal',
  ...LEVELS,
  'elements',
  'timeLimit',
  'disclosingBodies',
  'field',
  'responsibleOffice',
  'duty',
]);
const WIDTHS: Readonly<Partial<Record<ColumnKey, number>>> = {
  ordinal: 5,
  level1: 6,
  level2: 6,
  level3: 6,
  level4: 5.6,
  elements: 15.4,
  bases: 14.6,
  clauses: 17,
  duty: 12,
  timeLimit: 8.4,
  disclosingBodies: 6,
  channels: 8.4,
  audiencePublic: 3.6,
  audienceSpecific: 4.8,
  method: 4.6,
  effectLevel: 6.4,
  category: 5.6,
  responsibleOffice: 5.6,
};

const FIELD_OF: Readonly<Record<ColumnKey, ContentField | null>> = {
  ordinal: null,
  level1: 'path',
  level2: 'path',
  level3: 'path',
  level4: 'path',
  elements: 'elements',
  bases: 'bases',
  clauses: 'bases',
  effectLevel: 'bases',
  timeLimit: 'timeLimit',
  disclosingBodies: 'disclosingBodies',
  category: 'category',
  channels: 'channels',
  audiencePublic: 'audience',
  audienceSpecific: 'audience',
  method: 'method',
  publicityLevels: 'publicityLevels',
  phases: 'phases',
  field: 'field',
  responsibleOffice: 'responsibleOffice',
  duty: 'duty',
};

/** The field of the content that the column shows; none for the number. */
export function fieldOf(key: ColumnKey): ContentField | null {
  return FIELD_OF[key];
}

/** 0 to 3 for the levels of the path, -1 for other columns. */
export function levelOf(key: ColumnKey): number {
  return LEVELS.indexOf(key);
}

export type Used = (key: ColumnKey) => boolean;

/** Which columns any of the items fills. */
export function usedColumns(contents: readonly ItemContent[]): Used {
  const depth = Math.max(0, ...contents.map((content) => content.path.length));
  const filled = new Set<ContentField>();
  for (const content of contents) {
    for (const field of ['method', 'publicityLevels', 'phases', 'field', 'responsibleOffice', 'duty'] as const)
      if (content[field]) filled.add(field);
  }
  return (key) => {
    const level = levelOf(key);
    if (level >= 0) return level < depth;
    const field = fieldOf(key);
    return field !== null && filled.has(field);
  };
}

/**
 * The columns of the official form in its order, the number first; optional ones where an item fills them. What the rules require and the form
 * has no column for (事项类别 in Changzhi) comes last.
 */
export function tableColumns(rules: FormRules, used: Used, titles: (key: string) => string): TableColumn[] {
  const known = rules.columns.filter((column): column is typeof column & { key: ColumnKey } =>
    (COLUMN_KEYS as readonly string[]).includes(column.key),
  );
  const ordinal = known.find((column) => column.key === 'ordinal');
  const shown = known.filter((column) => column.key !== 'ordinal' && (!column.optional || used(column.key)));
  const fields = new Set(shown.map((column) => fieldOf(column.key)));
  const lacking = COLUMN_KEYS.filter((key) => {
    const field = fieldOf(key);
    return (
      field !== null &&
      field !== 'path' &&
      field !== 'bases' &&
      field !== 'audience' &&
      rules.requiredElements.includes(field) &&
      !fields.has(field)
    );
  });
  return [
    column('ordinal', ordinal?.header ?? titles('ordinal'), true),
    ...shown.map((one) => ({ ...column(one.key, one.header, true, one.group), internal: one.visibility === 'I' })),
    ...lacking.map((key) => ({ ...column(key, titles(key), false), internal: rules.internalFields.includes(key) })),
  ];
}

function column(key: ColumnKey, header: string, inForm: boolean, group?: string): TableColumn {
  return { key, header, ...(group && { group }), internal: false, inForm, inline: INLINE.has(key), width: WIDTHS[key] ?? 7 };
}

/** A cell of the upper header row: over several columns of one group, or over both rows where there is none. */
export interface HeaderCell {
  readonly text: string;
  readonly columns: number;
  readonly rows: 1 | 2;
  readonly column: TableColumn | null;
}

/** The two rows of headers: groups and columns without one above, the columns of groups below. */
export function headerOf(columns: readonly TableColumn[]): { readonly upper: HeaderCell[]; readonly lower: TableColumn[] } {
  const upper: HeaderCell[] = [];
  let open: string | undefined;
  for (const column of columns) {
    const last = upper[upper.length - 1];
    if (column.group && column.group === open && last) upper[upper.length - 1] = { ...last, columns: last.columns + 1 };
    else upper.push({ text: column.group ?? column.header, columns: 1, rows: column.group ? 1 : 2, column: column.group ? null : column });
    open = column.group;
  }
  return { upper, lower: columns.filter((column) => column.group) };
}
