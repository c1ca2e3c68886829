import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { EventNotice, Receiver } from './receiver.js';

/** What became of a receiver that did not take something. */
export interface Failure {
  /** Deliveries that failed one after the other. */
  readonly failures: number;
  /** Events that are not tried any more. */
  readonly givenUp: number;
}

interface EventRow {
  readonly stream: string;
  readonly kind: EventNotice['kind'];
  readonly seq: string;
  readonly type: string;
  readonly at: Date;
}

/** Longer than any holiday: what a receiver could not be given for so long is given up. */
const PATIENCE = '14 days';

/** How far each receiver has every log, and which instance sends to it (migrations/0013). */
@Injectable()
export class WebhookStore {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** These are the receivers, and no others. */
  async configure(receivers: readonly Receiver[]): Promise<void> {
    await this.rows('select mulu.webhook_configure($1)', [JSON.stringify(receivers.map(({ id, host }) => ({ id, host })))]);
  }

  /** The next events for it; none when another instance is at it, or while it rests after a failure. */
  async take({ id }: Receiver, holder: string, limit: number): Promise<EventNotice[]> {
    const rows = await this.rows<EventRow>('select stream, kind, seq, type, at from mulu.webhook_take($1, $2, $3)', [id, holder, limit]);
    return rows.map(({ stream, kind, seq, type, at }) => ({
      id: `${stream}:${seq}`,
      stream,
      kind,
      seq: Number(seq),
      type,
      at: at.toISOString(),
    }));
  }

  async delivered({ id }: Receiver, events: readonly EventNotice[]): Promise<void> {
    await this.rows('select mulu.webhook_delivered($1, $2)', [id, JSON.stringify(events.map(({ stream, seq }) => ({ stream, seq })))]);
  }

  async failed({ id }: Receiver, patience = PATIENCE): Promise<Failure> {
    const [row] = await this.rows<{ failures: number; givenUp: string }>(
      'select failures, given_up as "givenUp" from mulu.webhook_failed($1, $2)',
      [id, patience],
    );
    return { failures: row?.failures ?? 0, givenUp: Number(row?.givenUp ?? 0) };
  }

  async release(holder: string): Promise<void> {
    await this.rows('select mulu.webhook_release($1)', [holder]);
  }

  private rows<Row extends object>(text: string, values: readonly unknown[]): Promise<Row[]> {
    return this.source.query<Row[]>(text, [...values]);
  }
}
