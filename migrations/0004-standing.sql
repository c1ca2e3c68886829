-- What holds of each item now, and what a version must satisfy to be published (I4), and what is then public.

-- A decision stands until it is voided, or until a bar on its text that is younger than it.
create view standing_decision as
  select d.* from decision d
  where d.voided_seq is null
    and not exists (select from bar b where b.item_id = d.item_id and b.content_hash = d.content_hash and b.at >= d.at);

-- Of (item, text): never referred, referred and undetermined, or determined; through all versions.
create function referral_of(p_item uuid, p_hash bytea) returns text language plpgsql stable set search_path = mulu, pg_temp as $$
declare v_last record;
begin
  select kind, outcome into v_last from decision
  where item_id = p_item and content_hash = p_hash and kind in ('refer', 'determine') order by id desc limit 1;
  return case when v_last.kind is null then 'none' when v_last.kind = 'refer' then 'open'
              when v_last.outcome = 'open' then 'determinedOpen' else 'determinedWithhold' end;
end $$;

-- Somebody spoke against this text after that decision, in whatever version.
create function spoken_against(p_item uuid, p_hash bytea, p_after bigint) returns boolean language plpgsql stable set search_path = mulu, pg_temp as $$
begin
  return exists (
    select from decision where item_id = p_item and content_hash = p_hash and id > p_after
      and (kind in ('withhold', 'discloseOnApplication', 'requireRedaction', 'return', 'refer', 'requireMitigation', 'rejectRisk')
           or (kind = 'determine' and outcome = 'withhold')));
end $$;

-- What the direct predecessor shows for an item and may go on being shown for it ("keep").
create function keepable(p_version uuid, p_item uuid) returns publication_item language plpgsql stable set search_path = mulu, pg_temp as $$
declare v_shown publication_item;
begin
  select pi.* into v_shown from catalogue_version v
  join catalogue_version p on p.id = v.predecessor_id and p.state in ('published', 'revised')
  join publication_item pi on pi.version_id = p.id and pi.item_id = p_item
  where v.id = p_version
    and not exists (select from bar b where b.item_id = pi.item_id and b.content_hash = pi.content_hash)
    and not spoken_against(pi.item_id, pi.content_hash, pi.decision_id);
  return v_shown;
end $$;

-- The decision by which a text may be public: given here, or carried over from where it was given.
create function clearance(p_version uuid, p_item uuid, p_hash bytea) returns decision language plpgsql stable set search_path = mulu, pg_temp as $$
declare v_decision decision;
begin
  select d.* into v_decision from standing_decision d
  where d.version_id = p_version and d.item_id = p_item and d.content_hash = p_hash
    and (d.kind = 'clear' or (d.kind = 'determine' and d.outcome = 'open') or d.step = 'carryOver')
  order by d.id desc limit 1;
  if v_decision.step = 'carryOver' then
    select d.* into v_decision from standing_decision d
    where d.id = v_decision.rests_on and d.item_id = p_item and d.content_hash = p_hash and (d.kind = 'clear' or (d.kind = 'determine' and d.outcome = 'open'))
      and not spoken_against(d.item_id, d.content_hash, d.id);
  end if;
  return v_decision;
end $$;

create type item_standing as (
  item_id uuid, state text, state_seq bigint, "position" int, revision_id uuid, content_hash text, category text, removal boolean,
  was_public boolean, changed_since_returned boolean, contributors uuid[], signatures jsonb, clear_stands boolean, clearance_id bigint,
  assessment_demanded boolean, acceptance jsonb, referral text, barred boolean, kept boolean, keepable boolean, verdict text,
  set_aside boolean, missing jsonb, time_limit_unread boolean, open_repairs int, open_hits_compiler int, open_hits_officer int
);

