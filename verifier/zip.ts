import { inflateRawSync } from 'node:zlib';

/** Something about the file that cannot be: said to whoever verifies, in words. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError';
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const MOST_FILES = 1_000_000;
const MOST_BYTES = 2 ** 31;

/**
 * The files of a zip archive (stored or deflated, no encryption, no parts), by name. Read from the directory at its end.
 * @throws UnreadableError when it is none, names a file twice, or holds more than can be meant
 */
export function readZip(archive: Buffer): Map<string, Buffer> {
  const end = archive.lastIndexOf(Buffer.from('504b0506', 'hex'));
  if (end < 0 || archive.length < end + 22 || archive.readUInt32LE(end) !== END) throw new UnreadableError('the file is no zip archive');
  const count = archive.readUInt16LE(end + 10);
  if (count > MOST_FILES) throw new UnreadableError('the archive holds too many files');
  const files = new Map<string, Buffer>();
  let total = 0;
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== ENTRY) throw new UnreadableError('the directory of the archive is broken');
    const [method, packed, size] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20), archive.readUInt32LE(at + 24)];
    const [nameLength, extra, comment] = [archive.readUInt16LE(at + 28), archive.readUInt16LE(at + 30), archive.readUInt16LE(at + 32)];
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    total += size;
    if (total > MOST_BYTES) throw new UnreadableError('the archive holds too much');
    if (files.has(name)) throw new UnreadableError(`the archive names ${name} twice`);
    if (!name.endsWith('/')) files.set(name, contentAt(archive, archive.readUInt32LE(at + 42), method, packed, size, name));
    at += 46 + nameLength + extra + comment;
  }
  return files;
}

function contentAt(archive: Buffer, at: number, method: number, packed: number, size: number, name: string): Buffer {
  if (at + 30 > archive.length || archive.readUInt32LE(at) !== LOCAL) throw new UnreadableError(`${name} is not where the archive says`);
  const from = at + 30 + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28);
  const bytes = archive.subarray(from, from + packed);
  if (method === 0 && packed === size && bytes.length === size) return bytes;
  if (method !== 8 || bytes.length !== packed) throw new UnreadableError(`${name} is packed in a way that is not known`);
  try {
    const content = inflateRawSync(bytes, { maxOutputLength: Math.max(1, size) });
    if (content.length === size) return content;
  } catch {
    // said below
  }
  throw new UnreadableError(`${name} cannot be unpacked`);
}
