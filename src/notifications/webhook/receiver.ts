import { createHash, createHmac } from 'node:crypto';
import type { Config } from '../../platform/config/index.js';

/** Where events are posted to. */
export interface Receiver {
  /** SHA-256 of its address: the address may hold a token, and is neither stored nor logged. */
  readonly id: string;
  readonly url: URL;
  /** Host and port, by which people know it. */
  readonly host: string;
}

export function receiversOf({ webhookUrls }: Pick<Config, 'webhookUrls'>): Receiver[] {
  return webhookUrls.map((text) => {
    const url = new URL(text);
    return { id: createHash('sha256').update(url.href).digest('hex'), url, host: url.host };
  });
}

/** One event of a log as a receiver gets it: ids, no word that a person wrote. */
export interface EventNotice {
  /** The same each time it is sent: a receiver shows it once. */
  readonly id: string;
  readonly stream: string;
  readonly kind: 'version' | 'matter';
  readonly seq: number;
  readonly type: string;
  /** ISO 8601. */
  readonly at: string;
}

export interface Posting {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The request for some events: the signature is over `<timestamp>.<body>`, so that neither can be changed nor an old one be sent again as new. */
export function postingOf(events: readonly EventNotice[], secret: string, now: number): Posting {
  const body = JSON.stringify({ events });
  const timestamp = String(Math.floor(now / 1000));
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      'user-agent': 'mulu',
      'mulu-timestamp': timestamp,
      'mulu-signature': `v1=${signature}`,
    },
  };
}