-- All that is known of an item from its text and from what was decided on it, here and elsewhere.
create function decided_standings(p_version uuid, p_items uuid[]) returns setof item_standing
language plpgsql stable set search_path = mulu, pg_temp as $$
begin
  return query
  select vi.item_id, vi.state, vi.state_seq, vi.position, vi.revision_id, encode(vi.content_hash, 'hex'), r.category, r.removal,
    exists (select from publication_item pi where pi.item_id = vi.item_id),
    coalesce((select d.content_hash <> vi.content_hash from decision d
      where d.version_id = vi.version_id and d.item_id = vi.item_id and d.kind in ('return', 'requireRedaction', 'requireMitigation')
      order by d.id desc limit 1), true),
    mulu.contributors(vi.item_id, vi.revision_id),
    -- Signatures on this text here, and those that a carry-over stands for.
    coalesce((
      select jsonb_agg(jsonb_build_object('step', s.step, 'event', s.kind, 'persons', persons(s.decided_by, s.on_behalf_of)))
      from (
        select d.step, d.kind, d.decided_by, d.on_behalf_of from standing_decision d
        where d.version_id = vi.version_id and d.item_id = vi.item_id and d.revision_id = vi.revision_id
          and d.step <> 'carryOver' and d.kind <> 'requireMitigation'
        union all
        select o.step, o.kind, o.decided_by, o.on_behalf_of from standing_decision d
        join decision r on r.id = d.rests_on
        join standing_decision o on o.version_id = r.version_id and o.item_id = r.item_id and o.content_hash = r.content_hash
        where d.version_id = vi.version_id and d.item_id = vi.item_id and d.revision_id = vi.revision_id
          and o.step <> 'carryOver' and o.kind <> 'requireMitigation') s), '[]'),
    cleared.id is not null, cleared.id,
    exists (select from decision d where d.item_id = vi.item_id and d.content_hash = vi.content_hash
            and ((d.kind = 'clear' and d.assess) or d.kind in ('requireMitigation', 'rejectRisk'))),
    (select jsonb_build_object('level', a.level, 'measures', a.measures, 'endorsed',
              exists (select from standing_decision e where e.version_id = a.version_id and e.item_id = a.item_id
                      and e.content_hash = a.content_hash and e.kind = 'endorse' and e.id > a.id))
     from standing_decision a
     where a.version_id = coalesce(cleared.version_id, vi.version_id) and a.item_id = vi.item_id and a.content_hash = vi.content_hash
       and a.kind = 'acceptRisk' order by a.id desc limit 1),
    referral_of(vi.item_id, vi.content_hash),
    cleared.id is null and exists (select from bar b where b.item_id = vi.item_id and b.content_hash = vi.content_hash),
    coalesce(aside.predecessor = 'keep', false),
    (mulu.keepable(vi.version_id, vi.item_id)).item_id is not null,
    -- The standing conclusion other than "may be public".
    (select coalesce(nullif(o.kind, 'determine'), 'withhold') from standing_decision d
     join decision o on o.id = coalesce(d.rests_on, d.id)
     where d.version_id = vi.version_id and d.item_id = vi.item_id and d.revision_id = vi.revision_id
       and (o.kind in ('withhold', 'discloseOnApplication', 'rejectRisk') or (o.kind = 'determine' and o.outcome = 'withhold'))
     order by d.id desc limit 1),
    aside.predecessor is not null,
    r.findings -> 'missing',
    coalesce((r.findings ->> 'timeLimitUnread')::boolean, false),
    (select count(*)::int from jsonb_array_elements(coalesce(r.findings -> 'openRepairs', '[]')) f
     where not exists (select from hint_dismissal h where h.item_id = vi.item_id and h.hint_id = f ->> 'id')),
    (select count(*)::int from jsonb_array_elements_text(coalesce(r.findings -> 'hits', '[]')) f
     where not exists (select from hint_dismissal h where h.item_id = vi.item_id and h.content_hash = vi.content_hash and h.hint_id = f and h.side = 'compiler')),
    (select count(*)::int from jsonb_array_elements_text(coalesce(r.findings -> 'hits', '[]')) f
     where not exists (select from hint_dismissal h where h.item_id = vi.item_id and h.content_hash = vi.content_hash and h.hint_id = f and h.side = 'officer'))
  from version_item vi
  join revision r on r.id = vi.revision_id
  left join lateral clearance(vi.version_id, vi.item_id, vi.content_hash) cleared on cleared.id is not null
  left join lateral (
    select d.predecessor from standing_decision d
    where d.version_id = vi.version_id and d.item_id = vi.item_id and d.kind = 'setAside' and vi.state = 'setAside'
    order by d.id desc limit 1) aside on true
  where vi.version_id = p_version and vi.item_id = any (p_items);
