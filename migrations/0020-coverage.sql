-- Which fields the published catalogues cover, and how long ago each catalogue was confirmed or revised. Nothing is counted in advance; a number and the list behind it
-- are the same rows. Of texts only what is public is read.

-- A field's name as names are compared (src/pilots, spellingOf): without spaces and the word 领域, brackets of one kind.
create function field_spelling(p_text text) returns text language sql immutable set search_path = mulu, pg_temp as $$
  select regexp_replace(regexp_replace(translate(p_text, '（）', '()'), '[\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]', '', 'g'), '领域$', '')
$$;

-- By field the items of a version are counted from the index alone: the texts of a whole territory are a gigabyte.
alter table publication_item add column field text generated always as (public_content ->> 'field') stored;
create index publication_item_field on publication_item (version_id, field);

-- What the catalogues in force show, without what a bar hides.
create view shown_item as
  select c.organization_id, c.id as catalogue_id, c.title, v.id as version_id, pi.item_id, pi.position, pi.public_content, pi.field
  from catalogue c
  join catalogue_version v on v.catalogue_id = c.id and v.state = 'published'
  join publication p on p.version_id = v.id
  join publication_item pi on pi.version_id = v.id
  where not exists (select from bar b where b.item_id = pi.item_id and b.content_hash = pi.content_hash and b.at >= p.published_at);

-- The bodies of a region and below; of the pilots only, when their regions are named.
create function bodies_below(p_region text, p_pilots text[]) returns table (organization_id uuid, name text, region_code text)
language plpgsql stable set search_path = mulu, pg_temp as $$
begin
  return query
    with recursive below (code, pilot) as (
      select r.code, p_pilots is null or exists (select from region_lineage(r.code) up where up = any (p_pilots)) from region r where r.code = p_region
      union all
      select r.code, b.pilot or r.code = any (p_pilots) from region r join below b on r.parent_code = b.code
    )
    select o.id, o.name, o.region_code from below b join organization o on o.region_code = b.code where b.pilot;
end $$;

-- How many items some bodies show, by what each says of its field, which may be nothing (''). As many as shown_item has.
create function fields_shown(p_bodies uuid[]) returns table (organization_id uuid, field text, items bigint)
language plpgsql stable set search_path = mulu, pg_temp set work_mem = '32MB' as $$
begin
  return query
    with in_force as materialized (
      select c.organization_id, c.id as catalogue_id, v.id as version_id, p.published_at
      from catalogue c join catalogue_version v on v.catalogue_id = c.id and v.state = 'published' join publication p on p.version_id = v.id
      where c.organization_id = any (p_bodies)
    ), counted as (
      select f.organization_id, pi.field, count(*) as items from in_force f join publication_item pi on pi.version_id = f.version_id group by 1, 2
      union all
      select f.organization_id, pi.field, -count(distinct pi.item_id)
      from in_force f join catalogue_version v on v.catalogue_id = f.catalogue_id join bar b on b.version_id = v.id and b.at >= f.published_at
      join publication_item pi on pi.version_id = f.version_id and pi.item_id = b.item_id and pi.content_hash = b.content_hash group by 1, 2
    )
    select c.organization_id, coalesce(c.field, ''), sum(c.items)::bigint from counted c group by 1, 2 having sum(c.items) > 0;
end $$;

-- The code of a pilot field by what is said of it; `none`: nothing, `other`: something that is none of them. p_fields: {spelling: code}.
create function field_code(p_field text, p_fields jsonb) returns text language sql immutable set search_path = mulu, pg_temp as $$
  select case when p_field = '' then 'none' else coalesce(p_fields ->> field_spelling(p_field), 'other') end
$$;

