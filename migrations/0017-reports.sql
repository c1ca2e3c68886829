-- Reports upward (进展报告, 年度报告): what they count, whom they are for, and which are to be opened. A report holds numbers and what its author writes; nothing in
-- here reads the text of an item.

-- What a report counts at p_to, and in the time from p_from until then: over the territory that it is about, or over its body. Whoever may not look at the report
-- gets null. The obligations are the board's own rows, so that a number and the list behind it are one.
create function report_figures(p_token text, p_matter uuid, p_from timestamptz, p_to timestamptz) returns jsonb
language plpgsql stable security definer set search_path = mulu, pg_temp set plan_cache_mode = force_custom_plan set jit = off as $$
declare v_report matter;
begin
  select * into v_report from matter where id = p_matter and machine_id = 'progressReport';
  if not found or not matter_readable(session_person(p_token), v_report) then
    return null;
  end if;
  return (
    with recursive below (code) as (
      select v_report.region_code
      union all
      select r.code from region r join below b on r.parent_code = b.code
    ), body as (
      select o.id from organization o
      where case when v_report.organization_id is null then o.region_code in (select b.code from below b) else o.id = v_report.organization_id end
    ), owed as (
      select r.* from progress_rows(v_report.region_code, null, p_to, day_here(p_to)) r
      where v_report.organization_id is null or r.organization_id = v_report.organization_id
    ), published as (
      select p.version_id, p.catalogue_id, p.published_at,
        (select e.to_state from log_event e where e.stream = p.version_id and e.machine_id = 'catalogueVersion' and e.at <= p_to
         order by e.at desc, e.seq desc limit 1) as state
      from body o join catalogue c on c.organization_id = o.id join publication p on p.catalogue_id = c.id where p.published_at <= p_to
    ), shown as (
      select p.version_id, p.catalogue_id, count(*) filter (where not exists (
          select from bar b where b.item_id = pi.item_id and b.content_hash = pi.content_hash and b.at >= p.published_at and b.at <= p_to)) as items
      from published p join publication_item pi on pi.version_id = p.version_id where p.state = 'published' group by p.version_id, p.catalogue_id
    ), confirmed as (
      -- As the board tells how fresh a catalogue is: by a version in which somebody decided on a text, and be it to take it out; or by its first.
      select distinct p.catalogue_id from published p join catalogue_version v on v.id = p.version_id
      where day_here(p.published_at) >= (day_here(p_to) - interval '12 months')::date
        and (v.predecessor_id is null or exists (
          select from decision d where d.version_id = v.id and d.decided_by is not null and d.voided_seq is null
            and (d.kind = 'clear' or d.kind = 'determine' and d.outcome = 'open'
                 or (d.kind in ('withhold', 'discloseOnApplication', 'rejectRisk') or d.kind = 'determine' or d.kind = 'setAside' and d.predecessor = 'drop')
                    and exists (select from publication_item was where was.version_id = v.predecessor_id and was.item_id = d.item_id))))
    ), noticed as (
      select m.id, e.type, e.to_state, e.at, e.seq = max(e.seq) over (partition by m.id) as last
      from matter m join log_event e on e.stream = m.id and e.at <= p_to
      where m.machine_id = 'rectification' and m.purpose = 'rectification' and m.organization_id in (select o.id from body o)
    )
    select jsonb_build_object(
        'tasks', count(distinct o.parent_id), 'bodies', count(*),
        'notStarted', count(*) filter (where o.stage = 'notStarted'), 'draft', count(*) filter (where o.stage = 'draft'),
        'confidentialityReview', count(*) filter (where o.stage = 'confidentialityReview'),
        'riskAssessment', count(*) filter (where o.stage = 'riskAssessment'),
        'departmentApproval', count(*) filter (where o.stage = 'departmentApproval'), 'scheduled', count(*) filter (where o.stage = 'scheduled'),
        'fulfilled', count(*) filter (where o.stage = 'fulfilled'), 'doneOutside', count(*) filter (where o.stage = 'doneOutside'),
        'exempted', count(*) filter (where o.stage = 'exempted'), 'done', count(*) filter (where o.done),
        'onTime', count(*) filter (where o.on_time), 'late', count(*) filter (where o.late), 'overdue', count(*) filter (where o.overdue))
      || (select jsonb_build_object('versionsPublished', count(*) filter (where p.published_at >= p_from)) from published p)
      || (select jsonb_build_object('catalogues', count(*), 'items', coalesce(sum(s.items), 0),
            'stale', count(*) filter (where s.catalogue_id not in (select c.catalogue_id from confirmed c))) from shown s)
      || (select jsonb_build_object('noticesIssued', count(distinct n.id) filter (where n.type = 'issue' and n.at >= p_from),
            'noticesAnswered', count(distinct n.id) filter (where n.type = 'answer' and n.at >= p_from),
            'noticesAccepted', count(distinct n.id) filter (where n.type = 'accept' and n.at >= p_from),
            'noticesOpen', count(*) filter (where n.last and n.to_state in ('issued', 'overdue', 'answered'))) from noticed n)
    from owed o);
