export { readInChild } from './child/read-in-child.js';
export type { Finding, FindingKind, Severity } from './findings.js';
export type { FindingCode } from './finding-texts.js';
export type { MappedColumn } from './header.js';
export { READING_LIMITS, type ReadingLimits } from './limits.js';
export {
  applyConfirmation,
  understand,
  type Confirmed,
  type ConfirmedItem,
  type ImportReading,
  type Understanding,
} from './read-catalogue.js';
export { ImportRefusal, type RefusalCode } from './refusal.js';
export type { InheritedKey, ReadItem } from './resolve.js';
export type { FileFormat } from './sniff.js';
export type { SourceRow, SourceTable } from './table.js';