-- Body × field: how many items in force each body shows in each field. p_only: the regions of the pilots, where no other body is asked for. p_after: where the page before
-- ended, (region, name); the total over all bodies comes with the first page. Null for whoever does not oversee the region.
create function coverage_told(p_token text, p_region text, p_only text[], p_pilots text[], p_fields jsonb, p_after text[], p_limit integer) returns jsonb
language plpgsql stable security definer set search_path = mulu, pg_temp set plan_cache_mode = force_custom_plan set jit = off set work_mem = '32MB' as $$
begin
  if not may_oversee(session_person(p_token), p_region) then
    return null;
  end if;
  return (
    with body as materialized (select * from bodies_below(p_region, p_only)),
    page as materialized (
      select b.* from body b where p_after is null or (b.region_code, b.name) > (p_after[1], p_after[2]) order by b.region_code, b.name limit p_limit
    ), said as materialized (
      select * from fields_shown(case when p_after is null then array(select b.organization_id from body b) else array(select g.organization_id from page g) end)
    ), named as materialized (
      select f.field, field_code(f.field, p_fields) as code from (select distinct s.field from said s) f
    ), counted as materialized (
      select s.organization_id, n.code, sum(s.items)::int as items from said s join named n on n.field = s.field group by 1, 2
    ), told as materialized (
      select c.organization_id, jsonb_object_agg(c.code, c.items) as counts from counted c
      where c.organization_id in (select g.organization_id from page g) group by 1
    )
    select jsonb_build_object(
      'region', jsonb_build_object('code', here.code, 'name', here.name, 'level', here.level),
      'bodies', (select count(*) from body),
      'total', case when p_after is null then (
        select coalesce(jsonb_object_agg(t.code, t.items), '{}') from (select c.code, sum(c.items)::int as items from counted c group by c.code) t) end,
      'items', coalesce((
        select jsonb_agg(jsonb_build_object(
          'organization', jsonb_build_object('id', g.organization_id, 'name', g.name),
          'region', (select jsonb_build_object('code', r.code, 'name', r.name) from region r where r.code = g.region_code),
          'pilot', exists (select from region_lineage(g.region_code) up where up = any (p_pilots)),
          'counts', coalesce(t.counts, '{}')) order by g.region_code, g.name)
        from page g left join told t on t.organization_id = g.organization_id), '[]'))
    from region here where here.code = p_region);
end $$;

-- The items that a number of the matrix counts, by region, body, catalogue and place in it. A page ends within the first so-and-so-many bodies that have any.
create function coverage_items_told(p_token text, p_region text, p_only text[], p_organization uuid, p_field text, p_fields jsonb, p_after text[], p_limit integer)
returns jsonb language plpgsql stable security definer set search_path = mulu, pg_temp set plan_cache_mode = force_custom_plan set jit = off set work_mem = '32MB' as $$
begin
  if not may_oversee(session_person(p_token), p_region) then
    return null;
  end if;
  return coalesce((
    with body as materialized (
      select * from bodies_below(p_region, p_only) b
      where (p_organization is null or b.organization_id = p_organization) and (p_after is null or (b.region_code, b.name) >= (p_after[1], p_after[2]))
    ), said as materialized (
      select * from fields_shown(array(select b.organization_id from body b))
    ), words as materialized (
      select distinct s.field from said s
    ), meant as materialized (
      select w.field from words w where p_field is null or field_code(w.field, p_fields) = p_field
    ), near as materialized (
      select b.* from body b
      where b.organization_id in (select s.organization_id from said s where s.field in (select m.field from meant m))
      -- One more: of the body at which the page before ended nothing may be left.
      order by b.region_code, b.name limit p_limit + 1
    ), page as (
      select n.name, n.region_code, s.* from shown_item s join near n on n.organization_id = s.organization_id
      -- Said twice: these bodies are few, which the plan learns from an array only.
      where s.organization_id = any (array(select f.organization_id from near f)) and coalesce(s.field, '') = any (array(select m.field from meant m))
        and (p_after is null or (n.region_code, n.name, s.catalogue_id, s.position, s.item_id)
                              > (p_after[1], p_after[2], p_after[3]::uuid, p_after[4]::numeric, p_after[5]::uuid))
      order by n.region_code, n.name, s.catalogue_id, s.position, s.item_id limit p_limit
    )
    select jsonb_agg(jsonb_build_object('key', jsonb_build_array(p.region_code, p.name, p.catalogue_id, p.position::text, p.item_id), 'item', jsonb_build_object(
        'id', p.item_id, 'path', p.public_content -> 'path', 'field', p.field,
        'catalogue', jsonb_build_object('id', p.catalogue_id, 'title', p.title),
        'organization', jsonb_build_object('id', p.organization_id, 'name', p.name),
        'region', (select jsonb_build_object('code', r.code, 'name', r.name) from region r where r.code = p.region_code)))
      order by p.region_code, p.name, p.catalogue_id, p.position, p.item_id)
    from page p), '[]');
