import { createHash } from 'node:crypto';

/** One row of a hash-chained log. `header` is empty where only the predecessor's hash goes before the body's. */
export interface Link {
  readonly seq: string;
  readonly prev: Buffer;
  readonly header: Buffer;
  readonly body: Buffer;
  readonly hash: Buffer;
}

function sha256(...parts: Buffer[]): Buffer {
  const hash = createHash('sha256');
  parts.forEach((part) => hash.update(part));
  return hash.digest();
}

/** Recomputes a chain from its stored bytes, in order. @throws Error at the first link that does not hold */
export function demandChain(stream: string, links: readonly Link[]): void {
  let previous: Buffer = Buffer.alloc(32);
  links.forEach((link, index) => {
    const fault =
      Number(link.seq) !== index + 1
        ? 'number'
        : !link.prev.equals(previous) || !link.header.includes(previous.toString('hex'))
          ? 'predecessor'
          : !link.hash.equals(sha256(link.header, sha256(link.body)))
            ? 'hash'
            : undefined;
    if (fault) throw new Error(`The chain of ${stream} is broken at ${link.seq}: ${fault}`);
    previous = link.hash;
  });
}

/** Every acknowledged act is among the stored ones, and nothing is stored twice or unasked. @throws Error naming what differs */
export function demandSame(what: string, acknowledged: readonly string[], stored: readonly string[]): void {
  const once = new Set(stored);
  if (once.size !== stored.length) throw new Error(`${what}: ${stored.length - once.size} are stored twice`);
  const missing = acknowledged.filter((key) => !once.has(key));
  if (missing.length > 0) throw new Error(`${what}: ${missing.length} acknowledged are not stored, such as ${missing[0]}`);
  if (once.size !== new Set(acknowledged).size) throw new Error(`${what}: ${once.size} stored, ${acknowledged.length} acknowledged`);
}
