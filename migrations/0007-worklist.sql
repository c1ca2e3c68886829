-- What waits for whom. Reading only: who may act is the machines' to say, here is what they need to know, of many versions at once.

-- Whether separation of duties may stand in somebody's way is found from what they once did, not from every item that waits.
create index revision_author on revision (author_id, item_id);
create index revision_principal on revision (on_behalf_of, item_id) where on_behalf_of is not null;
create index participation_person on participation (person_id) where revision_id is not null;
create index participation_principal on participation (on_behalf_of) where revision_id is not null and on_behalf_of is not null;
create index decision_signer on decision (decided_by, step);
create index decision_principal on decision (on_behalf_of, step) where on_behalf_of is not null;
create index decision_set_aside on decision (version_id) where kind = 'setAside';
create index log_event_actor on log_event (stream, actor_id) where actor_id is not null;

-- Whoever holds one of these is asked for something; auditors and administrators never are.
create function working_roles() returns text[] language sql immutable set search_path = mulu, pg_temp as $$
  select array['compiler', 'confidentialityOfficer', 'riskAssessor', 'departmentLeader', 'leadingGroupOffice']
$$;

-- The versions in which somebody may be asked for something: those at work in the bodies where the person holds a role; in a territory only
-- those where an endorsement is asked; and closed ones without a successor whose set-aside items are to be looked at again soon.
create function worklist_versions(p_person uuid) returns setof catalogue_version
language plpgsql stable set search_path = mulu, pg_temp as $$
begin
  return query
  with recursive mine as (
    select a.organization_id, a.region_code from live_appointment a where a.account_id = p_person and a.role = any (working_roles())
  ), below as (
    select m.region_code as code from mine m where m.region_code is not null
    union select r.code from region r join below b on r.parent_code = b.code
  )
  select v.* from catalogue c join catalogue_version v on v.catalogue_id = c.id
  where c.organization_id in (select m.organization_id from mine m)
    and v.state in ('draft', 'confidentialityReview', 'riskAssessment', 'departmentApproval', 'scheduled')
  union
  select v.* from organization o join catalogue c on c.organization_id = o.id join catalogue_version v on v.catalogue_id = c.id
  where o.region_code in (select b.code from below b) and v.state in ('confidentialityReview', 'riskAssessment')
    and exists (select from version_item vi where vi.version_id = v.id and vi.state = 'awaitingEndorsement')
  union
  select v.* from catalogue c join catalogue_version v on v.catalogue_id = c.id
  where c.organization_id in (select m.organization_id from mine m) and v.state in ('published', 'revised', 'takenDown')
    and exists (select from decision d join version_item vi on vi.version_id = d.version_id and vi.item_id = d.item_id and vi.state = 'setAside'
                where d.version_id = v.id and d.kind = 'setAside' and d.voided_seq is null and d.review_on <= current_date + 30)
    and not exists (select from catalogue_version x where x.catalogue_id = v.catalogue_id and x.number > v.number and x.state <> 'discarded');
end $$;