end $$;

-- The same for items on which nobody ever decided: then nothing stands, nothing was returned, carried over or public.
create function undecided_standings(p_version uuid, p_items uuid[]) returns setof item_standing
language plpgsql stable set search_path = mulu, pg_temp as $$
begin
  return query
  select vi.item_id, vi.state, vi.state_seq, vi.position, vi.revision_id, encode(vi.content_hash, 'hex'), r.category, r.removal,
    false, true, mulu.contributors(vi.item_id, vi.revision_id), jsonb '[]', false, null::bigint, false, null::jsonb, 'none',
    exists (select from bar b where b.item_id = vi.item_id and b.content_hash = vi.content_hash), false, false, null::text, false,
    r.findings -> 'missing',
    coalesce((r.findings ->> 'timeLimitUnread')::boolean, false),
    (select count(*)::int from jsonb_array_elements(coalesce(r.findings -> 'openRepairs', '[]')) f
     where not exists (select from hint_dismissal h where h.item_id = vi.item_id and h.hint_id = f ->> 'id')),
    (select count(*)::int from jsonb_array_elements_text(coalesce(r.findings -> 'hits', '[]')) f
     where not exists (select from hint_dismissal h where h.item_id = vi.item_id and h.content_hash = vi.content_hash and h.hint_id = f and h.side = 'compiler')),
    (select count(*)::int from jsonb_array_elements_text(coalesce(r.findings -> 'hits', '[]')) f
     where not exists (select from hint_dismissal h where h.item_id = vi.item_id and h.content_hash = vi.content_hash and h.hint_id = f and h.side = 'officer'))
  from version_item vi
  join revision r on r.id = vi.revision_id
  where vi.version_id = p_version and vi.item_id = any (p_items);
end $$;

-- How each of these items stands in this version. The long look costs several times the short one, and in a draft or at a first signature
-- there is nothing for it to find.
create function item_standings(p_version uuid, p_items uuid[]) returns setof item_standing
language plpgsql stable set search_path = mulu, pg_temp as $$
begin
  if exists (select from decision d where d.item_id = any (p_items)) then
    return query select * from decided_standings(p_version, p_items);
  else
    return query select * from undecided_standings(p_version, p_items);
  end if;
end $$;

-- Rule 1: released means cleared on exactly this text and, where one is needed, accepted (MEDIUM with measures, HIGH endorsed).
create function risk_settled(p_category text, p_demanded boolean, p_acceptance jsonb) returns boolean language sql immutable set search_path = mulu, pg_temp as $$
  select coalesce(case
    when p_category = 'STATUTORY' and not p_demanded then true
    when p_acceptance ->> 'level' = 'LOW' then true
    when p_acceptance ->> 'level' = 'MEDIUM' then (p_acceptance ->> 'measures')::boolean
    when p_acceptance ->> 'level' = 'HIGH' then (p_acceptance ->> 'endorsed')::boolean
    else false end, false)
$$;

-- I4, I3: why this version must not be published; empty when it may.
create function release_obstacles(p_version uuid) returns table (item_id uuid, reason text) language plpgsql stable set search_path = mulu, pg_temp as $$
declare
  v_approvers  uuid[];
  v_submitters uuid[] := mulu.submitters(p_version);
  v_items      uuid[];
