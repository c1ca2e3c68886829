-- Notices that offices send to bodies (督办, 征询), as their readers find them. Whoever has a hand over a notice finds it: an office or an audit whose
-- territory covers the body, and whoever holds a role at the body. That is what `capacities` says, asked here of a whole list at once.

-- My turn first, the nearest deadline first; then what waits for others; then what is ended, the newest first. p_mine: my turn only.
-- p_after: [rank, order, id] of the last one that was shown. Null without a session.
create function rectifications_told(p_token text, p_region text, p_organization uuid, p_parent uuid, p_state text, p_purpose text, p_words text,
  p_mine boolean, p_after text[], p_limit integer) returns jsonb
language plpgsql stable security definer set search_path = mulu, pg_temp set plan_cache_mode = force_custom_plan set jit = off as $$
declare v_person uuid := session_person(p_token);
begin
  if v_person is null then
    return null;
  end if;
  return coalesce((
    with recursive over (code, role) as (
      select t.region_code, t.role from territories_of(p_token) t
      union
      select r.code, o.role from region r join over o on r.parent_code = o.code
    ), asked (code) as (
      select r.code from region r where r.code = p_region
      union all
      select r.code from region r join asked a on r.parent_code = a.code
    ), own as (
      select distinct a.organization_id, h.role from live_appointment a cross join lateral hands_at(a.organization_id, v_person) h
      where a.account_id = v_person and a.organization_id is not null
    ), turn (state, roles) as materialized (
      select s.state, matter_awaits('rectification', s.state) from (select distinct t.to_state as state from transition t where t.machine_id = 'rectification') s
    ), found as (
      select m.*, o.name, t.roles,
        (m.organization_id, m.state) in (select w.organization_id, u.state from own w join turn u on w.role = any (u.roles))
          or (m.office_region, m.state) in (select v.code, u.state from over v join turn u on 'givingOffice' = any (u.roles) where v.role = 'leadingGroupOffice')
          as mine
      from matter m join organization o on o.id = m.organization_id join turn t on t.state = m.state
      where m.machine_id = 'rectification'
        and (m.region_code in (select v.code from over v) or m.organization_id in (select w.organization_id from own w))
        and (p_region is null or m.region_code in (select a.code from asked a))
        and (p_organization is null or m.organization_id = p_organization) and (p_parent is null or m.parent_id = p_parent)
        and (p_state is null or m.state = p_state) and (p_purpose is null or m.purpose = p_purpose)
        and (p_words is null or m.title ilike p_words or m.number ilike p_words or o.name ilike p_words)
    ), ranked as (
      select f.*, r.rank, case when r.rank = 2 then -extract(epoch from f.opened_at) else f.due_on - date '2000-01-01' end as place
      from found f cross join lateral (select case when f.mine then 0 when f.roles <> '{}' then 1 else 2 end as rank) r
    ), page as (
      select k.* from ranked k
      where (k.mine or not p_mine)
        and (p_after is null or (k.rank, k.place, k.id) > (p_after[1]::integer, p_after[2]::numeric, p_after[3]::uuid))
      order by k.rank, k.place, k.id limit p_limit
    )
    select jsonb_agg(jsonb_build_object(
      'notice', jsonb_build_object(
        'id', p.id, 'purpose', p.purpose, 'state', p.state, 'number', p.number, 'title', p.title, 'issuedAt', p.opened_at, 'mine', p.mine,
        'organization', jsonb_build_object('id', p.organization_id, 'name', p.name),
        'region', (select jsonb_build_object('code', r.code, 'name', r.name) from region r where r.code = p.region_code),
        'office', (select jsonb_build_object('code', r.code, 'name', r.name) from region r where r.code = p.office_region),
        'holder', rectification_holder(p.organization_id, p.office_region, p.roles)),
      'deadline', jsonb_build_object('dueOn', p.due_on, 'dueRule', p.due_rule, 'provisional', p.due_provisional, 'doneOn', p.done_on),
      'key', jsonb_build_array(p.rank::text, p.place::text, p.id::text)) order by p.rank, p.place, p.id)
    from page p), '[]');
end $$;

-- Who holds a notice now: at the body whoever may answer, a compiler before the leader; of the offices that may judge the answer the one that gave it.
-- Null once it is ended. Asked for each row of a page: its plans, and those of what it asks, are kept, whatever the caller does with its own.
create function rectification_holder(p_organization uuid, p_office text, p_awaits text[]) returns jsonb
language plpgsql stable set search_path = mulu, pg_temp set plan_cache_mode = auto as $$
begin
  if p_awaits = '{}' then
    return null;
  end if;
  return coalesce((
    with hands as (
      select h.role, h.person, array_position(p_awaits, h.role) as place from hands_at(p_organization) h where h.role = any (p_awaits)
      union
      select 'givingOffice', t.person, case when t.exactly then 0 else 1 end from territory_hands(p_office, null) t
      where t.role = 'leadingGroupOffice' and 'givingOffice' = any (p_awaits)
    )
    select jsonb_build_object('role', h.role, 'people', jsonb_agg(distinct a.display_name))
    from hands h join account a on a.id = h.person group by h.place, h.role order by h.place limit 1),
    jsonb_build_object('role', p_awaits[1], 'people', '[]'::jsonb));
end $$;

revoke execute on function rectifications_told(text, text, uuid, uuid, text, text, text, boolean, text[], integer),
  rectification_holder(uuid, text, text[]) from public;
grant execute on function rectifications_told(text, text, uuid, uuid, text, text, text, boolean, text[], integer) to mulu_app;