-- The items in which somebody who may be asked had a hand that may keep them out: who of them contributed (as `contributors` says) and who
-- signed another step (as `item_standings` says), items alike taken together. Found from what these people did: mostly that is nothing.
create type asked_person as (organization_id uuid, role text, person uuid);
create function worklist_marks(p_versions uuid[], p_asked asked_person[])
returns table (version_id uuid, state text, contributors uuid[], signatures jsonb, items uuid[])
language plpgsql stable set search_path = mulu, pg_temp as $$
begin
  return query
  -- Who signed one of these steps may be kept from acting in that role, on items in these states or on the version in this one.
  with rules (role, steps, item_states, version_state) as (values
    ('compiler', array['review', 'assessment', 'endorsement'], array[]::text[], 'draft'),
    ('confidentialityOfficer', array['assessment', 'endorsement'], array['awaitingReview', 'referred', 'deferred', 'cleared'], null),
    ('riskAssessor', array['review', 'endorsement'], array['cleared'], null),
    ('departmentLeader', array['review', 'assessment'], array['awaitingEndorsement'], 'departmentApproval'),
    ('leadingGroupOffice', array['review', 'assessment'], array['awaitingEndorsement'], null)
  ), versions as materialized (
    select v.id, v.state, c.organization_id from catalogue_version v join catalogue c on c.id = v.catalogue_id where v.id = any (p_versions)
  ), asked as materialized (select distinct a.organization_id, a.person, r.* from unnest(p_asked) a join rules r on r.role = a.role),
  -- Contributing keeps nobody from compiling.
  writers as materialized (
    select p.person from (select distinct a.person from asked a where a.role <> 'compiler') p
    where exists (select from revision r where r.author_id = p.person) or exists (select from revision r where r.on_behalf_of = p.person)
       or exists (select from participation h where h.person_id = p.person and h.revision_id is not null)
       or exists (select from participation h where h.on_behalf_of = p.person and h.revision_id is not null)
  ), watched as materialized (
    select distinct a.person, vi.version_id, vi.item_id, vi.revision_id
    from writers w join asked a on a.person = w.person and a.role <> 'compiler' join versions v on v.organization_id = a.organization_id
    join version_item vi on vi.version_id = v.id and (vi.state = any (a.item_states) or v.state = a.version_state)
  ), contributed as materialized (
    select distinct w.version_id, w.item_id, w.person
    from watched w join revision r on r.item_id = w.item_id
    where (r.author_id = w.person or r.on_behalf_of = w.person
        or exists (select from participation h where h.revision_id = r.id and (h.person_id = w.person or h.on_behalf_of = w.person)))
      and (r.id = w.revision_id
        or (select x.state from catalogue_version x where x.id = r.version_id) <> 'discarded'
           and r.ordinal > coalesce((select max(o.ordinal) from publication_item i join revision o on o.id = i.revision_id where i.item_id = w.item_id), 0))
  ), signers as materialized (select distinct a.person, step from asked a cross join lateral unnest(a.steps) step),
  -- "offset 0" makes each a look by the key: who is asked usually signed nothing of the kind, which the planner cannot know.
  did as materialized (
    select p.person, d.* from signers p
      cross join lateral (select * from decision x where x.decided_by = p.person and x.step = p.step offset 0) d
    union all select p.person, d.* from signers p
      cross join lateral (select * from decision x where x.on_behalf_of = p.person and x.step = p.step offset 0) d
  ), signed as materialized (
    select distinct vi.version_id, vi.item_id, d.step, d.kind, d.decided_by, d.on_behalf_of
    from did d join version_item vi on vi.item_id = d.item_id and vi.content_hash = d.content_hash join versions v on v.id = vi.version_id
    where exists (select from asked a where a.person = d.person and a.organization_id = v.organization_id and d.step = any (a.steps)
                  and (vi.state = any (a.item_states) or v.state = a.version_state))
      and d.kind <> 'requireMitigation' and exists (select from standing_decision s where s.id = d.id)
      and (d.version_id = vi.version_id and d.revision_id = vi.revision_id
        or exists (select from standing_decision c join decision o on o.id = c.rests_on
                   where c.version_id = vi.version_id and c.item_id = vi.item_id and c.revision_id = vi.revision_id
                     and o.version_id = d.version_id and o.content_hash = d.content_hash))
  ), marked as (
    select k.version_id, k.item_id, array_agg(k.person order by k.person) filter (where k.person is not null) as contributors,
      jsonb_agg(k.signature order by k.signature) filter (where k.signature is not null) as signatures
    from (select c.version_id, c.item_id, c.person, null::jsonb as signature from contributed c
          union all
          select s.version_id, s.item_id, null, jsonb_build_object('step', s.step, 'event', s.kind, 'persons', persons(s.decided_by, s.on_behalf_of)) from signed s) k
    group by k.version_id, k.item_id
  )
  select m.version_id, vi.state, m.contributors, m.signatures, array_agg(m.item_id order by vi.position)
  from marked m join version_item vi on vi.version_id = m.version_id and vi.item_id = m.item_id
  group by m.version_id, vi.state, m.contributors, m.signatures;
