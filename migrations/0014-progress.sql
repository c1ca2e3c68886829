-- How far a territory is. Nothing is counted in advance: every number is read from the obligations and the versions as they stand, or, for a moment
-- of the past, from the log; and a number and the list behind it are the same rows, so they cannot disagree (docs/decisions/0023).

-- The last step of a version, and of an obligation, up to a moment: found without reading the log, however long it is. The steps of items, of which there
-- are hundreds to each of these, are not in them, nor do they pay for them.
create index log_event_of_version on log_event (stream, at, seq) include (to_state) where machine_id = 'catalogueVersion';
create index log_event_of_obligation on log_event (stream, at, seq) include (from_state, to_state) where machine_id = 'obligation';

-- A lineage is a handful of regions. The planner's own guess is a thousand, for which it would rather read all appointments than look for some.
alter function region_lineage(text) rows 5;

-- As in 0011, and cheap enough for each of thousands of rows: what it names lies in pg_catalog, so it needs no search path of its own, and is inlined.
create or replace function day_here(p_at timestamptz) returns date language sql immutable as $$
  select (p_at at time zone 'Asia/Shanghai')::pg_catalog.date
$$;

-- The obligations in a region and below, under a task or all, as they stand (p_at null) or stood: where each is, and how its deadline stands. p_notice: the
-- last day of which a deadline counts as near. Everything that is counted or listed anywhere is defined here. `top`: the child of p_region that it lies
-- in, or p_region itself. Functions with settings of their own are dear when they are called for each row: none is (docs/performance.md).
create function progress_rows(p_region text, p_task uuid, p_at timestamptz, p_notice date)
returns table (id uuid, organization_id uuid, region_code text, top text, parent_id uuid, state text, stage text, version_id uuid, due_on date,
               provisional boolean, done_on date, done boolean, on_time boolean, late boolean, overdue boolean, due_soon boolean)
language plpgsql stable set search_path = mulu, pg_temp set plan_cache_mode = force_custom_plan set jit = off as $$
declare v_today date := day_here(coalesce(p_at, clock_timestamp()));
begin
  return query
  with recursive below (code, top) as (
    select r.code, r.code from region r where r.code = p_region
    union all
    select r.code, case when b.code = p_region then r.code else b.top end from region r join below b on r.parent_code = b.code
  ), asked as materialized (
    -- Before anything is looked up about them, which the planner might otherwise do for the obligations of all regions.
    select m.id, m.organization_id, m.region_code, b.top, m.parent_id, m.state, m.due_on, m.due_provisional, m.done_on
    from below b join matter m on m.region_code = b.code
    where m.machine_id = 'obligation' and (p_task is null or m.parent_id = p_task)
  ), stood as (
    -- Withdrawn is not to be done: it is in no number.
    select m.id, m.organization_id, m.region_code, m.top, m.parent_id, m.state, m.due_on, m.due_provisional as provisional, m.done_on
    from asked m where p_at is null and m.state <> 'withdrawn'
    union all
    select m.id, m.organization_id, m.region_code, m.top, m.parent_id, last.to_state, (said.due ->> 'dueOn')::date,
      coalesce((said.due ->> 'dueProvisional')::boolean, false), (done.facts ->> 'doneOn')::date
    from asked m
    cross join lateral (
      select e.to_state from log_event e where e.stream = m.id and e.machine_id = 'obligation' and e.at <= p_at order by e.at desc, e.seq desc limit 1) last
    -- Bodies are canonical, so that a fact is found by its bytes; only the event that says it is taken apart.
    cross join lateral (
      select convert_from(e.body, 'UTF8')::jsonb -> 'facts' as due from log_event e
      where e.stream = m.id and e.machine_id = 'obligation' and e.at <= p_at and position(convert_to('"dueOn":', 'UTF8') in e.body) > 0
      order by e.at desc, e.seq desc limit 1) said
    left join lateral (
      select convert_from(e.body, 'UTF8')::jsonb -> 'facts' as facts from log_event e
      where last.to_state in ('fulfilled', 'doneOutside') and e.stream = m.id and e.machine_id = 'obligation' and e.at <= p_at
        and position(convert_to('"doneOn":', 'UTF8') in e.body) > 0
      order by e.at desc, e.seq desc limit 1) done on true
    where p_at is not null and last.to_state <> 'withdrawn'
  ), open_now as (
    select v.id, v.catalogue_id, v.state from catalogue_version v
    where p_at is null and v.state in ('draft', 'confidentialityReview', 'riskAssessment', 'departmentApproval', 'scheduled')
  ), open_then as (
    -- A version is opened when the one before it is closed: only the newest of a catalogue can have been on its way.
    select v.id, c.id as catalogue_id, last.to_state as state
    from (select distinct s.organization_id from stood s where p_at is not null) o
    join catalogue c on c.organization_id = o.organization_id
    cross join lateral (select x.id from catalogue_version x where x.catalogue_id = c.id and x.opened_at <= p_at order by x.number desc limit 1) v
    cross join lateral (
      select e.to_state from log_event e where e.stream = v.id and e.machine_id = 'catalogueVersion' and e.at <= p_at order by e.at desc, e.seq desc limit 1) last
  ), going as (
    -- Of a body with several catalogues the one that is furthest.
    select distinct on (c.organization_id) c.organization_id, v.id, v.state
    from (select * from open_now union all select * from open_then) v
    join (values ('draft', 1), ('confidentialityReview', 2), ('riskAssessment', 3), ('departmentApproval', 4), ('scheduled', 5)) way (state, rank)
      on way.state = v.state
    join catalogue c on c.id = v.catalogue_id
    order by c.organization_id, way.rank desc, v.id
  )
  select s.id, s.organization_id, s.region_code, s.top, s.parent_id, s.state,
    case when s.state in ('open', 'overdue') then coalesce(g.state, 'notStarted') else s.state end,
    case when s.state in ('open', 'overdue') then g.id end,
    s.due_on, s.provisional, s.done_on,
    d.done, d.done and s.done_on <= s.due_on, d.done and s.done_on > s.due_on,
    s.state in ('open', 'overdue') and s.due_on < v_today, s.state in ('open', 'overdue') and s.due_on between v_today and p_notice
  from stood s left join going g on g.organization_id = s.organization_id
  cross join lateral (select s.state in ('fulfilled', 'doneOutside') as done) d;