begin
  select array_agg(vi.item_id) into v_items from version_item vi where vi.version_id = p_version;
  if v_items is null then
    return query select null::uuid, 'version.empty';
    return;
  end if;
  select persons(p.person_id, p.on_behalf_of) into v_approvers
  from participation p where p.version_id = p_version and p.kind = 'approved' order by p.seq desc limit 1;
  if v_approvers is null then
    return query select null::uuid, 'version.notApproved';
  end if;
  if v_approvers && v_submitters then
    return query select null::uuid, 'approver.submitted';
  end if;
  return query
  select s.item_id, case
      when v_approvers && s.contributors then 'approver.contributed'
      when exists (select from jsonb_array_elements(s.signatures) g where g ->> 'step' <> 'endorsement'
                   and v_approvers && array(select jsonb_array_elements_text(g -> 'persons')::uuid)) then 'approver.decided'
      when exists (select from jsonb_array_elements(s.signatures) g
                   where (s.contributors || v_submitters) && array(select jsonb_array_elements_text(g -> 'persons')::uuid)) then 'decider.contributed'
      else 'item.notConcluded' end
  from item_standings(p_version, v_items) s
  where v_approvers && s.contributors
     or exists (select from jsonb_array_elements(s.signatures) g where g ->> 'step' <> 'endorsement'
                and v_approvers && array(select jsonb_array_elements_text(g -> 'persons')::uuid))
     or exists (select from jsonb_array_elements(s.signatures) g
                where (s.contributors || v_submitters) && array(select jsonb_array_elements_text(g -> 'persons')::uuid))
     or not coalesce(case s.state
          when 'releasable' then s.clear_stands and (s.removal or
            s.referral in ('none', 'determinedOpen') and risk_settled(s.category, s.assessment_demanded, s.acceptance))
          when 'withheld' then s.verdict in ('withhold', 'rejectRisk')
          when 'onApplication' then s.verdict = 'discloseOnApplication'
          when 'setAside' then s.set_aside and (not s.kept or s.keepable)
          else false end, false);
end $$;

-- Only the columns that the profile lists leave the house (rule 4).
create function public_content(p_content jsonb, p_profile jsonb) returns jsonb language sql immutable set search_path = mulu, pg_temp as $$
  select coalesce(jsonb_object_agg(field.key, case when field.key = 'bases'
      then (select coalesce(jsonb_agg((select coalesce(jsonb_object_agg(part.key, part.value), '{}') from jsonb_each(basis.value) part
                                       where part.key in (select jsonb_array_elements_text(p_profile -> 'publicBasisFields'))) order by basis.ordinality), '[]')
            from jsonb_array_elements(field.value) with ordinality basis)
      else field.value end), '{}')
  from jsonb_each(p_content) field
  where field.key in (select jsonb_array_elements_text(p_profile -> 'publicFields'))
$$;

-- I4: nothing becomes published before everything was looked at again, under the version's lock.
create function publication_guard() returns trigger language plpgsql set search_path = mulu, pg_temp as $$
declare v_obstacle record;
begin
  if new.state = 'published' and old.state <> 'published' then
    if current_setting('transaction_isolation') <> 'read committed' then
      raise exception using errcode = 'MUI04', message = 'transaction.notReadCommitted';
    end if;
    -- The update holds the row's lock; the look below is a statement of its own and sees all that was committed before it.
    select * into v_obstacle from release_obstacles(new.id) limit 1;
    if found then
      raise exception using errcode = 'MUI04', message = 'publication.refused',
        detail = format('%s %s', v_obstacle.reason, v_obstacle.item_id);
    end if;
  end if;
  return new;
end $$;
create trigger publication_guard before update on catalogue_version for each row execute function publication_guard();

-- The public bytes of a version: its head, and the items not hidden by a bar.
create function publication_document(p_version uuid, p_at timestamptz, p_hidden uuid[]) returns bytea
language plpgsql stable set search_path = mulu, pg_temp as $$
declare
  v_head  text;
  v_items text;
begin
  select json_build_object('id', c.id, 'title', c.title,
           'organization', json_build_object('id', o.id, 'name', o.name, 'regionCode', o.region_code),
           'version', v.number, 'publishedAt', to_char(p_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))::text
    into v_head
  from catalogue_version v join catalogue c on c.id = v.catalogue_id join organization o on o.id = c.organization_id where v.id = p_version;
  select string_agg((jsonb_build_object('id', i.item_id) || i.public_content)::text, ',' order by i.position, i.item_id) into v_items
  from publication_item i where i.version_id = p_version and i.item_id <> all (p_hidden);
  return convert_to(left(v_head, -1) || ', "items" : [' || coalesce(v_items, '') || ']}', 'UTF8');
end $$;

