import type { Check } from './checks.js';

/** What an event of a matter says beside its columns, and the days on which it was said. */
const SAID = `(select e.*, convert_from(e.body, 'UTF8')::jsonb -> 'facts' as facts, convert_from(e.body, 'UTF8')::jsonb -> 'roles' as roles,
    (e.at at time zone 'Asia/Shanghai')::date as day from mulu.log_event e where e.stream = m.id)`;
/** The last of the events of a matter that say something. */
const last = (what: string, such: string) => `(select ${what} from ${SAID} e where ${such} order by e.seq desc limit 1)`;
/** The deadline in force when an event was said. */
const DUE = `(select d.facts ->> 'dueOn' from ${SAID} d where d.facts ? 'dueOn' and d.seq < e.seq order by d.seq desc limit 1)::date`;

/** What must not be found of tasks, obligations, rectifications and reports. */
export const MATTER_CHECKS: readonly Check[] = [
  [
    'I3',
    'a step of a matter by somebody who might not take it',
    `select m.id || ' ' || e.seq as place from mulu.matter m join lateral ${SAID} e on true
     join mulu.transition t on t.machine_id = e.machine_id and t.machine_version = e.machine_version and t.from_state = coalesce(e.from_state, '')
       and t.event = e.type and t.to_state = e.to_state
     where not coalesce(e.roles ->> 0, 'system') = any (t.roles) or (e.actor_id is null) <> (e.roles = '[]') or jsonb_array_length(e.roles) > 1
       or e.actor_id is not null and not exists (
         select from mulu.appointment a where a.account_id = e.actor_id and a.principal_id is not distinct from e.on_behalf_of
           and a.starts_at <= e.at and coalesce(least(a.ends_at, a.revoked_at + interval '5 seconds') > e.at, true)
           and case e.roles ->> 0
             when 'givingOffice' then a.role = 'leadingGroupOffice' and exists (select from upward u where u.code = m.office_region and u.over = a.region_code)
             when 'coveringOffice' then a.role = 'leadingGroupOffice' and (a.organization_id = m.organization_id
               or exists (select from upward u where u.code = m.region_code and u.over = a.region_code))
             when 'ownOffice' then a.role = 'leadingGroupOffice' and m.organization_id is null and a.region_code = m.region_code
             else a.role = e.roles ->> 0 and a.organization_id = m.organization_id end)`,
  ],
  [
    'I3',
    'a matter outside the territory of its office, or of a body elsewhere',
    `select m.id::text as place from mulu.matter m left join mulu.organization o on o.id = m.organization_id
     where o.region_code <> m.region_code or not exists (select from upward u where u.code = m.region_code and u.over = m.office_region)`,
  ],
  [
    'I8',
    'a matter that stands otherwise than its log says',
    `select m.id::text as place from mulu.matter m
     where (m.machine_id, m.state, m.state_seq) is distinct from ${last('(e.machine_id, e.to_state, e.seq)', 'true')}
       or (m.purpose, m.organization_id::text, m.region_code, m.office_region, m.parent_id::text, m.period, m.since::text) is distinct from
         (select (f.facts ->> 'purpose', f.facts ->> 'organizationId', f.facts ->> 'regionCode', f.facts ->> 'officeRegion', f.facts ->> 'parentId',
            f.facts ->> 'period', f.facts ->> 'since') from ${SAID} f where f.seq = 1)
       or not exists (select from ${SAID} f where f.seq = 1 and f.at between m.opened_at - interval '1 minute' and m.opened_at + interval '1 minute')`,
  ],
  [
    'I8',
    'a matter with another text than its log says',
    `select m.id::text as place from mulu.matter m left join mulu.content_blob b on b.hash = m.text_hash
     where m.text_hash is distinct from ${last('e.content_hash', 'e.content_hash is not null')}
       or b.bytes is not null and (m.number, m.title) is distinct from (
         coalesce(convert_from(b.bytes, 'UTF8')::jsonb ->> 'number', m.number), coalesce(convert_from(b.bytes, 'UTF8')::jsonb ->> 'title', m.title))`,
  ],
  [
    'I8',
    'a deadline otherwise than the log says',
    `select m.id::text as place from mulu.matter m
     where (m.due_on::text, m.due_rule, m.due_provisional) is distinct from coalesce(
       ${last(`(e.facts ->> 'dueOn', e.facts -> 'dueRule', (e.facts ->> 'dueProvisional')::boolean)`, `e.facts ? 'dueOn'`)}, row(null::text, null::jsonb, false))
       or m.due_rule ->> 'kind' = 'FIXED' and m.due_rule ->> 'dueOn' <> m.due_on::text
       or m.reminded_for is distinct from (select ${DUE} from ${SAID} e where e.type = 'remind' order by e.seq desc limit 1)
       or m.escalated_for is distinct from (select ${DUE} from ${SAID} e where e.type = 'escalate' order by e.seq desc limit 1)`,
  ],
  [
    'I8',
    'done on another day than the log says',
    `select m.id::text as place from mulu.matter m where m.done_on::text is distinct from ${last(`e.facts ->> 'doneOn'`, `e.facts ? 'doneOn'`)}
       or m.state <> 'withdrawn' and (m.done_on is null) <> (m.state not in ('fulfilled', 'doneOutside', 'answered', 'accepted', 'submitted', 'received'))`,
  ],
  [
    'I8',
    'something open below a task that was withdrawn, or cancelled below one that was not',
    `select m.id::text as place from mulu.matter m join mulu.matter task on task.id = m.parent_id
     where task.state = 'withdrawn' and m.state not in ('withdrawn', 'accepted')
       or m.machine_id = 'obligation' and m.state = 'withdrawn' and task.state <> 'withdrawn'`,
  ],
  [
    'I8',
    'a matter below one that it does not belong to',
    `select m.id::text as place from mulu.matter m left join mulu.matter above on above.id = m.parent_id
     where m.machine_id = 'obligation' and not coalesce(above.machine_id = 'compilationTask' and (above.purpose, above.office_region) = (m.purpose, m.office_region)
         and not exists (select from mulu.log_event e join mulu.log_event first on first.stream = m.id and first.seq = 1
                         where e.stream = above.id and e.seq > 1 and e.at < first.at), false)
       or m.machine_id = 'rectification' and m.parent_id is not null and not case above.machine_id
         when 'compilationTask' then (above.purpose, above.office_region) = (m.purpose, m.office_region) else above.organization_id = m.organization_id end
       or m.machine_id in ('compilationTask', 'progressReport') and m.parent_id is not null`,
  ],
  [
    'I9',
    'a deadline that changed, or a text, by a step that is not about it',
    `select m.id || ' ' || e.seq as place from mulu.matter m join lateral ${SAID} e on e.seq > 1
     where e.facts ? 'dueOn' <> (e.type in ('extend', 'recompute')) or (e.content_hash is not null) <> (e.type in ('compose', 'edit'))
       or e.facts ? 'doneOn' <> (e.type in ('fulfil', 'lapse', 'recordOutside', 'reinstate', 'answer', 'submit', 'return', 'recall'))
       or e.type = 'extend' and not (e.facts ->> 'dueOn')::date > greatest(${DUE}, e.day)`,
  ],
  [
    'I9',
    'a step of the clock before its time, or twice',
    `select m.id || ' ' || e.seq as place from mulu.matter m join lateral ${SAID} e on true
     where e.type in ('fallOverdue', 'escalate') and not ${DUE} < e.day or e.type = 'remind' and not ${DUE} >= e.day
       or e.type in ('remind', 'escalate') and exists (
         select from ${SAID} before where before.type = e.type and before.seq < e.seq
           and not exists (select from ${SAID} between_ where between_.facts ? 'dueOn' and between_.seq between before.seq and e.seq))`,
  ],
  [
    'I9',
    'done on a day that had not come, or without a publication',
    `select m.id || ' ' || e.seq as place from mulu.matter m join lateral ${SAID} e on true
     where (e.facts ->> 'doneOn')::date > e.day or e.type in ('answer', 'submit') and e.facts ->> 'doneOn' is distinct from e.day::text
       or (e.type in ('fulfil', 'recordOutside', 'answer', 'submit')) <> (coalesce(e.facts ->> 'doneOn', '') <> '')
       or e.type = 'fulfil' and not exists (
         select from mulu.publication p join mulu.catalogue c on c.id = p.catalogue_id
         where c.organization_id = m.organization_id and p.published_at <= e.at
           and (p.published_at at time zone 'Asia/Shanghai')::date = (e.facts ->> 'doneOn')::date and (e.facts ->> 'doneOn')::date >= m.since)`,
  ],
];
