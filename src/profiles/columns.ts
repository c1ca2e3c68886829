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