-- The projection is made here and nowhere else: nobody can forget it, or make it of something else than what was signed.
create function publication_make() returns trigger language plpgsql set search_path = mulu, pg_temp as $$
declare
  v_at      timestamptz;
  v_columns jsonb; -- of the profile only what is asked for each item: the whole is large, and unpacked at each look
begin
  if new.state <> 'published' or old.state = 'published' then
    return null;
  end if;
  select at into v_at from log_event where stream = new.id and seq = new.state_seq;
  select jsonb_build_object('publicFields', body -> 'publicFields', 'publicBasisFields', body -> 'publicBasisFields') into v_columns
  from profile where id = new.profile_id and version = new.profile_version;
  insert into publication_item (version_id, item_id, position, revision_id, content_hash, decision_id, public_content)
  select new.id, s.item_id, s.position, s.revision_id, s.content_hash, s.decision_id,
         public_content(convert_from(b.bytes, 'UTF8')::jsonb -> 'content', v_columns)
  from (
    select vi.item_id, vi.position, vi.revision_id, vi.content_hash, (clearance(vi.version_id, vi.item_id, vi.content_hash)).id as decision_id
    from version_item vi join revision r on r.id = vi.revision_id
    where vi.version_id = new.id and vi.state = 'releasable' and not r.removal
    union all
    select st.item_id, st.position, k.revision_id, k.content_hash, k.decision_id
    from item_standings(new.id, array(select vi.item_id from version_item vi where vi.version_id = new.id and vi.state = 'setAside')) st
    cross join lateral keepable(new.id, st.item_id) k
    where st.kept and k.item_id is not null) s
  join content_blob b on b.hash = s.content_hash;
  insert into publication (version_id, catalogue_id, seq, published_at, document)
  values (new.id, new.catalogue_id, new.state_seq, v_at, publication_document(new.id, v_at, '{}'));
  return null;
end $$;
create trigger publication_make after update on catalogue_version for each row execute function publication_make();

-- A bar hides a text from every version that showed it when the bar came.
create view hidden_item as
  select distinct pi.version_id, pi.item_id from publication_item pi
  join publication p on p.version_id = pi.version_id
  join bar b on b.item_id = pi.item_id and b.content_hash = pi.content_hash and b.at >= p.published_at;

-- I6: all that the public's login can read.
create schema open;
revoke all on schema open from public;
grant usage on schema open to mulu_portal, mulu_app;
create view open.catalogue with (security_barrier) as
  select c.id, c.title, o.id as organization_id, o.name as organization_name, r.code as region_code, r.name as region_name,
         v.id as version_id, v.number as version, v.state, p.published_at
  from mulu.catalogue c
  join mulu.organization o on o.id = c.organization_id
  join mulu.region r on r.code = o.region_code
  join lateral (
    select x.* from mulu.catalogue_version x
    where x.catalogue_id = c.id and x.state in ('published', 'takenDown') order by x.number desc limit 1) v on true
  join mulu.publication p on p.version_id = v.id;
-- A view runs its functions as the reader: this one finds out by itself what is hidden, so that nobody can ask for more.
create function open.composed_document(p_version uuid) returns bytea language plpgsql stable security definer set search_path = mulu, pg_temp as $$
begin
  return (select publication_document(v.id, p.published_at, array(select h.item_id from hidden_item h where h.version_id = v.id))
          from catalogue_version v join publication p on p.version_id = v.id where v.id = p_version and v.state = 'published');
end $$;
revoke execute on function open.composed_document(uuid) from public;
grant execute on function open.composed_document(uuid) to mulu_portal, mulu_app;
create view open.document with (security_barrier) as
  select c.id as catalogue_id, c.version_id, hidden.items as hidden_items,
         case when hidden.items = '{}' then p.document else open.composed_document(c.version_id) end as document
  from open.catalogue c
  join mulu.publication p on p.version_id = c.version_id
  cross join lateral (select coalesce(array_agg(h.item_id order by h.item_id), '{}') as items from mulu.hidden_item h where h.version_id = c.version_id) hidden
  where c.state = 'published';
grant select on open.catalogue, open.document to mulu_portal, mulu_app;
grant select on standing_decision, hidden_item to mulu_app, mulu_auditor;
