import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { poolOf } from '../platform/database/index.js';
import type { Call } from '../worklist/index.js';

/** A version whose log moved on, and how far it is now. */
export interface Moved {
  readonly versionId: string;
  readonly seq: string;
}

/** A message that is to go out. */
export interface Due {
  /** The same each time the message is tried. */
  readonly id: string;
  readonly email: string;
  readonly kind: string;
  readonly role: Call['role'];
  readonly versionId: string;
  readonly title: string;
  /** How often it was tried in vain. */
  readonly attempts: number;
}

/** Of the same kind and version a person hears again after this at the earliest. */
const PAUSE = '10 minutes';
const LOCK = 'mulu.notifications';

/** What the database keeps for telling people: addresses, how far each log was looked at, messages (migrations/0010). */
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
    return this.rows('select version_id as "versionId", seq from mulu.notifications_moved($1)', [limit]);
  }

  async note({ versionId, seq }: Moved, calls: readonly Call[]): Promise<void> {
    await this.rows('select mulu.notifications_note($1, $2, $3, $4)', [versionId, seq, JSON.stringify(calls), PAUSE]);
  }

  due(limit: number): Promise<Due[]> {
    return this.rows('select id, email, kind, role, version_id as "versionId", title, attempts from mulu.notifications_due($1)', [limit]);
  }

  async sent(id: string): Promise<void> {
    await this.rows('select mulu.notifications_sent($1)', [id]);
  }

  async failed(id: string): Promise<void> {
    await this.rows('select mulu.notifications_failed($1)', [id]);
  }

  async contactOf(token: string): Promise<string | null> {
    const [row] = await this.rows<{ email: string | null }>('select mulu.contact_of($1) as email', [token]);
    return row?.email ?? null;
  }

  async setContact(token: string, email: string | null): Promise<void> {
    await this.rows('select mulu.contact_set($1, $2)', [token, email]);
  }

  private rows<Row extends object>(text: string, values: readonly unknown[]): Promise<Row[]> {
    return this.source.query<Row[]>(text, [...values]);
  }
}
