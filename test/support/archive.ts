import { crc32, deflateRawSync } from 'node:zlib';

/** A part of an archive: name and content. */
export type Part = readonly [string, string | Buffer];

/** What is wrong with it: parts marked as encrypted, sizes that lie, parts that share their bytes. */
export interface Defects {
  readonly encrypted?: boolean;
  readonly declare?: number;
  readonly overlap?: boolean;
}

/** Zip archives for tests, sound or defective. */
export function archive(parts: readonly Part[], defects: Defects = {}): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const data = Buffer.from(content);
    const packed = deflateRawSync(data);
    const label = Buffer.from(name, 'utf8');
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(defects.encrypted ? 1 : 0, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(defects.declare ?? data.length, 18);
    common.writeUInt16LE(label.length, 22);
    locals.push(Buffer.from([0x50, 0x4b, 3, 4]), common, label, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(defects.overlap && offset > 0 ? Math.max(0, offset - 8) : offset, 10);
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), common, tail, label);
    offset += 30 + label.length + packed.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, listing, end]);
}
