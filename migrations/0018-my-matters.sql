-- Whose turn it is in a matter: the capacities that the lifecycle asks next. Read from what stands, as the worklist is; kept is nothing.
create function matter_awaits(p_machine text, p_state text) returns text[] language sql immutable set search_path = mulu, pg_temp as $$
  select case
    when p_machine = 'obligation' and p_state in ('open', 'overdue') then array['compiler']
    when p_machine = 'rectification' and p_state in ('issued', 'overdue') then array['compiler', 'departmentLeader']
    when p_machine = 'rectification' and p_state = 'answered' then array['givingOffice']
    when p_machine = 'progressReport' and p_state in ('drafting', 'overdue') then array['ownOffice', 'compiler', 'departmentLeader']
    when p_machine = 'progressReport' and p_state = 'submitted' then array['givingOffice']
    else '{}' end
$$;

-- Everybody whose turn it is in a matter, and in which capacity.
create function matter_turns(p_matter uuid) returns table (person uuid, role text) language plpgsql stable security definer set search_path = mulu, pg_temp as $$
begin
  return query
    select distinct on (h.person) h.person, h.role
    from matter m cross join lateral capacities(m.organization_id, m.region_code, m.office_region, null) h
    where m.id = p_matter and h.role = any (matter_awaits(m.machine_id, m.state)) order by h.person, h.principal is not null, h.role;
end $$;

-- What there is to tell people of a matter: whose turn it is since which step, for which deadline somebody was reminded, and who of the giving office is to
-- know that it is late.
create function matter_told(p_matter uuid) returns jsonb language plpgsql stable security definer set search_path = mulu, pg_temp as $$
begin
  return (
    select jsonb_build_object('machine', m.machine_id, 'state', m.state,
      'turns', coalesce((select jsonb_agg(jsonb_build_object('person', t.person, 'role', t.role)) from matter_turns(m.id) t), '[]'),
      'superiors', case when m.state = 'overdue' and m.escalated_for = m.due_on then coalesce((
        select jsonb_agg(distinct h.person) from capacities(m.organization_id, m.region_code, m.office_region, null) h where h.role = 'givingOffice'), '[]') else '[]' end,
      'reminded', m.reminded_for is not distinct from m.due_on and m.due_on is not null,
      -- The last step that handed it over, and the last of each kind of the clock's.
      'handed', (select jsonb_build_object('seq', e.seq, 'type', e.type) from log_event e where e.stream = m.id
                 and e.type not in ('remind', 'escalate', 'recompute', 'extend', 'compose', 'edit', 'fallOverdue') order by e.seq desc limit 1),
      'clock', (select jsonb_object_agg(c.type, c.seq) from (
        select e.type, max(e.seq) as seq from log_event e where e.stream = m.id and e.type in ('remind', 'fallOverdue', 'escalate') group by e.type) c))
    from matter m where m.id = p_matter);
end $$;

-- The matters in which it is somebody's own turn, the nearest deadline first; and the tasks under which the superior was told of bodies that are late.
create function my_matters(p_token text, p_limit integer) returns jsonb
language plpgsql stable security definer set search_path = mulu, pg_temp set plan_cache_mode = force_custom_plan set jit = off as $$
declare v_person uuid := session_person(p_token);
begin
  if v_person is null then
    return null;
  end if;
  return (
    with recursive mine as (select distinct a.organization_id, a.region_code from live_appointment a where a.account_id = v_person),
    -- Where the offices are whose matters may be mine to judge: looked at once, not for each matter.
    below (code) as (
      select m.region_code from mine m where m.region_code is not null
      union
      select r.code from region r join below b on r.parent_code = b.code
    ), near as (
      select m.* from matter m
      where m.state in ('open', 'overdue', 'issued', 'drafting') and m.organization_id in (select organization_id from mine)
      union
      -- What an office writes or takes in: by its territory.
      select m.* from matter m
      where m.machine_id = 'progressReport' and m.state in ('drafting', 'overdue') and m.organization_id is null
        and m.region_code in (select region_code from mine)
      union
      select m.* from matter m
      where m.state in ('answered', 'submitted') and m.office_region in (select code from below)
    ), turn as (
      select n.*, h.role from near n cross join lateral (
        select c.role from capacities(n.organization_id, n.region_code, n.office_region, v_person) c
        where c.role = any (matter_awaits(n.machine_id, n.state)) order by c.principal is not null, c.role limit 1) h
      order by n.due_on, n.id limit p_limit
    )
    select jsonb_build_object(
      'items', coalesce((
        select jsonb_agg(jsonb_build_object(
          'id', t.id, 'machine', t.machine_id, 'purpose', t.purpose, 'state', t.state, 'role', t.role, 'dueOn', t.due_on, 'provisional', t.due_provisional,
          'period', t.period, 'number', coalesce(nullif(t.number, ''), p.number, ''), 'title', coalesce(nullif(t.title, ''), p.title, ''),
          'region', (select jsonb_build_object('code', r.code, 'name', r.name) from region r where r.code = t.region_code),
          'organization', (select jsonb_build_object('id', o.id, 'name', o.name) from organization o where o.id = t.organization_id),
          'since', (select e.at from log_event e where e.stream = t.id and e.seq = t.state_seq)) order by t.due_on, t.id)
        from turn t left join matter p on p.id = t.parent_id), '[]'),
      'escalated', coalesce((
        select jsonb_agg(jsonb_build_object('id', e.id, 'number', e.number, 'title', e.title, 'region', e.region_code, 'count', e.count) order by e.count desc)
        from (
          select t.id, t.number, t.title, t.region_code, l.count
          from (
            select m.parent_id, m.office_region, count(*) as count from matter m
            where m.machine_id = 'obligation' and m.state = 'overdue' and m.escalated_for = m.due_on and m.office_region in (select code from below)
            group by m.parent_id, m.office_region) l
          join matter t on t.id = l.parent_id
          where exists (select from territory_hands(l.office_region, v_person) h where h.role = 'leadingGroupOffice')) e), '[]')));
end $$;

revoke execute on function matter_awaits(text, text), matter_turns(uuid), matter_told(uuid), my_matters(text, integer) from public;
grant execute on function matter_told(uuid), my_matters(text, integer) to mulu_app;
