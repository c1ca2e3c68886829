/** What reading one file may cost. Bytes, rows, milliseconds and megabytes as the names say. */
export interface ReadingLimits {
  /** The file as it was sent. */
  readonly maxBytes: number;
  /** Parts of a zip archive (xlsx, docx). */
  readonly maxArchiveEntries: number;
  /** All parts of an archive together, as they really inflate; what the archive declares is not believed. */
  readonly maxInflatedBytes: number;
  /** Inflated to packed, for one part of more than a megabyte. */
  readonly maxInflationRatio: number;
  /** Rows of one table, the empty ones included. */
  readonly maxRows: number;
  readonly maxColumns: number;
  /** Characters in one cell. */
  readonly maxCellLength: number;
  /** From the start of the child to its answer; then it is killed. */
  readonly maxMilliseconds: number;
  /** A file up to this size takes one place of two, and the memory below; a larger one both, and twice the memory. */
  readonly smallFileBytes: number;
  readonly maxHeapMegabytes: number;
  /** Resident memory of one child; watched on Linux. */
  readonly maxResidentMegabytes: number;
  /** The child's answer. */
  readonly maxResultBytes: number;
}

/** The children at these caps, and the server beside them, stay below 512 MB; 10,000 rows of a real catalogue fit. */
export const READING_LIMITS: ReadingLimits = {
  maxBytes: 10 * 1024 * 1024,
  maxArchiveEntries: 1_000,
  maxInflatedBytes: 48 * 1024 * 1024,
  maxInflationRatio: 200,
  maxRows: 12_000,
  maxColumns: 120,
  maxCellLength: 32_767,
  maxMilliseconds: 7_500,
  smallFileBytes: 512 * 1024,
  maxHeapMegabytes: 64,
  maxResidentMegabytes: 144,
  maxResultBytes: 32 * 1024 * 1024,
};