end $$;

-- How each catalogue of a region stands. It was refreshed when the last version was published in which somebody signed for a text that it shows, or took one away; a version
-- of nothing but carried-over texts was kept, not confirmed. `since_first`: nothing of the kind since it first appeared. `top`: the child of p_region that it lies in, or it.
create function catalogues_stand(p_region text)
returns table (top text, region_code text, organization_id uuid, name text, catalogue_id uuid, title text, version_id uuid, number int, published_at timestamptz,
               refreshed_at timestamptz, since_first boolean, bucket text)
language plpgsql stable set search_path = mulu, pg_temp set plan_cache_mode = force_custom_plan set jit = off as $$
declare v_today date := day_here(clock_timestamp());
begin
  return query
  with recursive below (code, top) as (
    select r.code, r.code from region r where r.code = p_region
    union all
    select r.code, case when b.code = p_region then r.code else b.top end from region r join below b on r.parent_code = b.code
  )
  select b.top, o.region_code, o.id, o.name, c.id, c.title, last.id, last.number, last.published_at, fresh.published_at, coalesce(fresh.number = first.number, false),
    case when last.id is null then 'never' when last.state <> 'published' then 'takenDown'
         when day_here(fresh.published_at) >= (v_today - interval '6 months')::date then 'within6Months'
         when day_here(fresh.published_at) >= (v_today - interval '12 months')::date then 'within12Months' else 'older' end
  from below b join organization o on o.region_code = b.code join catalogue c on c.organization_id = o.id
  left join lateral (
    select v.id, v.number, v.state, p.published_at from catalogue_version v join publication p on p.version_id = v.id
    where v.catalogue_id = c.id order by v.number desc limit 1) last on true
  left join lateral (
    select v.number from catalogue_version v join publication p on p.version_id = v.id where v.catalogue_id = c.id order by v.number limit 1) first on true
  left join lateral (
    select v.number, p.published_at from catalogue_version v join publication p on p.version_id = v.id
    where last.state = 'published' and v.catalogue_id = c.id and (v.number = first.number or exists (
      select from decision d where d.version_id = v.id and d.decided_by is not null and d.voided_seq is null
        and (d.kind = 'clear' or d.kind = 'determine' and d.outcome = 'open'
             or (d.kind in ('withhold', 'discloseOnApplication', 'rejectRisk') or d.kind = 'determine' or d.kind = 'setAside' and d.predecessor = 'drop')
                and exists (select from publication_item was where was.version_id = v.predecessor_id and was.item_id = d.item_id))))
    order by v.number desc limit 1) fresh on true;
end $$;

