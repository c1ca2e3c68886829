import type { Profile } from '../../profiles/index.js';
import { distinct, type Finding } from './findings.js';
import type { ReadingLimits } from './limits.js';
import { readGrids } from './readers/index.js';
import { ImportRefusal } from './refusal.js';
import { formFindings, type ReadItem, resolveTable } from './resolve.js';
import type { FileFormat } from './sniff.js';
import { sourceTables, type SourceTable } from './table.js';

/** A file as read: nothing of it is in any version until somebody confirms it. */
export interface ImportReading {
  readonly format: FileFormat;
  /** Items with every repair applied. */
  readonly items: readonly ReadItem[];
  readonly findings: readonly Finding[];
  /** The rows as the file has them: what is shown beside the items, and what confirmation starts from again. */
  readonly tables: readonly SourceTable[];
}

/** Items and findings with some of the repairs. */
export interface Understanding {
  readonly items: readonly ReadItem[];
  readonly findings: readonly Finding[];
}

/** An item to be added to the draft. `raw` stays with it, so that what the file said can always be shown. */
export interface ConfirmedItem extends ReadItem {
  /** Findings that block `submit` until somebody fixes the item: errors, and its unconfirmed repair. */
  readonly openFindings: readonly Finding[];
}

export interface Confirmed {
  readonly items: readonly ConfirmedItem[];
  readonly openFindings: readonly Finding[];
}

/**
 * Reads a catalogue file by the profile's form: xlsx, xls, docx, html or text, told by content. Call it in a child
 * process (`readInChild`), never in the server.
 * @throws ImportRefusal with code and status
 */
export function readCatalogue(bytes: Buffer, fileName: string, profile: Profile, limits: ReadingLimits): ImportReading {
  const { format, grids } = readGrids(bytes, fileName, limits);
  const { tables, headers } = sourceTables(grids, profile);
  if (headers === 0) throw new ImportRefusal('import.noHeader');
  if (tables.length === 0) throw new ImportRefusal('import.noRows');
  const { items, findings } = resolveAll(tables, profile, () => true);
  return { format, items, findings, tables };
}

/**
 * What the file says when only some repairs are applied. Every repair is among the findings, applied or not.
 * @param repairs "all", or ids of the findings with a `repair`; unknown ids change nothing
 */
export function understand(reading: ImportReading, repairs: 'all' | readonly string[], profile: Profile): Understanding {
  return resolveAll(reading.tables, profile, choosing(repairs));
}

/**
 * The items with the confirmed repairs. A repair that is not confirmed leaves its cells as the file has them, for that row
 * and for the rows that inherit from it, and stays as an open finding.
 * @param repairs "all", or ids of the findings with a `repair`; unknown ids change nothing
 */
export function applyConfirmation(reading: ImportReading, repairs: 'all' | readonly string[], profile: Profile): Confirmed {
  const applies = choosing(repairs);
  const { items, findings } = resolveAll(reading.tables, profile, applies);
  const open = findings.filter((one) => one.severity === 'error' || (one.kind === 'repair' && !applies(one.id)));
  const byItem = new Map<string | null, Finding[]>();
  for (const one of open) byItem.set(one.itemKey, [...(byItem.get(one.itemKey) ?? []), one]);
  return { items: items.map((item) => ({ ...item, openFindings: byItem.get(item.key) ?? [] })), openFindings: open };
}

function choosing(repairs: 'all' | readonly string[]): (id: string) => boolean {
  const chosen = repairs === 'all' ? null : new Set(repairs);
  return (id) => chosen === null || chosen.has(id);
}

function resolveAll(tables: readonly SourceTable[], profile: Profile, applies: (id: string) => boolean): Understanding {
  const items: ReadItem[] = [];
  const findings: Finding[] = [];
  tables.forEach((table, index) => {
    const resolved = resolveTable(table, index, profile, applies);
    items.push(...resolved.items);
    findings.push(...formFindings(table, index, profile), ...resolved.findings);
  });
  return { items, findings: distinct(findings) };
}
