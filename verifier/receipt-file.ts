import { RECEIPT_FORMAT, type Receipt } from './receipt.js';
import { bytesOf, inclusionOf } from './package-files.js';
import { UnreadableError } from './zip.js';

/** @throws UnreadableError for what is no receipt */
export function receiptOf(file: Buffer): Receipt {
  const value = objectOf(parsed(file), 'the receipt');
  if (value['format'] !== RECEIPT_FORMAT) throw new UnreadableError(`the receipt is not of the format ${RECEIPT_FORMAT}`);
  const publication = objectOf(value['publication'], 'publication');
  const record = objectOf(value['record'], 'record');
  const list = (name: string): unknown[] => {
    if (!Array.isArray(value[name])) throw new UnreadableError(`${name} lacks in the receipt`);
    return value[name] as unknown[];
  };
  return {
    publication: {
      ...placeOf(publication),
      header: bytesOf(publication['header'], 'publication'),
      bodyHash: bytesOf(publication['bodyHash'], 'publication'),
    },
    record: { ...placeOf(record), header: bytesOf(record['header'], 'record'), body: bytesOf(record['body'], 'record') },
    inclusions: list('inclusions').map(inclusionOf),
    checkpoint: String(value['checkpoint']),
    parts: list('parts').map((part) => {
      const { digest, salt } = objectOf(part, 'parts');
      return { digest: bytesOf(digest, 'parts'), salt: salt === null ? null : bytesOf(salt, 'parts') };
    }),
  };
}

function parsed(file: Buffer): unknown {
  try {
    return JSON.parse(file.toString('utf8'));
  } catch {
    throw new UnreadableError('the receipt is no JSON');
  }
}

function objectOf(value: unknown, name: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new UnreadableError(`${name} lacks, or is not what it should be`);
  return value as Record<string, unknown>;
}

function placeOf({ stream, seq }: Record<string, unknown>): { stream: string; seq: number } {
  if (typeof stream !== 'string' || !Number.isSafeInteger(seq)) throw new UnreadableError('an event of the receipt has no place');
  return { stream, seq: seq as number };
}
