import { ImportRefusal } from '../refusal.js';

/**
 * Text of a file: by byte order mark, else UTF-8 where it is valid, else UTF-16 where every other byte is mostly zero,
 * else GB18030. `declared` is what the file itself names (an HTML charset), tried after the mark.
 * @throws ImportRefusal unreadableText when no encoding fits or the text is full of control characters
 */
export function decodeText(bytes: Buffer, declared?: string): string {
  const text = decode(bytes, declared);
  if (text === null || looksBinary(text)) throw new ImportRefusal('import.unreadableText');
  return text.replace(/^\uFEFF/, '');
}

function decode(bytes: Buffer, declared?: string): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return strict('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return strict('utf-16be', bytes);
  const family = declared && /^gb(?:2312|k|18030)$/i.test(declared.trim()) ? 'gb18030' : null;
  return (family && strict(family, bytes)) ?? strict('utf-8', bytes) ?? wide(bytes) ?? strict('gb18030', bytes);
}

/** UTF-16 without a mark: ASCII characters (tabs, digits, line ends) leave zero bytes on one side only. */
function wide(bytes: Buffer): string | null {
  const sample = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < sample.length; i += 1) {
    if (sample[i] === 0) i % 2 === 0 ? (even += 1) : (odd += 1);
  }
  if (even + odd === 0) return null;
  return strict(odd > even ? 'utf-16le' : 'utf-16be', bytes);
}

function strict(encoding: string, bytes: Buffer): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function looksBinary(text: string): boolean {
  const sample = text.slice(0, 65_536);
  // eslint-disable-next-line no-control-regex
  const controls = sample.match(/[\u0000-\u0008\u000e-\u001f\u007f\ufffd]/g)?.length ?? 0;
  return controls > 0 && (sample.includes('\u0000') || controls * 100 > sample.length);
}
