import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { Config } from '../../platform/config/index.js';
import { SystemAudit } from '../system-audit.js';
import type { SystemChecksView, SystemCheckView } from './checks.views.js';

const NIGHTS = 30;
const RUNS = `select due::text, whole, verdict, to_json(began_at) as "beganAt", to_json(ended_at) as "endedAt", logs::float8, events::float8, covered::float8, found,
    coalesce(problems, '[]') as problems
  from mulu.log_check order by due desc limit ${NIGHTS}`;
/** Two days after the last one that came to an end, or after the installation. */
const OVERDUE = `select to_json(since) as since from (
    select coalesce((select max(ended_at) from mulu.log_check where verdict <> 'failed'),
      (select at from mulu.log_event where stream = '00000000-0000-0000-0000-000000000000' and seq = 1)) as since) s
  where since < now() - interval '48 hours'`;

/** What the nightly checks came to: for the audit administrator. */
@Injectable()
export class CheckReads {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly system: SystemAudit,
    private readonly config: Config,
  ) {}

  /** The newest first. @throws ProblemError 401 without a session, 404 for whoever is no audit administrator */
  async nights(token: string | null): Promise<SystemChecksView> {
    await this.system.admit(token);
    const [overdue]: { since: string }[] = await this.source.query(OVERDUE);
    const items: SystemCheckView[] = await this.source.query(RUNS);
    return { at: this.config.checkAt === 'never' ? null : this.config.checkAt, overdueSince: overdue?.since ?? null, items };
  }
}