end $$;

-- What a draft still lacks before it can be submitted: how many of its items that will be reviewed want something, and of what kind.
create function worklist_draft(p_version uuid) returns jsonb language plpgsql stable set search_path = mulu, pg_temp as $$
begin
  return (
    with wanting as (
      select vi.item_id, vi.position, vi.state = 'returned' as returned,
        jsonb_array_length(coalesce(r.findings -> 'missing', '[]')) > 0 or coalesce((r.findings ->> 'timeLimitUnread')::boolean, false) as incomplete,
        (select count(*) from jsonb_array_elements(r.findings -> 'openRepairs') f
         where not exists (select from hint_dismissal h where h.item_id = vi.item_id and h.hint_id = f ->> 'id')) as repairs,
        (select count(*) from jsonb_array_elements_text(r.findings -> 'hits') f
         where not exists (select from hint_dismissal h where h.item_id = vi.item_id and h.content_hash = vi.content_hash and h.hint_id = f
                           and h.side = 'compiler')) as hits
      from version_item vi join revision r on r.id = vi.revision_id
      where vi.version_id = p_version and vi.state in ('drafting', 'returned') and not r.removal
        and (vi.state = 'returned' or r.findings <> jsonb '{"missing": [], "timeLimitUnread": false, "hits": [], "openRepairs": []}')
    ), open as (select * from wanting w where w.returned or w.incomplete or w.repairs > 0 or w.hits > 0)
    select jsonb_build_object('items', count(*), 'incomplete', count(*) filter (where o.incomplete), 'repairs', coalesce(sum(o.repairs), 0),
      'hits', coalesce(sum(o.hits), 0), 'returned', count(*) filter (where o.returned),
      'first', to_jsonb(coalesce((array_agg(o.item_id order by o.position))[1:5], '{}')))
    from open o);
end $$;

-- Everything from which the worklist of the session's person is told; null without a session. No text of any item is in it.
create function worklist_facts(p_token text) returns jsonb
language plpgsql stable security definer set search_path = mulu, pg_temp set enable_seqscan = off set plan_cache_mode = force_generic_plan set jit = off as $$
declare
  v_person   uuid := session_person(p_token);
  v_versions catalogue_version[];
  v_ids      uuid[];
  v_hands    jsonb;
  v_asked    asked_person[];
