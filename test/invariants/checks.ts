import { MATTER_CHECKS } from './checks.matters.js';

/** The invariant, what is wrong, and a query over the views of check.ts whose `place` says where. */
export type Check = readonly [invariant: string, what: string, sql: string];

/** What must not be found. */
export const CHECKS: readonly Check[] = [
  [
    'I1',
    'bytes do not give their hash',
    `select encode(hash, 'hex') as place from mulu.content_blob where bytes is not null and sha256(bytes) <> hash`,
  ],
  [
    'I1',
    'a text is called otherwise than it says',
    `select r.id::text as place from mulu.revision r join text_of t on t.revision = r.id
     where r.category is distinct from t.said #>> '{content,category}' or r.removal <> (t.said ? 'removal')`,
  ],
  [
    'I1',
    'a text that no event brought',
    `select r.id::text as place from mulu.revision r where not exists (
       select from mulu.log_event e where e.stream = r.version_id and e.seq = r.seq and e.revision_id = r.id and e.content_hash = r.content_hash
         and e.item_id = r.item_id and e.actor_id = r.author_id and e.on_behalf_of is not distinct from r.on_behalf_of)`,
  ],
  [
    'I2',
    'a decision that stands on another text than the item has',
    `select d.id::text as place from signed d left join mulu.version_item vi on vi.version_id = d.version_id and vi.item_id = d.item_id
     where vi.content_hash is distinct from d.content_hash or vi.revision_id is distinct from d.revision_id`,
  ],
  [
    'I2',
    'a decision on a text of another item',
    `select d.id::text as place from mulu.decision d left join mulu.revision r on r.id = d.revision_id where r.item_id is distinct from d.item_id or r.content_hash is distinct from d.content_hash`,
  ],
  [
    'I3',
    'a decision by somebody who did not hold the role',
    `select d.id::text as place from mulu.decision d join body_of v on v.version = d.version_id where d.step <> 'carryOver' and not exists (
       select from holding h where h.organization = v.organization and h.person = d.decided_by and h.principal is not distinct from d.on_behalf_of
         and h.since <= d.at and coalesce(h.until > d.at, true)
         and h.role = any (case
           when d.kind = 'endorse' then array['departmentLeader', 'leadingGroupOffice']
           when d.kind = 'acceptRisk' then array['riskAssessor', case when (v.profile ->> 'smallBody')::boolean and d.level <> 'HIGH' then 'confidentialityOfficer' end]
           when d.kind = 'rejectRisk' then array['riskAssessor', case when (v.profile ->> 'smallBody')::boolean then 'confidentialityOfficer' end]
           when d.kind = 'requireMitigation' then array['riskAssessor', 'departmentLeader', 'leadingGroupOffice', case when (v.profile ->> 'smallBody')::boolean then 'confidentialityOfficer' end]
           else array['confidentialityOfficer'] end))`,
  ],
  [
    'I3',
    'a signature by somebody who had a hand in the text, or submitted it',
    `select g.origin::text as place from grounded g where g.step <> 'carryOver' and g.kind <> 'requireMitigation' and (
       exists (select from contributor c where c.version_id = g.version_id and c.item_id = g.item_id and c.person = any (g.persons))
       or exists (select from submitter s where s.version_id = g.version_id and s.person = any (g.persons)))`,
  ],
  [
    'I3',
    'two steps of one item signed by one person',
    `select one.id || ' and ' || other.id as place from signed one join signed other on other.version_id = one.version_id and other.item_id = one.item_id
       and other.content_hash = one.content_hash and other.id > one.id and other.step <> one.step and other.persons && one.persons
     join body_of v on v.version = one.version_id
     where 'carryOver' not in (one.step, other.step) and 'requireMitigation' not in (one.kind, other.kind)
       and not ((v.profile ->> 'smallBody')::boolean and 'endorsement' not in (one.step, other.step) and 'HIGH' not in (coalesce(one.level, ''), coalesce(other.level, '')))`,
  ],
  [
    'I4',
    'public without a signature on exactly this text',
    `select pi.version_id || ' ' || pi.item_id as place from mulu.publication_item pi
     where not exists (select from grounded g where g.version_id = pi.version_id and g.item_id = pi.item_id and g.content_hash = pi.content_hash and g.revision_id = pi.revision_id
                       and g.state = 'releasable' and (g.kind = 'clear' or (g.kind = 'determine' and g.outcome = 'open')) and g.origin = pi.decision_id)
       and not exists (
         select from grounded g join body_of v on v.version = g.version_id
         join signed aside on aside.id = g.here and aside.kind = 'setAside' and aside.predecessor = 'keep'
         join mulu.publication_item before on before.version_id = v.predecessor and before.item_id = pi.item_id and before.content_hash = pi.content_hash and before.revision_id = pi.revision_id
         where g.version_id = pi.version_id and g.item_id = pi.item_id and g.state = 'setAside'
           and not exists (select from mulu.bar b where b.item_id = pi.item_id and b.content_hash = pi.content_hash and b.at <= g.published_at))`,
  ],
  [
    'I4',
    'public without the assessment or endorsement that it needs',
    `select pi.version_id || ' ' || pi.item_id as place from mulu.publication_item pi
     join grounded g on g.version_id = pi.version_id and g.item_id = pi.item_id and g.state = 'releasable' and g.origin = pi.decision_id
     join text_of t on t.revision = pi.revision_id
     where (t.said #>> '{content,category}' = 'OTHER' or exists (
              select from mulu.decision asked where asked.item_id = pi.item_id and asked.content_hash = pi.content_hash and asked.at <= g.published_at
                and (asked.kind = 'clear' and asked.assess or asked.kind in ('requireMitigation', 'rejectRisk'))))
       and not exists (
         select from signed a where a.version_id = g.origin_version and a.item_id = pi.item_id and a.content_hash = pi.content_hash and a.kind = 'acceptRisk' and a.at <= g.published_at
           and (a.level = 'LOW' or a.level = 'MEDIUM' and a.measures or a.level = 'HIGH' and exists (
             select from signed e where e.version_id = a.version_id and e.item_id = a.item_id and e.content_hash = a.content_hash and e.kind = 'endorse' and e.id > a.id)))`,
  ],
  [
    'I4',
    'published with an item that is not concluded by a decision that stands',
    `select vi.version_id || ' ' || vi.item_id || ' ' || vi.state as place from mulu.publication p join mulu.version_item vi on vi.version_id = p.version_id
     where not exists (select from grounded g where g.version_id = vi.version_id and g.item_id = vi.item_id and case vi.state
       when 'releasable' then g.kind = 'clear' or (g.kind = 'determine' and g.outcome = 'open')
       when 'withheld' then g.kind in ('withhold', 'rejectRisk') or (g.kind = 'determine' and g.outcome = 'withhold')
       when 'onApplication' then g.kind = 'discloseOnApplication'
       when 'setAside' then g.kind = 'setAside'
       else false end)`,
  ],
  [
    'I4',
    'public although it was not released, or released and not public',
    `select vi.version_id || ' ' || vi.item_id as place from mulu.publication p join mulu.version_item vi on vi.version_id = p.version_id join mulu.revision r on r.id = vi.revision_id
     left join mulu.publication_item pi on pi.version_id = vi.version_id and pi.item_id = vi.item_id
     where (vi.state = 'releasable' and not r.removal) <> (pi.item_id is not null) and vi.state <> 'setAside'
     union all
     select pi.version_id || ' ' || pi.item_id from mulu.publication_item pi
     where not exists (select from mulu.version_item vi where vi.version_id = pi.version_id and vi.item_id = pi.item_id)`,
  ],
  [
    'I4',
    'an empty version was published',
    `select p.version_id::text as place from mulu.publication p where not exists (select from mulu.version_item vi where vi.version_id = p.version_id)`,
  ],
  [
    'I4',
    'approved by nobody who might',
    `select p.version_id::text as place from mulu.publication p join body_of v on v.version = p.version_id left join approver a on a.version_id = p.version_id
     where a.version_id is null
       or not exists (select from holding h where h.organization = v.organization and h.person = a.person_id and h.principal is not distinct from a.on_behalf_of
                      and h.role = 'departmentLeader' and h.since <= a.at and coalesce(h.until > a.at, true))
       or exists (select from submitter s where s.version_id = p.version_id and s.person = any (a.persons))
       or exists (select from contributor c where c.version_id = p.version_id and c.person = any (a.persons))
       or exists (select from grounded g where g.version_id = p.version_id and g.step <> 'endorsement' and g.persons && a.persons)`,
  ],
  [
    'I4',
    'the public sees a text that is barred',
    `select d.version_id || ' ' || (shown ->> 'id') as place from open.document d cross join lateral jsonb_array_elements(convert_from(d.document, 'UTF8')::jsonb -> 'items') shown
     join mulu.publication p on p.version_id = d.version_id
     left join mulu.publication_item pi on pi.version_id = d.version_id and pi.item_id = (shown ->> 'id')::uuid
     where pi.item_id is null or exists (select from mulu.bar b where b.item_id = pi.item_id and b.content_hash = pi.content_hash and b.at >= p.published_at)`,
  ],
  [
    'I5',
    'the public reads what the text does not say, or a column that is internal',
    `select pi.version_id || ' ' || pi.item_id || ' ' || field.key as place from mulu.publication_item pi join body_of v on v.version = pi.version_id join text_of t on t.revision = pi.revision_id
     cross join lateral jsonb_each(pi.public_content) field
     where not v.profile -> 'publicFields' ? field.key or (field.key <> 'bases' and field.value is distinct from t.said -> 'content' -> field.key)`,
  ],
  [
    'I5',
    'a publication without its state, or a state without its publication',
    `select v.id::text as place from mulu.catalogue_version v left join mulu.publication p on p.version_id = v.id
     where (v.state in ('published', 'revised', 'takenDown')) <> (p.version_id is not null)`,
  ],
  [
    'I5',
    'an open or published version too many',
    `select catalogue_id::text as place from mulu.catalogue_version group by catalogue_id
     having count(*) filter (where state = 'published') > 1 or count(*) filter (where state in ('draft', 'confidentialityReview', 'riskAssessment', 'departmentApproval', 'scheduled')) > 1`,
  ],
  [
    'I7',
    'a broken chain',
    `select stream || ' ' || seq as place from (
       select e.*, row_number() over w as expected, coalesce(lag(hash) over w, decode(repeat('00', 32), 'hex')) as before, lag(at) over w as earlier from mulu.log_event e window w as (partition by stream order by seq)) chain
     where seq <> expected or prev <> before or at < earlier or hash <> sha256(header || sha256(body))
       or convert_from(header, 'UTF8') <> 'v=1;stream=' || stream || ';seq=' || seq || ';prev=' || encode(prev, 'hex') || ';at=' || to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
  ],
  [
    'I7',
    'a column that is not what the body says',
    `select stream || ' ' || seq as place from (select e.*, convert_from(body, 'UTF8')::jsonb as said from mulu.log_event e) e
     where (type, actor_id::text, on_behalf_of::text, item_id::text, machine_id, from_state, to_state, revision_id::text, encode(content_hash, 'hex'))
       is distinct from (said ->> 'type', said ->> 'actor', said ->> 'onBehalfOf', said ->> 'itemId', said #>> '{machine,id}', said ->> 'from', said ->> 'to', said ->> 'revisionId', said ->> 'contentHash')`,
  ],
  [
    'I8',
    'a version that stands otherwise than its log says',
    `select v.id::text as place from mulu.catalogue_version v where (v.state_seq, v.state) is distinct from (
       select (e.seq, e.to_state) from mulu.log_event e where e.stream = v.id and e.machine_id = 'catalogueVersion' order by e.seq desc limit 1)`,
  ],
  [
    'I8',
    'an item that stands otherwise than its log says',
    `select vi.version_id || ' ' || vi.item_id as place from mulu.version_item vi where (vi.state_seq, vi.state, vi.revision_id, vi.content_hash) is distinct from (
       select (e.seq, e.to_state, e.revision_id, e.content_hash) from mulu.log_event e
       where e.stream = vi.version_id and e.item_id = vi.item_id and e.machine_id = 'itemReview' order by e.seq desc limit 1)`,
  ],
  [
    'I8',
    'a row arranged otherwise than its log says',
    `select vi.version_id || ' ' || vi.item_id as place from mulu.version_item vi where vi.arranged_seq is distinct from (
       select max(e.seq) from mulu.log_event e where e.stream = vi.version_id and e.item_id = vi.item_id and e.type = 'items.arranged')`,
  ],
  [
    'I8',
    'a calendar otherwise than the log says',
    `select c.year || '/' || c.number as place from mulu.calendar_edition c
     left join mulu.log_event e on e.stream = '00000000-0000-0000-0000-000000000000' and e.seq = c.seq and e.type = 'calendar.entered'
     left join mulu.content_blob b on b.hash = e.content_hash
     where convert_from(b.bytes, 'UTF8')::jsonb is distinct from jsonb_build_object('year', c.year, 'source', c.source, 'days', coalesce((
       select jsonb_agg(d.day || ' ' || d.kind || ' ' || d.name order by d.day) from mulu.calendar_day d where d.year = c.year and d.number = c.number), '[]'))`,
  ],
  [
    'I9',
    'a step that no lifecycle has, or that starts elsewhere',
    `select stream || ' ' || seq as place from (
       select e.*, lag(to_state) over (partition by stream, machine_id, item_id,
         case when machine_id = 'purge' then convert_from(body, 'UTF8')::jsonb #>> '{facts,purgeId}' end order by seq) as stood from mulu.log_event e where machine_id is not null) e
     where (to_state is not null and not exists (select from mulu.transition t where t.machine_id = e.machine_id and t.machine_version = e.machine_version
              and t.from_state = coalesce(e.from_state, '') and t.event = e.type and t.to_state = e.to_state))
       or from_state is distinct from stood`,
  ],
  [
    'I10',
    'a request that was done twice',
    `select actor_id || ' ' || idempotency_key as place from mulu.log_event where idempotency_key is not null group by actor_id, idempotency_key having count(*) > 1`,
  ],
  [
    'I11',
    'an administrator with another family’s role',
    `select one.account_id::text as place from mulu.appointment one join mulu.appointment other on other.account_id = one.account_id and other.id > one.id
       and (one.role like '%Administrator' or other.role like '%Administrator') and one.role <> other.role
       and tstzrange(one.starts_at, greatest(one.starts_at, coalesce(least(one.ends_at, one.revoked_at), 'infinity')))
       && tstzrange(other.starts_at, greatest(other.starts_at, coalesce(least(other.ends_at, other.revoked_at), 'infinity')))`,
  ],
  [
    'I12',
    'bytes that are gone without two hands',
    `select encode(b.hash, 'hex') as place from mulu.content_blob b where b.bytes is null and not exists (
       select from mulu.log_event first join mulu.log_event last on last.stream = first.stream and last.type = 'purge.done'
         and convert_from(last.body, 'UTF8')::jsonb #>> '{facts,purgeId}' = convert_from(first.body, 'UTF8')::jsonb #>> '{facts,purgeId}'
         and not array[last.actor_id, last.on_behalf_of] && array[first.actor_id, coalesce(first.on_behalf_of, first.actor_id)]
       where first.type = 'purge.proposed' and first.content_hash = b.hash and last.content_hash = b.hash)`,
  ],
  [
    'I12',
    'a purge that stands otherwise than the log says',
    `select p.id::text as place from mulu.purge p where (p.state_seq, p.state) is distinct from (
       select (e.seq, e.to_state) from mulu.log_event e where e.machine_id = 'purge' and convert_from(e.body, 'UTF8')::jsonb #>> '{facts,purgeId}' = p.id::text
       order by e.seq desc limit 1)`,
  ],
  [
    'I12',
    'a purged text that is kept elsewhere',
    `select encode(b.hash, 'hex') as place from mulu.content_blob b where b.bytes is null and (
       exists (select from mulu.publication_item pi where pi.content_hash = b.hash and pi.public_content <> '{}')
       or exists (select from mulu.publication_item pi join mulu.publication p on p.version_id = pi.version_id
                  where pi.content_hash = b.hash and strpos(convert_from(p.document, 'UTF8'), pi.item_id::text) > 0)
       or exists (select from mulu.revision r join mulu.version_item vi on vi.item_id = r.item_id where r.content_hash = b.hash and vi.source is not null)
       or exists (select from mulu.revision r where r.content_hash = b.hash and r.findings -> 'openRepairs' <> '[]'))`,
  ],
  ...MATTER_CHECKS,
];
