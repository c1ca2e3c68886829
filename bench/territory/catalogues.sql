-- Bodies and people are events of the system chain.
do $$
begin
  perform mulu.log_system('organization.created', null, '{}', jsonb_build_object('organizationId', b.id, 'regionCode', b.region)) from territory.body b;
  perform mulu.log_system('account.created', null, '{}', jsonb_build_object('accountId', p.id)) from territory.person p;
  perform mulu.log_system('appointment.granted', null, '{}', mulu.appointment_details(a))
  from territory.person p join mulu.appointment a on a.id = territory.uuid('appointment ' || p.id);
end $$;

-- A catalogue a body, three versions each. Every catalogue is an event of the system chain, which continues with what stands there.
insert into mulu.log_event (stream, body)
select '00000000-0000-0000-0000-000000000000', convert_to('{"actor":"' || b.compiler || '","eventId":"' || territory.id('made', b.n)
  || '","facts":{"catalogueId":"' || b.catalogue || '","kind":"PROACTIVE_DISCLOSURE","organizationId":"' || b.id
  || '","profile":"NM-2024"},"onBehalfOf":null,"roles":["compiler"],"type":"catalogue.created","v":1}', 'UTF8')
from territory.body b order by b.n;

insert into mulu.catalogue (id, organization_id, profile_id, kind, title, created_at, created_seq)
select b.catalogue, b.id, 'NM-2024', 'PROACTIVE_DISCLOSURE', b.name || '主动公开事项目录', territory.ago(450), e.seq
from territory.body b
join mulu.log_event e on e.stream = '00000000-0000-0000-0000-000000000000' and e.type = 'catalogue.created'
  and convert_from(e.body, 'UTF8')::jsonb #>> '{facts,catalogueId}' = b.catalogue::text;

-- How far a version came. Its steps are numbered: 0 opened, 1 items brought, 2 carried over, 3 edited, then eight for each round: submitted, in review,
-- reopened, reviewed, concluded, assessed, concluded, returned (the last round: approved). The first step of the last round is `last`.
create unlogged table territory.version as
with settings as (select 4 + 8 * (territory.number('rounds') - 1) as last),
span as (
  select b.n, b.fate, 440 - 40 * territory.chance('first', b.n) as first,
    case b.fate when 'before' then 200 - 15 * territory.chance('third', b.n) when 'draft' then 118 - 112 * territory.chance('third', b.n)
      when 'published' then 118 - 70 * territory.chance('third', b.n) when 'takenDown' then 118 - 70 * territory.chance('third', b.n)
      else 118 - 98 * territory.chance('third', b.n) end as third
  from territory.body b
), generation as (
  select s.n, s.fate, g.g, case g.g when 1 then s.first when 2 then s.first - 120 else s.third end as opened,
    case g.g when 1 then s.first - 20 when 2 then s.first - 132
      else case s.fate when 'before' then s.third - 15 when 'published' then s.third - 12 - 30 * territory.chance('length', s.n)
        when 'takenDown' then s.third - 12 - 30 * territory.chance('length', s.n) else s.third / 2 end end as ended,
    case when g.g = 1 then 'revised' when g.g = 2 then case when s.fate in ('published', 'before', 'takenDown') then 'revised' else 'published' end
      when s.fate = 'before' then 'published' else s.fate end as state
  from span s cross join generate_series(1, 3) g (g)
)
select g.n, g.g, territory.id('version', g.n * 3 + g.g) as id, g.state, t.last,
  case g.state when 'draft' then t.last - 1 when 'discarded' then t.last when 'confidentialityReview' then t.last + 3
    when 'riskAssessment' then t.last + 4 when 'departmentApproval' then t.last + 6 else t.last + 7 end as reached,
  territory.ago(g.opened) as opened, territory.ago(g.ended) as ended,
  -- When its successor was opened and published, and when it was taken down.
  case when g.g < 3 then territory.ago(lead(g.opened) over w) end as revised,
  case when g.state = 'revised' then territory.ago(lead(g.ended) over w) end as superseded,
  case when g.state = 'takenDown' then territory.ago(g.ended / 2) end as taken_down,
  case when g.state = 'scheduled' then territory.ago(-3 - g.n % 17) end as publish_at
from generation g cross join settings t window w as (partition by g.n order by g.g);
alter table territory.version add primary key (n, g);
analyze territory.version;
