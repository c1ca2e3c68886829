import { inflateRawSync } from 'node:zlib';
import type { ReadingLimits } from './limits.js';
import { ImportRefusal } from './refusal.js';

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly declared: number;
  readonly offset: number;
  /** Bytes before its data, extra fields not counted. */
  readonly head: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const MARKUP = /\.(?:xml|rels|vml)$/i;
const NOTHING = Buffer.alloc(0);

/**
 * Opens a zip archive and inflates every part, counting what really comes out. First the directory alone is judged
 * (entries, declared sizes, overlaps, encryption), then each part is inflated against what is left of the budget.
 * Parts that are not markup (pictures, fonts) are counted and dropped: they stand in the map empty.
 * @throws ImportRefusal archiveBomb, encrypted or broken
 */
export function openArchive(bytes: Buffer, limits: ReadingLimits): Map<string, Buffer> {
  const entries = readDirectory(bytes, limits);
  const parts = new Map<string, Buffer>();
  let left = limits.maxInflatedBytes;
  for (const entry of entries) {
    const part = inflate(bytes, entry, left, limits);
    left -= part.length;
    parts.set(entry.name, MARKUP.test(entry.name) ? part : NOTHING);
  }
  return parts;
}

/** Document types and entities have no place in office files: any is an attack or a defect. */
export function refuseEntities(parts: Map<string, Buffer>): void {
  for (const [name, part] of parts) {
    const wide = part[0] === 0xff || part[0] === 0xfe || part[0] === 0 || part[1] === 0;
    const narrow = wide ? Buffer.from(part.filter((byte) => byte !== 0)) : part;
    if (narrow.includes('<!DOCTYPE') || narrow.includes('<!ENTITY')) throw new ImportRefusal('import.entities', name);
  }
}

function readDirectory(bytes: Buffer, limits: ReadingLimits): Entry[] {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > limits.maxArchiveEntries) throw new ImportRefusal('import.archiveBomb', 'entries');
  const entries: Entry[] = [];
  const names = new Set<string>();
  let declared = 0;
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new ImportRefusal('import.broken');
    if (bytes.readUInt16LE(at + 8) & 1) throw new ImportRefusal('import.encrypted');
    const nameLength = bytes.readUInt16LE(at + 28);
    const entry: Entry = {
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      declared: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
      head: 30 + nameLength,
    };
    declared += entry.declared;
    if (declared > limits.maxInflatedBytes || tooDense(entry.declared, entry.packed, limits)) {
      throw new ImportRefusal('import.archiveBomb', 'declared size');
    }
    // Two parts of one name let two readers see two different files.
    if (names.has(entry.name)) throw new ImportRefusal('import.broken', 'duplicate part');
    names.add(entry.name);
    entries.push(entry);
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  refuseOverlaps(entries);
  return entries;
}

function findEnd(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 0xffff); at -= 1) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw new ImportRefusal('import.broken', 'no directory');
}

/** Overlapping parts are how one packed block is counted many times. */
function refuseOverlaps(entries: readonly Entry[]): void {
  const ordered = [...entries].sort((a, b) => a.offset - b.offset);
  for (let i = 1; i < ordered.length; i += 1) {
    const before = ordered[i - 1]!;
    if (before.offset + before.head + before.packed > ordered[i]!.offset) throw new ImportRefusal('import.archiveBomb', 'overlap');
  }
}

function inflate(bytes: Buffer, entry: Entry, left: number, limits: ReadingLimits): Buffer {
  const at = entry.offset;
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== LOCAL_ENTRY) throw new ImportRefusal('import.broken');
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const packed = bytes.subarray(start, start + entry.packed);
  if (packed.length < entry.packed) throw new ImportRefusal('import.broken', 'cut off');
  if (entry.method === 0) {
    if (packed.length > left) throw new ImportRefusal('import.archiveBomb');
    return packed;
  }
  if (entry.method !== 8) throw new ImportRefusal('import.broken', `method ${entry.method}`);
  try {
    const part = inflateRawSync(packed, { maxOutputLength: Math.max(1, left) });
    if (tooDense(part.length, packed.length, limits)) throw new ImportRefusal('import.archiveBomb', 'ratio');
    return part;
  } catch (error) {
    if (error instanceof ImportRefusal) throw error;
    const tooMuch = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new ImportRefusal(tooMuch ? 'import.archiveBomb' : 'import.broken', entry.name.slice(0, 80));
  }
}

function tooDense(inflated: number, packed: number, limits: ReadingLimits): boolean {
  return inflated > 1_048_576 && inflated > packed * limits.maxInflationRatio;
}
