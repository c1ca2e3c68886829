import { ItemContentView } from '../catalogues/index.js';
import type { ContentField, ItemContent } from '../content/index.js';
import type { FileFormat, FindingCode, FindingKind, InheritedKey, Severity } from './reading/index.js';

/** What a repair does to one field of the item, as the content holds it. */
export class RepairChangeView {
  field: ContentField;
  before: ItemContent[ContentField] | null;
  after: ItemContent[ContentField] | null;
}

export class RepairView {
  description: string;
  /** Field by field, what the item says without any repair and with all of them. */
  changes: RepairChangeView[];
  /** Other items that read differently for it, because they take cells from this row. */
  alsoItemKeys: string[];
}

/** Something to tell the compiler about one place of the file. */
export class FindingView {
  /** The same in every reading of the same file. */
  id: string;
  severity: Severity;
  kind: FindingKind;
  /** Which of the tables, from 0. */
  table: number;
  /** From 1, as the source file shows it. */
  row: number;
  /** From 1; null where the whole row or form is meant. */
  column: number | null;
  itemKey: string | null;
  code: FindingCode;
  message: string;
  /** A change that the reading made and that somebody must confirm. */
  repair?: RepairView;
}

export class SourceColumnView {
  column: number;
  header: string;
  /** The column of the official form; null when it is not known and was not read. */
  key: string | null;
}

export class SourceCellView {
  column: number;
  text: string;
  /** Where it begins, when that is below the row's first line. */
  line?: number;
  /** Columns that a merged cell covers, when more than one. */
  span?: number;
  /** Rows that it covers, when more than one. */
  rows?: number;
}

export class SourceRowView {
  row: number;
  /** Why the row is no item: the header again, or a note or title. */
  ignored?: 'header' | 'remark';
  cells: SourceCellView[];
}

/** A sheet or table as it was read, before any repair. */
export class SourceTableView {
  name: string;
  headerRows: number[];
  columns: SourceColumnView[];
  rows: SourceRowView[];
  /** Rows that are not shown here. */
  more: number;
}

export class UnderstoodItemView {
  key: string;
  /** 序号 of its block. */
  number: string;
  table: number;
  row: number;
  content: ItemContentView;
  /** What was taken from the row above. */
  inherited: InheritedKey[];
  /** The repairs that it rests on. */
  repairs: string[];
}

/** What the file says with some of its repairs. */
export class UnderstandingView {
  findings: FindingView[];
  understood: UnderstoodItemView[];
}

/** A file that was read. Nothing of it is in the version before it is confirmed; afterwards only the version has it. */
export class ImportView extends UnderstandingView {
  id: string;
  versionId: string;
  fileName: string;
  readAt: Date;
  confirmed: boolean;
  format: FileFormat | null;
  /** How many items were read. */
  items: number;
  preview: SourceTableView[];
}

/** What came into the draft. */
export class ImportResultView {
  id: string;
  versionId: string;
  state: string;
  /** How many items were added. */
  items: number;
  itemIds: string[];
  /** What somebody must still settle before the version can be submitted. */
  openFindings: FindingView[];
  seq: number;
  etag: string;
}
