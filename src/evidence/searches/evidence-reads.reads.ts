import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { refuse } from '../../commands/index.js';
import { containing } from '../../platform/like.js';
import { afterCursor, pageOf } from '../../platform/paging.js';
import { periodOf } from '../period.js';
import type { EvidenceReadsQuery } from './evidence-reads.dto.js';
import type { EvidenceReadPage, EvidenceReadView } from './evidence-reads.views.js';

const MAY = `select s.person, exists (select from mulu.live_appointment a where a.account_id = s.person and a.role = 'auditAdministrator') as allowed
  from (select mulu.session_person($1) as person) s`;

/** `$1` `$2` the period, `$3` person, `$4` part of a name, `$5` what, `$6` `$7` where the page before ended, `$8` how many. */
const READS = `with page as (
    select e.seq, e.at, e.actor_id, convert_from(e.body, 'UTF8')::jsonb as said from mulu.log_event e
    where e.type = 'log.read' and e.at >= $1 and e.at < $2 and ($3::uuid is null or e.actor_id = $3)
      and ($4::text is null or exists (select from mulu.account a where a.id = e.actor_id and a.display_name like $4))
      and ($5::text is null or convert_from(e.body, 'UTF8')::jsonb ->> 'what' = $5)
      and ($6::timestamptz is null or (e.at, e.seq) < ($6, $7::bigint))
    order by e.at desc, e.seq desc limit $8)
  select json_build_array(p.at::text, p.seq::text) as key, p.seq::int as seq, p.at, json_build_object('id', a.id, 'displayName', a.display_name) as actor,
    p.said -> 'roles' as roles, p.said ->> 'what' as what, coalesce(version.log, matter.log) as log, substr(convert_from(q.bytes, 'UTF8'), 38) as query
  from page p join mulu.account a on a.id = p.actor_id
  left join mulu.content_blob q on q.hash = decode(p.said ->> 'queryHash', 'hex')
  left join lateral (
    select json_build_object('id', v.id, 'machine', 'catalogueVersion', 'title', c.title, 'number', v.number, 'place', o.name) as log
    from mulu.catalogue_version v join mulu.catalogue c on c.id = v.catalogue_id join mulu.organization o on o.id = c.organization_id
    where v.id = (p.said ->> 'log')::uuid) version on true
  left join lateral (
    select json_build_object('id', m.id, 'machine', m.machine_id, 'title', null, 'number', null, 'place', coalesce(o.name, r.name)) as log
    from mulu.matter m left join mulu.organization o on o.id = m.organization_id left join mulu.region r on r.code = m.region_code
    where m.id = (p.said ->> 'log')::uuid) matter on true
  order by p.at desc, p.seq desc`;

/** Who looked at evidence: for audit administrators, who audit the auditors. */
@Injectable()
export class EvidenceReadsSearch {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** The latest first. @throws ProblemError 401, 404 for whoever is no audit administrator, 422 for a period that ends before it begins */
  async page(token: string | null, query: EvidenceReadsQuery): Promise<EvidenceReadPage> {
    const { from, to } = periodOf(query);
    const { person, who, what, cursor, limit } = query;
    const [at, seq] = afterCursor(cursor, 2) ?? [null, null];
    const [row]: { person: string | null; allowed: boolean }[] = await this.source.query(MAY, [token]);
    if (!row?.person) throw refuse.notSignedIn();
    if (!row.allowed) throw refuse.absent();
    const like = who?.trim() ? containing(who.trim()) : null;
    const values = [from, to, person ?? null, like, what ?? null, at, seq, limit + 1];
    const rows: (EvidenceReadView & { key: readonly string[] })[] = await this.source.query(READS, values);
    const page = pageOf(rows, limit, ({ key }) => key);
    return {
      ...page,
      items: page.items.map((read) => {
        const { key: _, ...shown } = read;
        return shown;
      }),
    };
  }
}
