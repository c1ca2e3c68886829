import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { GateFullError } from '../passwords/gate.js';
import { deriveKey, newCredentials, type Kdf } from '../passwords/scrypt.js';
import type { PasswordChanged, Refused, Session, SignedIn } from './session.js';
import type { HeldAppointmentView } from './session.views.js';
import { newToken } from './token.js';

/** The parameters for new passwords. */
export const ACCESS_KDF = Symbol('ACCESS_KDF');

interface SessionRow {
  person: string;
  username: string;
  display_name: string;
  must_change_password: boolean;
  expires_at: Date;
  touch_due: boolean;
}

interface OutcomeRow {
  outcome: 'opened' | 'changed' | 'refused' | 'throttled';
  person: string;
  retry_after: number;
}

/** Signing in and out, and one's own password. The database decides; this derives keys and makes tokens. */
@Injectable()
export class SessionService {
  constructor(
    private readonly database: DataSource,
    @Inject(ACCESS_KDF) private readonly kdf: Kdf,
  ) {}

  /** Opens a session under a new token. `address` is where the request came from; failures are counted per name and address. */
  async open(username: string, password: string, address: string): Promise<SignedIn | Refused> {
    const key = await this.key(username, password, address);
    if (!Buffer.isBuffer(key)) return key;
    const token = newToken();
    const row = await this.one<OutcomeRow>('select * from session_open($1, $2, $3, $4)', [username, key, token, address]);
    return row.outcome === 'opened' ? { outcome: 'opened', token, personId: row.person } : refused(row);
  }

  /** The session behind a token, or null when it is unknown or over. Writes at most every few minutes. */
  async find(token: string): Promise<Session | null> {
    const [row] = await this.database.query<SessionRow[]>('select * from session_view($1)', [token]);
    if (!row) return null;
    if (row.touch_due) await this.database.query('select session_touch($1)', [token]);
    return {
      token,
      personId: row.person,
      username: row.username,
      displayName: row.display_name,
      mustChangePassword: row.must_change_password,
      expiresAt: row.expires_at,
    };
  }

  async close(token: string): Promise<void> {
    await this.database.query('select session_close($1)', [token]);
  }

  /** Replaces one's own password. All sessions of the account end, this one too: the answer holds the next token. */
  async changePassword(session: Session, current: string, next: string, address: string): Promise<PasswordChanged | Refused> {
    const key = await this.key(session.username, current, address);
    if (!Buffer.isBuffer(key)) return key;
    const { salt, verifier, kdf } = await newCredentials(next, this.kdf);
    const token = newToken();
    const row = await this.one<OutcomeRow>('select * from password_change($1, $2, $3, $4, $5, $6, $7)', [
      session.token,
      key,
      salt,
      verifier,
      JSON.stringify(kdf),
      token,
      address,
    ]);
    return row.outcome === 'changed' ? { outcome: 'changed', token } : refused(row);
  }

  /** What somebody holds now, deputies' appointments included. */
  appointmentsOf(personId: string): Promise<HeldAppointmentView[]> {
    return this.database.query<HeldAppointmentView[]>(
      `select a.id, a.role, a.organization_id as "organizationId", o.name as "organizationName",
              a.region_code as "regionCode", r.name as "regionName", a.ends_at as "endsAt",
              case when p.id is not null then json_build_object('id', p.id, 'displayName', p.display_name) end as "onBehalfOf"
       from live_appointment a
       left join organization o on o.id = a.organization_id
       left join region r on r.code = a.region_code
       left join account p on p.id = a.principal_id
       where a.account_id = $1 order by a.role, o.region_code, o.name, a.region_code, a.id`,
      [personId],
    );
  }

  private async key(username: string, password: string, address: string): Promise<Buffer | Refused> {
    const row = await this.one<{ salt: Buffer; kdf: Kdf | null; retry_after: number }>('select * from session_salt($1, $2)', [
      username,
      address,
    ]);
    if (row.retry_after > 0) return { outcome: 'throttled', retryAfter: row.retry_after };
    try {
      return await deriveKey(password, row.salt, row.kdf ?? this.kdf);
    } catch (error) {
      if (error instanceof GateFullError) return { outcome: 'throttled', retryAfter: 2 };
      throw error;
    }
  }

  private async one<T>(sql: string, parameters: unknown[]): Promise<T> {
    const [row] = await this.database.query<T[]>(sql, parameters);
    if (!row) throw new Error(`no row from ${sql}`);
    return row;
  }
}

function refused(row: OutcomeRow): Refused {
  return row.outcome === 'throttled' ? { outcome: 'throttled', retryAfter: row.retry_after } : { outcome: 'refused' };
}
