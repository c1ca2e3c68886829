-- One compilation task of the autonomous region's office, an obligation a body. Deadlines by level: of the region's own departments past, of the
-- league-cities just past, of the banner-counties ahead; some were extended.
create temp table duty on commit drop as
select b.n, b.id as body, b.region, territory.id('obligation', b.n) as id, d.first_due, d.due, e.extended_at, e.extended_due, s.settled_at, s.settled,
  s.lapsed_at, s.done_on
from territory.body b
left join territory.version v on v.n = b.n and v.g = 3 and v.state in ('published', 'takenDown') and b.fate <> 'before'
cross join lateral (select territory.today() + case b.level when 'autonomousRegion' then -70 when 'leagueCity' then -40 else 25 end as due) l
-- With a longer history the deadline was put off by a day, and by another one, in each round more.
cross join lateral (select l.due, l.due - 2 * (territory.number('rounds') - 1) as first_due) d
cross join lateral (
  select case when v.id is not null then v.ended + interval '1 minute' when not b.manned and b.n % 5 < 3 then territory.ago(20)
      when b.n % 50 = 9 then territory.ago(40) end as settled_at,
    case when v.id is not null then 'fulfilled' when not b.manned and b.n % 5 < 3 then 'doneOutside' when b.n % 50 = 9 then 'exempted' end as settled,
    v.taken_down + interval '1 minute' as lapsed_at,
    case when v.id is not null then (v.ended at time zone 'Asia/Shanghai')::date when not b.manned and b.n % 5 < 3 then territory.today() - 21 end as done_on) s
left join lateral (
  select territory.ago(50) as extended_at, territory.today() + case b.level when 'bannerCounty' then 60 else 4 end as extended_due) e
  on b.n % 7 = 3 and (s.settled_at is null or s.settled_at > e.extended_at);
analyze duty;

insert into mulu.content_blob (hash, bytes)
select sha256(convert_to(t.text, 'UTF8')), convert_to(t.text, 'UTF8') from (select current_setting('territory.task') as text) t;

create temp table pending on commit drop as
select s.*, row_number() over (partition by s.stream order by s.at, s.place) as seq
from (
  select territory.id('task', 1) as stream, 0 as place, territory.ago(120) as at, 'compilationTask' as machine_id, 'issue' as type, '' as from_state,
    'issued' as to_state, territory.id('office', 150000) as actor, 'givingOffice' as role, null::uuid as item, null::uuid as revision,
    sha256(convert_to(current_setting('territory.task'), 'UTF8')) as hash, false as reason, null as before,
    '"officeRegion":"150000","organizationId":null,"parentId":null,"purpose":"publishCatalogue","regionCode":"150000"' as after,
    null::date as due_on, null::date as done_on
  union all
  select d.id, t.place, t.at, 'obligation', t.type, t.from_state, t.to_state, t.actor, t.role, null, null, null, t.reason,
    nullif(concat_ws(',',
      '"before":"' || t.due_before || '"', '"doneOn":' || coalesce('"' || t.done_on || '"', case when t.type = 'lapse' then 'null' end),
      '"dueOn":"' || t.due_on || '","dueProvisional":false,"dueRule":{"dueOn":"' || t.due_on || '","kind":"FIXED"}'), ''),
    case t.type when 'issue' then '"officeRegion":"150000","organizationId":"' || d.body || '","parentId":"' || territory.id('task', 1)
      || '","purpose":"publishCatalogue","regionCode":"' || d.region || '","since":"' || territory.today() - 120 || '"' end,
    t.due_on, t.done_on
  from duty d
  cross join lateral (select territory.id('office', 150000) as id) office
  -- A deadline counts until the next one was set, and while nothing is settled; nothing has happened today.
  cross join lateral (select least(d.settled_at, (territory.today() + time '00:00') at time zone 'Asia/Shanghai') as until) o
  cross join lateral (
    select n.due, n.since, case when n.due = d.due then least(d.extended_at, o.until) else o.until end as until,
      (n.due + 1 + time '00:05') at time zone 'Asia/Shanghai' as overdue_at
    from (values (d.due, territory.ago(119)), (d.extended_due, d.extended_at)) n (due, since) where n.due is not null) n
  cross join lateral (
    select 0 as place, territory.ago(120) as at, 'issue' as type, '' as from_state, 'open' as to_state, null::uuid as actor, null as role, false as reason,
      d.first_due as due_on, null::date as due_before, null::date as done_on where n.due = d.due
    union all
    select r, territory.ago(120) + r * interval '15 minutes', 'extend', 'open', 'open', office.id, 'givingOffice', true, d.first_due + r, d.first_due + r - 1, null
    from generate_series(1, d.due - d.first_due) r where n.due = d.due
    union all
    select 1, n.since, 'extend', case when d.due < (d.extended_at at time zone 'Asia/Shanghai')::date then 'overdue' else 'open' end, 'open', office.id,
      'givingOffice', true, n.due, d.due, null
    where n.due = d.extended_due
    union all
    select 2, n.overdue_at - interval '6 days', 'remind', 'open', 'open', null, null, false, null, null, null
    where n.overdue_at - interval '6 days' between n.since and n.until
    union all
    select 3, n.overdue_at, 'fallOverdue', 'open', 'overdue', null, null, false, null, null, null where n.overdue_at between n.since and n.until
    union all
    select 4, n.overdue_at + interval '7 days', 'escalate', 'overdue', 'overdue', null, null, false, null, null, null
    where n.overdue_at between n.since and n.until and n.overdue_at + interval '7 days' < n.until
    union all
    select 5, d.settled_at, case d.settled when 'fulfilled' then 'fulfil' when 'exempted' then 'exempt' else 'recordOutside' end,
      case when n.overdue_at < d.settled_at then 'overdue' else 'open' end, d.settled, case when d.settled <> 'fulfilled' then office.id end,
      case d.settled when 'exempted' then 'givingOffice' when 'doneOutside' then 'coveringOffice' end, d.settled <> 'fulfilled', null, null, d.done_on
    where d.settled_at is not null and (n.due = d.extended_due or d.extended_at is null)
    union all
    select 6, d.lapsed_at, 'lapse', 'fulfilled', 'open', null, null, false, null, null, null
    where d.lapsed_at is not null and (n.due = d.extended_due or d.extended_at is null)
    union all
    select 7, greatest(d.lapsed_at + interval '5 minutes', n.overdue_at), 'fallOverdue', 'open', 'overdue', null, null, false, null, null, null
    where d.lapsed_at is not null and n.due < territory.today() and (n.due = d.extended_due or d.extended_at is null)) t
) s;
