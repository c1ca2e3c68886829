import { leafData, readHeader, type Fault } from './chain.js';
import { parseCheckpoint, type Checkpoint } from './checkpoint.js';
import { sha256 } from './digest.js';
import { leafHash, rootByInclusion } from './merkle.js';
import type { NoteKey } from './note.js';
import { trustedCheckpoints, type InclusionProof } from './pair.js';

export const RECEIPT_FORMAT = 'mulu-receipt/1';
export const SYSTEM_STREAM = '00000000-0000-0000-0000-000000000000';

/** What a publication is certified by, read but not believed. */
export interface Receipt {
  /** The event of the version's log, without its body, which names people. */
  readonly publication: { readonly stream: string; readonly seq: number; readonly header: Buffer; readonly bodyHash: Buffer };
  /** The event of the system chain that says what became public. */
  readonly record: { readonly stream: string; readonly seq: number; readonly header: Buffer; readonly body: Buffer };
  readonly inclusions: readonly InclusionProof[];
  readonly checkpoint: string;
  /** The digests of the public bytes: of the head, then of each item after its salt; `null` where an item was hidden since. */
  readonly parts: readonly { readonly digest: Buffer; readonly salt: Buffer | null }[];
}

export interface ReceiptVerdict {
  readonly verdict: 'intact' | 'tampered' | 'unverifiable';
  readonly faults: readonly Fault[];
  /** As the page prints it. */
  readonly code: string;
  /** When the record was written, by the clock of the log. */
  readonly at: string | null;
  /** Items that became public, and those hidden since. */
  readonly items: number;
  readonly hidden: number;
}

/** The short form: eighty bits of the record's hash, enough to tell one publication from every other. */
export function receiptCode(recordHash: Uint8Array): string {
  return Buffer.from(recordHash.subarray(0, 10))
    .toString('hex')
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1-');
}

/**
 * What can be said of a receipt by keys that one trusts, and of a document that it is said to be about: the public JSON, byte for byte.
 * `kept`: checkpoints that came another way; one of the same size with another root is a split view.
 * *Tampered*: something contradicts something else. *Unverifiable*: nobody whom one trusts signed the checkpoint.
 */
export function verdictOfReceipt(
  receipt: Receipt,
  keys: readonly NoteKey[],
  document?: Buffer,
  { witnesses = [], kept = [] }: { readonly witnesses?: readonly NoteKey[]; readonly kept?: readonly string[] } = {},
): ReceiptVerdict {
  const { publication, record, parts } = receipt;
  const faults: Fault[] = [];
  const fault = (code: string, detail: string, seq: number | null = null, stream = '') => void faults.push({ stream, seq, code, detail });
  const publicationHash = sha256(publication.header, publication.bodyHash);
  const recordHash = sha256(record.header, sha256(record.body));
  const checkpoint = parseCheckpoint(receipt.checkpoint);
  // A receipt is of the first pair.
  const trusted = trustedCheckpoints([...kept, receipt.checkpoint], { keys: keys.filter(({ sm2 }) => !sm2), witnesses }, faults);
  for (const [event, hash] of [
    [publication, publicationHash],
    [record, recordHash],
  ] as const) {
    const { stream, seq, header } = event;
    const said = readHeader(header);
    if (said?.stream !== stream || said.seq !== seq) fault('receipt.header', 'the header names another place', seq, stream);
    if (checkpoint && !includes(checkpoint, receipt.inclusions, stream, seq, hash))
      fault('receipt.inclusion', 'the checkpoint does not cover this event', seq, stream);
  }
  const said = bodyOf(record.body);
  if (record.stream !== SYSTEM_STREAM || said['type'] !== 'publication.recorded')
    fault('receipt.record', 'the record is no record of a publication', record.seq, record.stream);
  if (
    said['versionId'] !== publication.stream ||
    said['versionSeq'] !== publication.seq ||
    said['versionHash'] !== publicationHash.toString('hex')
  )
    fault('receipt.publication', 'the record is about another event', publication.seq, publication.stream);
  if (said['documentDigest'] !== sha256(...parts.map(({ digest }) => digest)).toString('hex'))
    fault('receipt.parts', 'the record is about another document', record.seq, record.stream);
  if (document) for (const detail of differences(parts, document)) fault('receipt.document', detail);
  return {
    verdict:
      faults.length > 0 ? 'tampered' : checkpoint && trusted.get(checkpoint.size)?.root.equals(checkpoint.root) ? 'intact' : 'unverifiable',
    faults,
    code: receiptCode(recordHash),
    at: readHeader(record.header)?.at ?? null,
    items: parts.length - 1,
    hidden: parts.filter(({ salt }) => salt === null).length,
  };
}

function includes({ size, root }: Checkpoint, proofs: readonly InclusionProof[], stream: string, seq: number, hash: Buffer): boolean {
  const leaf = leafHash(sha256, leafData(stream, seq, hash));
  return proofs.some(
    (each) =>
      each.stream === stream &&
      each.seq === seq &&
      each.size === size &&
      rootByInclusion(sha256, leaf, each.index, size, each.proof)?.equals(root),
  );
}

function bodyOf(bytes: Buffer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** What the document says otherwise than became public. Items that were hidden since may lack, in any place. */
function differences(parts: Receipt['parts'], document: Buffer): string[] {
  const found = partsOf(document.toString('utf8'));
  const [head, ...published] = parts;
  if (!found || !head) return ['the document is not laid out as a catalogue'];
  const wrong = digestOf(head.salt, found.head).equals(head.digest) ? [] : ['title, body, version or day are others'];
  let next = 0;
  for (const [index, text] of found.items.entries()) {
    const place = published.findIndex(({ digest, salt }, at) => at >= next && salt !== null && digestOf(salt, text).equals(digest));
    if (place < 0) wrong.push(`item ${index + 1} is not what became public, or was hidden since`);
    else {
      const skipped = published.slice(next, place).filter(({ salt }) => salt !== null).length;
      if (skipped > 0) wrong.push(`before item ${index + 1} the document lacks ${skipped} that became public`);
      next = place + 1;
    }
  }
  const left = published.slice(next).filter(({ salt }) => salt !== null).length;
  return left > 0 && wrong.length === 0 ? [`at its end the document lacks ${left} that became public`] : wrong;
}

const digestOf = (salt: Buffer | null, text: string): Buffer => sha256(salt ?? Buffer.alloc(0), Buffer.from(text));

const ITEMS = ', "items" : [';

/** The head of the public JSON and the text of each item, cut where the database put them together; null for another layout. */
export function partsOf(document: string): { readonly head: string; readonly items: readonly string[] } | null {
  const at = document.indexOf(ITEMS);
  if (at < 0 || !document.endsWith(']}')) return null;
  const inside = document.slice(at + ITEMS.length, -2);
  const items: string[] = [];
  let [depth, from, quoted] = [0, 0, false];
  for (let place = 0; place < inside.length; place += 1) {
    const mark = inside[place];
    if (quoted) {
      if (mark === '\\') place += 1;
      else if (mark === '"') quoted = false;
    } else if (mark === '"') quoted = true;
    else if (mark === '{' || mark === '[') depth += 1;
    else if (mark === '}' || mark === ']') depth -= 1;
    else if (mark === ',' && depth === 0) {
      items.push(inside.slice(from, place));
      from = place + 1;
    }
  }
  if (inside !== '') items.push(inside.slice(from));
  return { head: document.slice(0, at), items };
}