end $$;

-- Whether somebody's office or audit covers a region: only they see how far it is.
create function may_oversee(p_person uuid, p_region text) returns boolean language plpgsql stable set search_path = mulu, pg_temp as $$
begin
  return exists (select from territory_hands(p_region, p_person));
end $$;

-- The roll-up of a region: its children, its own bodies, all of it. Null for whoever does not oversee it.
create function progress_told(p_token text, p_region text, p_task uuid, p_at timestamptz, p_notice date) returns jsonb
language plpgsql stable security definer set search_path = mulu, pg_temp set plan_cache_mode = force_custom_plan set jit = off as $$
declare
  v_person uuid := session_person(p_token);
begin
  if not may_oversee(v_person, p_region) then
    return null;
  end if;
  return (
    with rows as materialized (select * from progress_rows(p_region, p_task, p_at, p_notice)),
    cells as (
      select r.top, count(*) as bodies, count(*) filter (where r.done) as done, count(*) filter (where r.on_time) as on_time,
        count(*) filter (where r.late) as late, count(*) filter (where r.overdue) as overdue, count(*) filter (where r.due_soon) as due_soon,
        min(r.due_on) filter (where r.state in ('open', 'overdue')) as next_due,
        bool_or(r.provisional) filter (where r.state in ('open', 'overdue')) as provisional,
        jsonb_build_object('notStarted', count(*) filter (where r.stage = 'notStarted'), 'draft', count(*) filter (where r.stage = 'draft'),
          'confidentialityReview', count(*) filter (where r.stage = 'confidentialityReview'),
          'riskAssessment', count(*) filter (where r.stage = 'riskAssessment'), 'departmentApproval', count(*) filter (where r.stage = 'departmentApproval'),
          'scheduled', count(*) filter (where r.stage = 'scheduled'), 'fulfilled', count(*) filter (where r.stage = 'fulfilled'),
          'doneOutside', count(*) filter (where r.stage = 'doneOutside'), 'exempted', count(*) filter (where r.stage = 'exempted')) as stages
      from rows r group by grouping sets ((r.top), ())
    ), told as (
      select c.top, jsonb_build_object('bodies', c.bodies, 'done', c.done, 'onTime', c.on_time, 'late', c.late, 'overdue', c.overdue, 'dueSoon', c.due_soon,
        'nextDue', c.next_due, 'provisional', coalesce(c.provisional, false), 'stages', c.stages) as cells
      from cells c
    ), above as materialized (
      -- Few, and looked at one by one only when it is known which they are.
      select up.code, up.name from region_lineage(p_region) l (code) join region up on up.code = l.code where up.code <> p_region
    )
    select jsonb_build_object(
      'region', jsonb_build_object('code', here.code, 'name', here.name, 'level', here.level),
      'parents', (
        select coalesce(jsonb_agg(jsonb_build_object('code', up.code, 'name', up.name) order by length(rtrim(up.code, '0')), up.code), '[]')
        from above up where may_oversee(v_person, up.code)),
      'asOf', coalesce(p_at, clock_timestamp()), 'today', day_here(coalesce(p_at, clock_timestamp())),
      'total', (select t.cells from told t where t.top is null),
      'own', (select t.cells from told t where t.top = p_region),
      'children', coalesce((
        select jsonb_agg(jsonb_build_object('region', jsonb_build_object('code', r.code, 'name', r.name, 'level', r.level), 'cells', t.cells) order by r.code)
        from region r left join told t on t.top = r.code where r.parent_code = p_region), '[]'))
    from region here where here.code = p_region);
end $$;