begin
  if v_person is null then
    return null;
  end if;
  v_versions := array(select w from worklist_versions(v_person) w);
  v_ids := array(select w.id from unnest(v_versions) w);
  with bodies as (
    select distinct c.organization_id as id from unnest(v_versions) w join catalogue c on c.id = w.catalogue_id
  ), hands as materialized (
    select b.id, h.role, h.person, h.principal from bodies b cross join lateral hands_at(b.id) h where h.role = any (working_roles())
  )
  select (select jsonb_object_agg(each.id, each.hands) from (
            select h.id, jsonb_agg(jsonb_build_object('role', h.role, 'persons', persons(h.person, h.principal))
                                   order by h.principal is not null, h.role, h.person) as hands
            from hands h group by h.id) each),
         (select array_agg(distinct row(h.id, h.role, p)::asked_person) from hands h cross join lateral unnest(persons(h.person, h.principal)) p)
    into v_hands, v_asked;
  return jsonb_build_object(
    'person', v_person,
    'hands', coalesce(v_hands, '{}'),
    'people', coalesce((select jsonb_object_agg(a.id, a.display_name) from account a where a.id in (select (unnest(v_asked)).person)), '{}'),
    'versions', coalesce((
      with groups as materialized (
        select vi.version_id, vi.state, count(*)::int as count, min(vi.state_seq) as first_seq, max(vi.state_seq) as last_seq
        from version_item vi where vi.version_id = any (v_ids) group by vi.version_id, vi.state
      ), marks as materialized (select * from worklist_marks(v_ids, v_asked)),
      small as materialized (
        select p.id, p.version, coalesce((p.body ->> 'smallBody')::boolean, false) as small from profile p
        where (p.id, p.version) in (select w.profile_id, w.profile_version from unnest(v_versions) w)
      )
      select jsonb_agg(jsonb_build_object(
        'id', v.id, 'catalogueId', v.catalogue_id, 'title', c.title, 'number', v.number, 'state', v.state, 'stateSeq', v.state_seq,
        'publishAt', v.publish_at, 'revises', v.predecessor_id is not null, 'organization', jsonb_build_object('id', o.id, 'name', o.name),
        'smallBody', small.small, 'submitters', to_jsonb(submitters(v.id)),
        'tookPart', exists (select from log_event m where m.stream = v.id and m.actor_id = v_person),
        'event', jsonb_build_object('type', e.type, 'at', e.at, 'by', case when a.id is not null then jsonb_build_object('id', a.id, 'displayName', a.display_name) end,
          'reason', (select convert_from(b.bytes, 'UTF8')::jsonb ->> 'reason' from content_blob b where b.hash = e.reason_hash)),
        'reviewOn', (
          select min(d.review_on) from decision d join version_item vi on vi.item_id = d.item_id and vi.version_id = v.id
          where d.version_id = case when v.state = 'draft' then v.predecessor_id else v.id end and d.kind = 'setAside' and d.voided_seq is null
            and vi.state = case when v.state = 'draft' then 'drafting' else 'setAside' end),
        'draft', case when v.state = 'draft' and exists (
          select from unnest(v_asked) y where y.organization_id = o.id and y.role = 'compiler' and y.person = v_person) then worklist_draft(v.id) end,
        'marks', coalesce((
          select jsonb_agg(jsonb_build_object('state', m.state, 'contributors', coalesce(to_jsonb(m.contributors), '[]'),
            'signatures', coalesce(m.signatures, '[]'), 'count', cardinality(m.items), 'first', to_jsonb(m.items[1:5])))
          from marks m where m.version_id = v.id), '[]'),
        'groups', coalesce((
          select jsonb_agg(jsonb_build_object('state', g.state, 'count', g.count, 'seq', greatest(g.last_seq, entered.seq),
            'since', (select t.at from log_event t where t.stream = v.id and t.seq = greatest(g.first_seq, entered.seq)),
            'settled', (select t.at from log_event t where t.stream = v.id and t.seq = g.last_seq),
            'first', case when g.count > cardinality(hit.items)
                       and g.state in ('awaitingReview', 'returned', 'referred', 'deferred', 'cleared', 'awaitingEndorsement') then to_jsonb(array(
              select vi.item_id from version_item vi where vi.version_id = v.id and vi.state = g.state and vi.item_id <> all (hit.items)
              order by vi.position limit 5)) else '[]' end))
          from groups g cross join lateral (
            select coalesce(array_agg(i), '{}') as items from marks m cross join lateral unnest(m.items) i where m.version_id = v.id and m.state = g.state) hit
          where g.version_id = v.id), '[]')))
      from unnest(v_versions) v
      join catalogue c on c.id = v.catalogue_id
      join organization o on o.id = c.organization_id
      join small on small.id = v.profile_id and small.version = v.profile_version
      join log_event e on e.stream = v.id and e.seq = v.state_seq
      left join account a on a.id = e.actor_id
      -- A state that an item kept through a return and a new submission is handed over by the submission.
      left join lateral (select max(p.seq) as seq from participation p where p.version_id = v.id and p.kind = 'submitted') entered on true
    ), '[]'));
end $$;
revoke execute on function worklist_facts(text) from public;
grant execute on function worklist_facts(text) to mulu_app;
