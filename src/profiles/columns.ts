/** What a column of a catalogue form holds; `audiencePublic` and `audienceSpecific` are two tick columns under 公开对象. */
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

/** P: part of the public catalogue. I: 内部掌握, held internally. */
export type Visibility = 'P' | 'I';

export interface ProfileColumn {
  readonly key: ColumnKey;
  /** The header as the profile's own form writes it, without spaces and line breaks. */
  readonly header: string;
  /** The header above it where the form has two rows of headers (公开事项 over 一级事项). */
  readonly group?: string;
  /** Other spellings seen in live files, written likewise. */
  readonly aliases: readonly string[];
  /** Counts from 1, from the left. */
  readonly order: number;
  readonly visibility: Visibility;
  /** The form prints the column; an optional one is understood when a file has it. */
  readonly optional?: boolean;
}

/**
 * Columns that some forms have and others lack, by their usual header. A file that has one is understood whatever its profile's form, and
 * a workbook for further work gets it where an item says what the form has no place for.
 */
export const USUAL_HEADERS = {
  effectLevel: '依据效力位阶',
  category: '事项类别',
  method: '公开方式',
  publicityLevels: '公开层级',
  phases: '五公开',
  field: '试点领域',
  responsibleOffice: '责任处室',
  duty: '对应职责',
} as const satisfies Partial<Record<ColumnKey, string>>;