end $$;

-- The territory whose office takes a report in: the nearest one, from the one that it goes to upward, whose office is on the system.
create function report_receiver(p_office text) returns text language plpgsql stable set search_path = mulu, pg_temp as $$
begin
  return (
    select l.code from region_lineage(p_office) with ordinality l (code, height)
    where exists (select from live_appointment a where a.role = 'leadingGroupOffice' and a.region_code = l.code and a.principal_id is null)
    order by l.height limit 1);
end $$;

-- The reports that somebody may read: of the territories that their office or audit covers, and of the bodies at which they hold a role. What is theirs to write, by
-- deadline; what is theirs to take in; what others are at; what was received, the newest first. p_after: [rank, place, id] of the last one that was shown. Null
-- without a session.
create function reports_told(p_token text, p_region text, p_organization uuid, p_purpose text, p_period text, p_state text, p_group text, p_after text[],
  p_limit integer) returns jsonb
language plpgsql stable security definer set search_path = mulu, pg_temp set plan_cache_mode = force_custom_plan set jit = off as $$
declare v_person uuid := session_person(p_token);
begin
  if v_person is null then
    return null;
  end if;
  return coalesce((
    with recursive territory as (select distinct t.region_code, t.role from territories_of(p_token) t),
    over (code) as (
      select t.region_code from territory t
      union
      select r.code from region r join over o on r.parent_code = o.code
    ), asked (code) as (
      select r.code from region r where r.code = p_region
      union all
      select r.code from region r join asked a on r.parent_code = a.code
    ), office as (select t.region_code as code from territory t where t.role = 'leadingGroupOffice'),
    own as (
      select distinct a.organization_id, h.role from live_appointment a cross join lateral hands_at(a.organization_id, v_person) h
      where a.account_id = v_person and a.organization_id is not null
    ), found as (
      select m.*, case
          when m.state = 'received' then 'done'
          when m.state = 'submitted' and report_receiver(m.office_region) in (select f.code from office f) then 'toReceive'
          when m.state in ('drafting', 'overdue') and (m.organization_id is null and m.region_code in (select f.code from office f)
            or exists (select from own w where w.organization_id = m.organization_id and w.role in ('compiler', 'departmentLeader'))) then 'toWrite'
          else 'underWay' end as grouped
      from matter m
      where m.machine_id = 'progressReport'
        and (m.region_code in (select v.code from over v) or m.organization_id in (select w.organization_id from own w))
        and (p_region is null or m.region_code in (select a.code from asked a)) and (p_organization is null or m.organization_id = p_organization)
        and (p_purpose is null or m.purpose = p_purpose) and (p_period is null or m.period = p_period) and (p_state is null or m.state = p_state)
    ), ranked as (
      select f.*, array_position(array['toWrite', 'toReceive', 'underWay', 'done'], f.grouped) as rank,
        case f.grouped when 'done' then -extract(epoch from f.opened_at) else f.due_on - date '2000-01-01' end as place
      from found f where p_group is null or f.grouped = p_group
    ), page as (
      select k.* from ranked k
      where p_after is null or (k.rank, k.place, k.id) > (p_after[1]::integer, p_after[2]::numeric, p_after[3]::uuid)
      order by k.rank, k.place, k.id limit p_limit
    )
    select jsonb_agg(jsonb_build_object(
        'report', jsonb_build_object('id', p.id, 'purpose', p.purpose, 'period', p.period, 'state', p.state, 'title', p.title, 'group', p.grouped,
          'written', p.text_hash is not null, 'openedAt', p.opened_at,
          'organization', (select jsonb_build_object('id', o.id, 'name', o.name) from organization o where o.id = p.organization_id),
          'region', (select jsonb_build_object('code', r.code, 'name', r.name) from region r where r.code = p.region_code),
          'office', (select jsonb_build_object('code', r.code, 'name', r.name) from region r where r.code = p.office_region)),
        'deadline', jsonb_build_object('dueOn', p.due_on, 'dueRule', p.due_rule, 'provisional', p.due_provisional, 'doneOn', p.done_on),
        'key', jsonb_build_array(p.rank::text, p.place::text, p.id::text)) order by p.rank, p.place, p.id)
    from page p), '[]');
end $$;

revoke execute on function report_figures(text, uuid, timestamptz, timestamptz), report_receiver(text),
  reports_told(text, text, uuid, text, text, text, text, text[], integer) from public;
grant execute on function report_figures(text, uuid, timestamptz, timestamptz),
  reports_told(text, text, uuid, text, text, text, text, text[], integer) to mulu_app;
