import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { verifySystem } from '../audit/index.js';
import { refuse } from '../commands/index.js';
import type { SystemAuditView } from './evidence.views.js';

/** Verification of what belongs to no version and no matter: accounts, grants, bodies, catalogues, calendars. */
@Injectable()
export class SystemAudit {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** @throws ProblemError 401 without a session, 404 for whoever is no audit administrator */
  async verify(token: string | null): Promise<SystemAuditView> {
    await this.admit(token);
    return this.source.transaction('REPEATABLE READ', (manager) => verifySystem((sql, values) => manager.query(sql, [...values])));
  }

  /** @throws ProblemError 401 without a session, 404 for whoever is no audit administrator */
  async admit(token: string | null): Promise<void> {
    const [row]: { person: string | null; allowed: boolean }[] = await this.source.query(
      `select s.person, exists (select from mulu.live_appointment a where a.account_id = s.person and a.role = 'auditAdministrator') as allowed
       from (select mulu.session_person($1) as person) s`,
      [token],
    );
    if (!row?.person) throw refuse.notSignedIn();
    if (!row.allowed) throw refuse.absent();
  }
}
