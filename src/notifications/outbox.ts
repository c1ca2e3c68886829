import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { poolOf } from '../platform/database/index.js';
import type { Call } from './calls.js';
import { toldAs, type Family, type Mode, type NoticeKind } from './kinds.js';

/** A version or a matter whose log moved on, and how far it is now. */
export interface Moved {
  readonly stream: string;
  readonly kind: 'version' | 'matter';
  readonly seq: string;
}

/** One thing that somebody is to be told. */
export interface Notice {
  /** The same each time it is tried. */
  readonly id: string;
  readonly kind: NoticeKind;
  readonly role: string;
  /** The version or the matter. */
  readonly stream: string;
  /** Of the catalogue, or of what was handed down; empty for a report. */
  readonly title: string;
  /** Of a matter: what it is for, the period of a report, the deadline, the body that it is about, its region. */
  readonly purpose: string | null;
  readonly period: string | null;
  readonly dueOn: string | null;
  readonly body: string | null;
  readonly region: string | null;
  /** How often it was tried in vain. */
  readonly attempts: number;
}

/** Everything that one person is to be told now. */
export interface Due {
  readonly email: string;
  readonly notices: readonly Notice[];
}

/** What somebody said about being told. A family that is not named: at once. */
export interface Contact {
  readonly email: string | null;
  readonly wishes: Readonly<Partial<Record<Family, Mode>>>;
}

/** Of the same kind and stream a person hears again after this at the earliest. */
const PAUSE = '10 minutes';
const LOCK = 'mulu.notifications';

/** What the database keeps for telling people: addresses, wishes, how far each log was looked at, messages (migrations/0010 and 0013). */
@Injectable()
export class Outbox {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Does the work unless another process is at it: one sweep at a time, however many instances. Answers whether it was done. */
  async alone(work: () => Promise<void>): Promise<boolean> {
    const client = await poolOf(this.source).connect();
    let broken: Error | undefined;
    try {
      const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 0)) as held', [LOCK]);
      if (!rows[0]!.held) return false;
      await work();
      await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [LOCK]);
      return true;
    } catch (error) {
      broken = error as Error;
      throw error;
    } finally {
      client.release(broken); // a connection that failed is closed, and its lock with it
    }
  }

  moved(limit: number): Promise<Moved[]> {
    return this.rows('select stream, kind, seq from mulu.notifications_moved($1)', [limit]);
  }

  /** `daily`: when those hear who want it once a day. */
  async note({ stream, seq }: Moved, calls: readonly Call[], daily: Date): Promise<void> {
    const told = calls.map((call) => ({ ...call, family: toldAs(call.kind)?.family }));
    await this.rows('select mulu.notifications_note($1, $2, $3, $4, $5)', [stream, seq, JSON.stringify(told), PAUSE, daily]);
  }

  due(limit: number): Promise<Due[]> {
    return this.rows('select email, notices from mulu.notifications_due($1)', [limit]);
  }

  async sent(notices: readonly Notice[]): Promise<void> {
    await this.rows('select mulu.notifications_sent($1)', [notices.map(({ id }) => id)]);
  }

  async failed(notices: readonly Notice[]): Promise<void> {
    await this.rows('select mulu.notifications_failed($1)', [notices.map(({ id }) => id)]);
  }

  async contactOf(token: string): Promise<Contact> {
    const [row] = await this.rows<{ contact: Contact }>('select mulu.contact_of($1) as contact', [token]);
    return row!.contact;
  }

  /** What is said of no family stays as it is. */
  async setContact(token: string, { email, wishes }: Contact): Promise<void> {
    await this.rows('select mulu.contact_set($1, $2, $3)', [token, email, JSON.stringify(wishes)]);
  }

  private rows<Row extends object>(text: string, values: readonly unknown[]): Promise<Row[]> {
    return this.source.query<Row[]>(text, [...values]);
  }
}