-- The list behind every number: the same rows, by region and name, with how many there are on all pages. p_own: the region's own bodies only. p_timing: done,
-- onTime, late, overdue, dueSoon, open. A task that none of the region's obligations is under has no name here.
create function obligations_told(p_token text, p_region text, p_task uuid, p_at timestamptz, p_notice date, p_own boolean, p_stage text, p_timing text,
  p_words text, p_after text[], p_limit integer) returns jsonb
language plpgsql stable security definer set search_path = mulu, pg_temp set plan_cache_mode = force_custom_plan set jit = off as $$
begin
  if not may_oversee(session_person(p_token), p_region) then
    return null;
  end if;
  return (
    with rows as materialized (select * from progress_rows(p_region, p_task, p_at, p_notice)),
    chosen as materialized (
      select r.*, o.name from rows r join organization o on o.id = r.organization_id
      where (not p_own or r.top = p_region) and (p_stage is null or r.stage = p_stage)
        and case p_timing when 'done' then r.done when 'onTime' then r.on_time when 'late' then r.late when 'overdue' then r.overdue
              when 'dueSoon' then r.due_soon when 'open' then r.state in ('open', 'overdue') else true end
        and (p_words is null or o.name ilike p_words)
    ), page as (
      select c.* from chosen c
      where p_after is null or (c.region_code, c.name, c.id) > (p_after[1], p_after[2], p_after[3]::uuid)
      order by c.region_code, c.name, c.id limit p_limit
    ), items as (
      select jsonb_agg(jsonb_build_object(
        'id', p.id, 'organization', jsonb_build_object('id', p.organization_id, 'name', p.name),
        'region', (select jsonb_build_object('code', g.code, 'name', g.name) from region g where g.code = p.region_code),
        'task', (select jsonb_build_object('id', t.id, 'number', t.number, 'title', t.title) from matter t where t.id = p.parent_id),
        'state', p.state, 'stage', p.stage, 'versionId', p.version_id, 'dueOn', p.due_on, 'provisional', p.provisional, 'doneOn', p.done_on,
        'overdue', p.overdue, 'dueSoon', p.due_soon, 'onTime', case when p.done then p.on_time end,
        'holder', case when p_at is null and p.state in ('open', 'overdue') then (
          select jsonb_build_object('role', h.role, 'people', coalesce((
            select jsonb_agg(distinct a.display_name) from hands_at(p.organization_id) x join account a on a.id = x.person where x.role = h.role), '[]'))
          from (select case p.stage when 'confidentialityReview' then 'confidentialityOfficer' when 'riskAssessment' then 'riskAssessor'
                       when 'departmentApproval' then 'departmentLeader' when 'scheduled' then 'system' else 'compiler' end as role) h) end)
        order by p.region_code, p.name, p.id) as told
      from page p
    )
    select jsonb_build_object(
      'region', jsonb_build_object('code', here.code, 'name', here.name),
      'task', (
        select jsonb_build_object('id', t.id, 'number', t.number, 'title', t.title) from matter t where t.id = p_task and exists (select from rows)),
      'total', (select count(*) from chosen), 'items', coalesce((select i.told from items i), '[]'))
    from region here where here.code = p_region);
end $$;

-- How the obligations of a region moved: for each day on which some did, by how many each state grew or shrank. Summed up it is how far it was.
create function progress_moves(p_token text, p_region text, p_task uuid) returns jsonb
language plpgsql stable security definer set search_path = mulu, pg_temp set plan_cache_mode = force_custom_plan set jit = off as $$
begin
  if not may_oversee(session_person(p_token), p_region) then
    return null;
  end if;
  return coalesce((
    with recursive below (code) as (
      select r.code from region r where r.code = p_region
      union all
      select r.code from region r join below b on r.parent_code = b.code
    ), moves as (
      select day_here(e.at) as day, e.from_state, e.to_state
      from below b join matter m on m.region_code = b.code join log_event e on e.stream = m.id and e.machine_id = 'obligation'
      where m.machine_id = 'obligation' and (p_task is null or m.parent_id = p_task) and e.from_state is distinct from e.to_state
    ), deltas as (
      select day, to_state as state, 1 as delta from moves
      union all
      select day, from_state, -1 from moves where from_state is not null
    ), sums as (select day, state, sum(delta) as delta from deltas group by day, state)
    select jsonb_agg(jsonb_build_object('day', d.day, 'deltas', d.deltas) order by d.day)
    from (select s.day, jsonb_object_agg(s.state, s.delta) as deltas from sums s where s.delta <> 0 group by s.day) d), '[]');
end $$;

revoke execute on function progress_rows(text, uuid, timestamptz, date), may_oversee(uuid, text),
  progress_told(text, text, uuid, timestamptz, date),
  obligations_told(text, text, uuid, timestamptz, date, boolean, text, text, text, text[], integer), progress_moves(text, text, uuid) from public;
grant execute on function progress_told(text, text, uuid, timestamptz, date),
  obligations_told(text, text, uuid, timestamptz, date, boolean, text, text, text, text[], integer), progress_moves(text, text, uuid) to mulu_app;
