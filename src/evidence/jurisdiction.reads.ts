import { Injectable } from '@nestjs/common';
import type { Ask } from '../audit/index.js';
import { refuse } from '../commands/index.js';

/** A log over which somebody is auditor. */
export interface AuditedLog {
  readonly stream: string;
  readonly of: 'version' | 'matter';
  readonly title: string;
  readonly events: number;
  readonly bytes: number;
}

/**
 * SQL: the bodies over which `$1` is auditor, and the regions, each with all below it. Whoever is auditor in their own name is so over all that the
 * appointment names; a deputy's hand is looked at body by body, for it reaches no further than the principal's own.
 */
export const SCOPE = `recursive mine as (
    select a.organization_id, a.region_code, a.principal_id from mulu.live_appointment a
    where a.account_id = (select mulu.session_person($1)) and a.role = 'auditor'),
  covered (code, deputy) as (
    select m.region_code, m.principal_id is not null from mine m where m.region_code is not null
    union select r.code, c.deputy from mulu.region r join covered c on r.parent_code = c.code),
  body as (
    select o.id, o.region_code from mulu.organization o
    where exists (select from covered c where c.code = o.region_code and not c.deputy)
       or exists (select from mine m where m.organization_id = o.id and m.principal_id is null)
       or (exists (select from covered c where c.code = o.region_code) or exists (select from mine m where m.organization_id = o.id))
          and mulu.session_hands($1, o.id) @> '[{"role": "auditor"}]'),
  region_below (code) as (
    select t.region_code from mulu.territories_of($1) t where t.role = 'auditor'
    union select r.code from mulu.region r join region_below b on r.parent_code = b.code)`;

const LOGS = `with ${SCOPE},
  log as (
    select v.id as stream, 'version' as of, c.title || ' 第' || v.number || '版' as title
    from mulu.catalogue_version v join mulu.catalogue c on c.id = v.catalogue_id where c.organization_id in (select id from body)
    union all
    select m.id, 'matter', coalesce(nullif(m.title, ''), nullif(m.number, ''), m.machine_id || coalesce(' ' || m.period, ''))
    from mulu.matter m where m.organization_id in (select id from body) or m.region_code in (select code from region_below))
  select l.stream, l.of, l.title, count(*)::int as events, sum(octet_length(e.header) + octet_length(e.body))::float8 as bytes
  from log l join mulu.log_event e on e.stream = l.stream
  where exists (select from mulu.log_event t where t.stream = l.stream and t.at >= $2 and t.at < $3)
  group by l.stream, l.of, l.title order by min(e.at), l.stream`;

/** Over what somebody is auditor. */
@Injectable()
export class Jurisdiction {
  /**
   * The logs in which something happened in the period, in the order in which they began.
   * @throws ProblemError 401 without a session, 404 for whoever audits nothing
   */
  async logs(ask: Ask, token: string | null, from: string, to: string): Promise<AuditedLog[]> {
    await this.demand(ask, token);
    return ask<AuditedLog>(LOGS, [token, from, to]);
  }

  /** @throws ProblemError 401 without a session, 404 for whoever audits nothing */
  async demand(ask: Ask, token: string | null): Promise<void> {
    const [row] = await ask<{ person: string | null; audits: boolean }>(
      `select s.person, exists (select from mulu.live_appointment a where a.account_id = s.person and a.role = 'auditor') as audits
       from (select mulu.session_person($1) as person) s`,
      [token],
    );
    if (!row?.person) throw refuse.notSignedIn();
    if (!row.audits) throw refuse.absent();
  }
}