-- How many catalogues of a region, of its own bodies and of each of its children are how fresh. Null for whoever does not oversee it.
create function freshness_told(p_token text, p_region text) returns jsonb
language plpgsql stable security definer set search_path = mulu, pg_temp set plan_cache_mode = force_custom_plan set jit = off as $$
begin
  if not may_oversee(session_person(p_token), p_region) then
    return null;
  end if;
  return (
    with cells as (
      select s.top, jsonb_build_object(
        'inForce', count(*) filter (where s.bucket in ('within6Months', 'within12Months', 'older')), 'within6Months', count(*) filter (where s.bucket = 'within6Months'),
        'within12Months', count(*) filter (where s.bucket = 'within12Months'), 'older', count(*) filter (where s.bucket = 'older'),
        'unrevised', count(*) filter (where s.since_first), 'never', count(*) filter (where s.bucket = 'never'),
        'takenDown', count(*) filter (where s.bucket = 'takenDown')) as counts
      from catalogues_stand(p_region) s group by grouping sets ((s.top), ())
    )
    select jsonb_build_object(
      'region', jsonb_build_object('code', here.code, 'name', here.name, 'level', here.level), 'today', day_here(clock_timestamp()),
      'total', (select c.counts from cells c where c.top is null), 'own', (select c.counts from cells c where c.top = p_region),
      'children', coalesce((
        select jsonb_agg(jsonb_build_object('region', jsonb_build_object('code', r.code, 'name', r.name, 'level', r.level), 'counts', c.counts) order by r.code)
        from region r left join cells c on c.top = r.code where r.parent_code = p_region), '[]'))
    from region here where here.code = p_region);
end $$;

-- The catalogues that a number counts, the stalest first.
create function freshness_list(p_token text, p_region text, p_own boolean, p_bucket text, p_words text, p_after text[], p_limit integer) returns jsonb
language plpgsql stable security definer set search_path = mulu, pg_temp set plan_cache_mode = force_custom_plan set jit = off as $$
begin
  if not may_oversee(session_person(p_token), p_region) then
    return null;
  end if;
  return coalesce((
    with page as (
      select s.*, coalesce(s.refreshed_at, '-infinity') as rank from catalogues_stand(p_region) s
      where (not p_own or s.top = p_region)
        and case p_bucket when 'inForce' then s.bucket in ('within6Months', 'within12Months', 'older') when 'unrevised' then s.since_first
              else p_bucket is null or s.bucket = p_bucket end
        and (p_words is null or s.name ilike p_words or s.title ilike p_words)
        and (p_after is null or (coalesce(s.refreshed_at, '-infinity'), s.catalogue_id) > (p_after[1]::timestamptz, p_after[2]::uuid))
      order by rank, s.catalogue_id limit p_limit
    )
    select jsonb_agg(jsonb_build_object('key', jsonb_build_array(p.rank::text, p.catalogue_id), 'item', jsonb_build_object(
      'catalogue', jsonb_build_object('id', p.catalogue_id, 'title', p.title), 'organization', jsonb_build_object('id', p.organization_id, 'name', p.name),
      'region', (select jsonb_build_object('code', r.code, 'name', r.name) from region r where r.code = p.region_code),
      'age', p.bucket, 'number', p.number, 'publishedAt', p.published_at, 'refreshedAt', p.refreshed_at, 'unrevised', p.since_first,
      'confirmedAt', shown.confirmed_at, 'items', coalesce(shown.items, 0), 'confirmed', coalesce(shown.confirmed, 0),
      'publicPage', case when p.version_id is not null then '/open/catalogues/' || p.catalogue_id end))
      order by p.rank, p.catalogue_id)
    from page p
    left join lateral (
      -- By whose signature each text is shown: one that was given in this version, or an earlier one that was carried over.
      select count(*)::int as items, (count(*) filter (where d.version_id = p.version_id))::int as confirmed, max(d.at) as confirmed_at
      from shown_item i join publication_item pi on pi.version_id = i.version_id and pi.item_id = i.item_id join decision d on d.id = pi.decision_id
      where i.version_id = p.version_id) shown on p.version_id is not null), '[]');
end $$;

revoke execute on function field_spelling(text), field_code(text, jsonb), fields_shown(uuid[]), bodies_below(text, text[]), coverage_told(text, text, text[], text[], jsonb, text[], integer),
  coverage_items_told(text, text, text[], uuid, text, jsonb, text[], integer), catalogues_stand(text), freshness_told(text, text),
  freshness_list(text, text, boolean, text, text, text[], integer) from public;
grant execute on function coverage_told(text, text, text[], text[], jsonb, text[], integer),
  coverage_items_told(text, text, text[], uuid, text, jsonb, text[], integer), freshness_told(text, text),
  freshness_list(text, text, boolean, text, text, text[], integer) to mulu_app;
