import { parseCheckpoint } from '../../../verifier/checkpoint.js';
import { receiptCode } from '../../../verifier/receipt.js';
import type { ReceiptHead } from '../catalogue.reads.js';

/** What a page prints of a receipt: enough to find it again, and to see that a verified one is of this page. */
export interface ShortReceipt {
  readonly code: string;
  /** Of the checkpoint: under which name the logs are known, and how many events it covers. */
  readonly origin: string;
  readonly size: number;
  /** The path of the receipt itself. */
  readonly file: string;
}

export function shortReceipt({ hash, note }: ReceiptHead, file: string): ShortReceipt | null {
  const checkpoint = parseCheckpoint(note);
  return checkpoint && { code: receiptCode(Buffer.from(hash, 'hex')), origin: checkpoint.origin, size: checkpoint.size, file };
}
