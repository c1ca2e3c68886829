import { hex, type Ask } from './ask.js';
import type { AuditProblem } from './chain.js';
import type { SaidEvent } from './said.js';

/** Texts by their hash: null where the bytes were purged. What is not there at all is not in it. */
export type Texts = ReadonlyMap<string, Buffer | null>;

const TEXTS = `select ${hex('hash')} as hash, bytes, coalesce(sha256(bytes) = hash, true) as sound,
    bytes is null and not (exists (select from mulu.log_event e where e.type = 'text.purged' and e.content_hash = b.hash)
      and exists (select from mulu.log_event e where e.type = 'purge.done' and e.content_hash = b.hash)) as "goneUnsaid"
  from mulu.content_blob b where hash = any (select decode(said, 'hex') from unnest($1::text[]) said)`;

/** Contents, reasons and opinions that the events name, and what is wrong with them. */
export async function namedTexts(ask: Ask, events: readonly SaidEvent[]): Promise<{ texts: Texts; problems: AuditProblem[] }> {
  const first = new Map<string, number>();
  for (const { seq, contentHash, reasonHash } of events)
    for (const hash of [contentHash, reasonHash])
      if (hash !== null && /^[0-9a-f]{64}$/.test(hash) && !first.has(hash)) first.set(hash, seq);
  const rows = await ask<{ hash: string; bytes: Buffer | null; sound: boolean; goneUnsaid: boolean }>(TEXTS, [[...first.keys()]]);
  const texts = new Map(rows.map(({ hash, bytes }) => [hash, bytes]));
  const found = (hash: string, code: string, detail: string): AuditProblem => ({ seq: first.get(hash) ?? null, code, detail });
  return {
    texts,
    problems: [
      ...rows.filter(({ sound }) => !sound).map(({ hash }) => found(hash, 'text.differs', `the text ${hash} does not give its hash`)),
      ...rows
        .filter(({ goneUnsaid }) => goneUnsaid)
        .map(({ hash }) => found(hash, 'text.purged', `the text ${hash} was purged and no events of two hands say so`)),
      ...[...first.keys()].filter((hash) => !texts.has(hash)).map((hash) => found(hash, 'text.missing', `the text ${hash} is not there`)),
    ],
  };
}

/** A text as JSON; null where it was purged, is not there or is none. */
export function textOf<Text extends object>(texts: Texts, hash: string | null): Text | null {
  const bytes = hash === null ? null : texts.get(hash);
  try {
    const text: unknown = bytes ? JSON.parse(bytes.toString('utf8')) : null;
    return typeof text === 'object' ? (text as Text | null) : null;
  } catch {
    return null;
  }
}
